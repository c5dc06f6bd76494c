/* in.c -- bytes from a file or pipe, in blocks: in.h. */
#include "io/in.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"

enum {
	BLOCK = 1 << 16,	/* what one read asks for, at least */
	MOST = 1 << 18		/* and at most */
};

void
in_open(struct in *in, int fd, const char *name)
{
	*in = (struct in){ .name = name, .fd = fd };
}

void
in_close(struct in *in)
{
	free(in->buf);
	in->buf = NULL;
}

/* Room for BLOCK more bytes at the end of the window. */
static void
make_room(struct in *in)
{
	if (in->beg == in->end)
		in->beg = in->end = 0;
	if (in->cap - in->end >= BLOCK)
		return;
	/* Moving costs what is unread: only when that frees as much again. */
	if (in->beg >= in->end - in->beg && in->beg >= BLOCK) {
		memmove(in->buf, in->buf + in->beg, in->end - in->beg);
		in->end -= in->beg;
		in->beg = 0;
	} else
		in->buf = mem_grow(in->buf, &in->cap, in->end + 2 * BLOCK, 1);
}

bool
in_fill(struct in *in)
{
	size_t room;
	ssize_t n;

	if (in->eof)
		return false;
	make_room(in);
	/* A window grown for a long line is not filled to its end at once. */
	room = in->cap - in->end < MOST ? in->cap - in->end : MOST;
	do {
		if (in->wait != NULL)
			in->wait(in, in->wait_arg);
		n = read(in->fd, in->buf + in->end, room);
		if (n < 0 &&
		    errno == EAGAIN) { /* a terminal left non-blocking */
			poll(&(struct pollfd){ in->fd, POLLIN, 0 }, 1, -1);
			errno = EINTR;
		}
	} while (n < 0 && errno == EINTR);
	if (n <= 0) {
		in->eof = true;
		in->error = n < 0 ? errno : 0;
		return false;
	}
	in->end += (size_t)n;
	in->bytes += (uint64_t)n;
	return true;
}

/* Pass over the rest of a line that is too long. */
static void
skip_line(struct in *in)
{
	char *lf;

	for (;;) {
		lf = memchr(in->buf + in->beg, '\n', in->end - in->beg);
		if (lf != NULL) {
			in->beg = (size_t)(lf - in->buf) + 1;
			return;
		}
		in->beg = in->end;
		if (!in_fill(in))
			return;
	}
}

int
in_line(struct in *in, struct slice *line, size_t max)
{
	size_t seen = 0, have;
	char *lf = NULL;

	for (;;) {
		have = in->end - in->beg;
		if (have > seen)
			lf = memchr(in->buf + in->beg + seen, '\n',
			    have - seen);
		if (lf != NULL || have > max)
			break;
		seen = have;
		if (!in_fill(in))
			break;
	}
	if (lf == NULL && in->eof && have == 0)
		return in->error ? IN_ERROR : IN_END;
	in->lineno++;
	if (lf == NULL && have > max) {
		skip_line(in);
		return IN_LONG;
	}
	have = lf != NULL ? (size_t)(lf - (in->buf + in->beg)) : have;
	*line = (struct slice){ in->buf + in->beg, have };
	in->beg += have + (lf != NULL);
	return have > max ? IN_LONG : IN_LINE;
}
