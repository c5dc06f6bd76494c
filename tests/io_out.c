/* io_out -- whole lines in every write, and no lost write: io/out.h. */
#include "io/out.h"

#include <sys/socket.h>
#include <sys/wait.h>

#include <fcntl.h>
#include <unistd.h>

#include "tap.h"

enum { LINES = 5000, MOST = 4096 }; /* bytes in a write to a pipe */

/* Line number i of a series that mixes short, long and very long lines. */
static size_t
length(unsigned i)
{
	return i % 500 == 499 ? 60000 :
	    i % 100 == 99     ? 4095 + i % 3 :
				i * 7919u % 300;
}

static void
series(struct out *o)
{
	static char s[60000];
	unsigned i;

	for (i = 0; i < LINES; i++) {
		memset(s, 'a' + (int)(i % 26), length(i));
		out_text_field(o, (struct slice){ s, length(i) });
		if (i % 97 == 0)
			out_flush(o);
	}
}

/* Read the series back from the n bytes of s: true if it is all there. */
static bool
series_is(const char *s, size_t n)
{
	size_t at = 0, k, len;
	unsigned i;

	for (i = 0; i < LINES; i++) {
		len = length(i);
		if (len == 0 ? at >= n || s[at] != '.' : len > n - at)
			return false;
		for (k = 0; k < len; k++)
			if (s[at + k] != 'a' + (int)(i % 26))
				return false;
		at += len ? len : 1;
		if (at >= n || s[at++] != '\n')
			return false;
	}
	return at == n;
}

/* Every other line has a comment before it, a thousand of them long ones. */
static void
commented(struct out *o)
{
	static char s[4000];
	unsigned i;

	memset(s, 'x', sizeof(s));
	s[0] = '#';
	for (i = 0; i < LINES; i++) {
		if (i % 2 == 0)
			out_comment(o,
			    (struct slice){ s,
				i % 10 == 0 ? 3900 : 1 + i % 99 });
		out_text_field(o, (struct slice){ s + 1, 1 + i * 7919u % 90 });
		if (i % 97 == 0)
			out_flush(o);
	}
	out_comment(o, slice_of("#end"));
}

/* A comment is in the write that its line is in. */
static void
comments(bool each)
{
	static char packet[1 << 17];
	unsigned apart = 0, large = 0, lines = 0;
	struct out o;
	const char *p;
	ssize_t n;
	int fd[2];

	fflush(stdout);
	if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, fd) != 0)
		exit(1);
	if (fork() == 0) {
		close(fd[0]);
		out_open(&o, fd[1], "socket");
		o.each = each;
		commented(&o);
		out_close(&o);
		_exit(0);
	}
	close(fd[1]);
	while ((n = recv(fd[0], packet, sizeof(packet), 0)) > 0) {
		for (p = packet + n - 1; p > packet && p[-1] != '\n'; p--)
			;
		apart += *p == '#';
		large += n > MOST;
		for (p = packet; p < packet + n; p++)
			lines += *p == '\n';
	}
	close(fd[0]);
	wait(NULL);
	ok(apart == 1, "a comment alone is the one behind all lines");
	ok(large == 0 && lines == LINES + LINES / 2 + 1, "and all is there");
}

/* Sockets keep the bounds of writes: the reader sees each as one packet. */
static void
packets(bool each)
{
	static char packet[1 << 17];
	struct buf all = { NULL, 0, 0 };
	unsigned torn = 0, large = 0, many = 0, writes = 0;
	struct out o;
	ssize_t n;
	int fd[2];

	fflush(stdout);
	if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, fd) != 0)
		exit(1);
	if (fork() == 0) {
		close(fd[0]);
		out_open(&o, fd[1], "socket");
		o.each = each;
		series(&o);
		out_close(&o);
		_exit(0);
	}
	close(fd[1]);
	while ((n = recv(fd[0], packet, sizeof(packet), 0)) > 0) {
		writes++;
		torn += packet[n - 1] != '\n';
		large += n > MOST &&
		    memchr(packet, '\n', (size_t)n) != packet + n - 1;
		many += memchr(packet, '\n', (size_t)n) != packet + n - 1;
		buf_add(&all, packet, (size_t)n);
	}
	close(fd[0]);
	wait(NULL);
	ok(torn == 0, "every write ends with a whole line");
	ok(large == 0, "one of more than %d bytes is one line", MOST);
	ok(series_is(all.p, all.n), "nothing is lost");
	if (each)
		ok(writes == LINES && many == 0, "-l: one write a line");
	else
		ok(writes < LINES / 5, "lines are gathered (%u writes)",
		    writes);
	buf_free(&all);
}

