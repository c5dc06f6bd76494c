/* out.c -- records to a file or pipe: out.h. */
#include "base/bsd.h"
#include "io/out.h"

#include <sys/stat.h>

#include <errno.h>
#include <poll.h>
#include <unistd.h>

enum { BLOCK = 1 << 16 };	/* bytes gathered for a file */

void
out_open(struct out *o, int fd, const char *name)
{
	struct stat st;

	*o = (struct out){ .name = name, .fd = fd };
	/* A socket is no file either: a reader at its end wants lines soon. */
	o->pipe = fstat(fd, &st) == 0 &&
	    (S_ISFIFO(st.st_mode) || S_ISSOCK(st.st_mode));
	buf_fit(&o->buf, BLOCK + OUT_PIPE);
}

/* Write the first n bytes gathered, and keep the rest. */
static void
write_first(struct out *o, size_t n)
{
	size_t done = 0;
	ssize_t k;

	while (done < n) {
		k = write(o->fd, o->buf.p + done, n - done);
		if (k < 0 && errno == EAGAIN)
			poll(&(struct pollfd){ o->fd, POLLOUT, 0 }, 1, -1);
		else if (k < 0 && errno != EINTR)
			err(2, "%s", o->name);
		done += k > 0 ? (size_t)k : 0;
	}
	memmove(o->buf.p, o->buf.p + n, o->buf.n - n);
	o->buf.n -= n;
	o->line -= n < o->line ? n : o->line;
}

void
out_flush(struct out *o)
{
	if (o->line > 0)
		write_first(o, o->line);
}

void
out_close(struct out *o)
{
	o->line = o->buf.n;	/* there may be a comment behind the last line */
	out_flush(o);
	buf_free(&o->buf);
}

/* The unfinished line gets its LF; write if it is time to. */
static void
end_line(struct out *o)
{
	size_t before = o->line;

	buf_byte(&o->buf, '\n');
	o->lines++;
	o->line = o->buf.n;
	if (o->pipe && o->buf.n > OUT_PIPE) {
		if (before > 0)
			write_first(o, before);
		if (o->buf.n > OUT_PIPE)
			write_first(o, o->buf.n);
	}
	if (o->each || o->buf.n >= BLOCK)
		out_flush(o);
}

static size_t
digits(char *end, uint64_t v)
{
	char *p = end;

	do
		*--p = (char)('0' + v % 10);
	while ((v /= 10) != 0);
	return (size_t)(end - p);
}

void
out_number(struct out *o, uint64_t v)
{
	char d[24];
	size_t n;

	if (o->text)
		return;
	n = digits(d + 20, v);
	d[20] = '\t';
	buf_add(&o->buf, d + 20 - n, n + 1);
}

void
out_record(struct out *o, struct slice doc, uint64_t beg, uint64_t end,
    const char *kind)
{
	out_field(o, doc);
	out_number(o, beg);
	out_number(o, end);
	out_field(o, slice_of(kind));
}

void
out_field(struct out *o, struct slice s)
{
	if (o->text)
		return;
	if (s.n == 0)
		s = (struct slice){ ".", 1 };
	buf_fit(&o->buf, s.n + 1);
	memcpy(o->buf.p + o->buf.n, s.p, s.n);
	o->buf.n += s.n;
	o->buf.p[o->buf.n++] = '\t';
}

void
out_plain(struct out *o, struct slice s)
{
	if (o->text)
		return;
	out_escape(&o->buf, s);
	buf_byte(&o->buf, '\t');
}

void
out_text(struct out *o, struct slice s)
{
	out_escape(&o->buf, s);
	end_line(o);
}

void
out_text_field(struct out *o, struct slice s)
{
	buf_add(&o->buf, s.n ? s.p : ".", s.n ? s.n : 1);
	end_line(o);
}

void
out_line(struct out *o, struct slice line, struct slice text)
{
	if (o->text)
		line = text;
	buf_add(&o->buf, line.p, line.n);
	end_line(o);
}

void
out_comment(struct out *o, struct slice line)
{
	if (o->text)
		return;
	buf_add(&o->buf, line.p, line.n);
	buf_byte(&o->buf, '\n');
	o->lines++;
}

/* What stands behind the backslash for a byte that must be escaped, or 0. */
static inline char
escape(unsigned char c)
{
	static const char letter[256] = {
		['\\'] = '\\',
		['\t'] = 't',
		['\n'] = 'n',
		['\r'] = 'r',
	};

	return letter[c];
}

void
out_escape(struct buf *b, struct slice s)
{
	size_t from = 0, i;
	char c;

	if (s.n == 0) {
		buf_byte(b, '.');
		return;
	}
	for (i = 0; i < s.n; i++) {
		if ((c = escape((unsigned char)s.p[i])) == 0)
			continue;
		buf_add(b, s.p + from, i - from);
		buf_byte(b, '\\');
		buf_byte(b, c);
		from = i + 1;
	}
	buf_add(b, s.p + from, s.n - from);
}