/* What a file holds after fill() has written to it. */
static struct buf
to_file(void (*fill)(struct out *), bool text)
{
	struct buf b = { NULL, 0, 0 };
	FILE *f = tmpfile();
	struct out o;
	int c;

	if (f == NULL)
		exit(1);
	out_open(&o, fileno(f), "file");
	o.text = text;
	fill(&o);
	out_close(&o);
	rewind(f);
	while ((c = getc(f)) != EOF)
		buf_byte(&b, (char)c);
	buf_byte(&b, '\0');
	fclose(f);
	return b;
}

static void
columns(struct out *o)
{
	out_comment(o, slice_of("#a comment"));
	out_record(o, slice_of("a\\tb"), 0, UINT64_MAX, "quote");
	out_plain(o, slice_of("tab\there"));
	out_field(o, slice_of(""));
	out_plain(o, slice_of(""));
	out_number(o, 10);
	out_text(o, slice_of("line\nend \\"));
	out_line(o, slice_of("a whole\\t\tline"), slice_of("line"));
	out_record(o, slice_of("b"), 7, 70, "x");
	out_text_field(o, slice_of("as\\tit is"));
	out_record(o, slice_of("c"), 0, 0, "x");
	out_text_field(o, slice_of(""));
}

static void
unfinished(struct out *o)
{
	char before[8];

	out_text(o, slice_of("whole"));
	out_record(o, slice_of("half"), 1, 2, "x");
	out_flush(o);
	ok(pread(o->fd, before, sizeof(before), 0) == 6 &&
		memcmp(before, "whole\n", 6) == 0,
	    "out_flush: whole lines alone");
	out_text(o, slice_of("done"));
	ok(o->lines == 2, "lines are counted");
}

static void
files(void)
{
	struct buf b = to_file(columns, false);

	is(slice_of(b.p),
	    "#a comment\n"
	    "a\\tb\t0\t18446744073709551615\tquote\ttab\\there\t.\t.\t10\t"
	    "line\\nend \\\\\n"
	    "a whole\\t\tline\n"
	    "b\t7\t70\tx\tas\\tit is\n"
	    "c\t0\t0\tx\t.\n",
	    "columns");
	buf_free(&b);
	b = to_file(columns, true);
	is(slice_of(b.p), "line\\nend \\\\\nline\nas\\tit is\n.\n",
	    "-T: the text alone");
	buf_free(&b);
	b = to_file(unfinished, false);
	is(slice_of(b.p), "whole\nhalf\t1\t2\tx\tdone\n", "then the rest");
	buf_free(&b);
	b = to_file(series, false);
	ok(series_is(b.p, b.n - 1), "a file: nothing is lost");
	buf_free(&b);
}

/* A pipe that its reader left non-blocking and empties slowly. */
static void
slow(void)
{
	struct buf all = { NULL, 0, 0 };
	static char s[8192];
	struct out o;
	ssize_t n;
	int fd[2];

	fflush(stdout);
	if (pipe(fd) != 0 || fcntl(fd[1], F_SETFL, O_NONBLOCK) != 0)
		exit(1);
	if (fork() == 0) {
		close(fd[0]);
		out_open(&o, fd[1], "pipe");
		series(&o);
		out_close(&o);
		_exit(0);
	}
	close(fd[1]);
	usleep(100000);
	while ((n = read(fd[0], s, sizeof(s))) > 0)
		buf_add(&all, s, (size_t)n);
	close(fd[0]);
	wait(NULL);
	ok(series_is(all.p, all.n),
	    "a full non-blocking pipe: nothing is lost");
	buf_free(&all);
}

/* How a child ends that writes the series to a full disk. */
static void
full(void)
{
	char message[256] = "";
	struct out o;
	int status = 0, fd[2];
	size_t n = 0;
	ssize_t k;

	fflush(stdout);
	if (pipe(fd) != 0)
		exit(1);
	if (fork() == 0) {
		dup2(fd[1], STDERR_FILENO);
		out_open(&o, open("/dev/full", O_WRONLY), "target");
		series(&o);
		out_close(&o);
		_exit(0);
	}
	close(fd[1]);
	while ((k = read(fd[0], message + n, sizeof(message) - 1 - n)) > 0)
		n += (size_t)k;
	close(fd[0]);
	wait(&status);
	ok(WIFEXITED(status) && WEXITSTATUS(status) == 2,
	    "a full disk: status 2");
	ok(strstr(message, "target: No space left") != NULL,
	    "and a message that names the output");
}

int
main(void)
{
	packets(false);
	packets(true);
	comments(false);
	comments(true);
	files();
	slow();
	full();
	return tap_done();
}
