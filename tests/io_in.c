/* io_in -- lines from files and pipes, however they arrive: io/in.h. */
#include "io/in.h"

#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "base/mem.h"
#include "tap.h"

/* A pipe that a child fills with the n bytes of s, step bytes a write. */
static int
feed(const char *s, size_t n, size_t step)
{
	int fd[2];
	size_t k;

	fflush(stdout);
	if (pipe(fd) != 0)
		exit(1);
	if (fork() == 0) {
		close(fd[0]);
		for (; n > 0; s += k, n -= k) {
			k = n < step ? n : step;
			if (write(fd[1], s, k) != (ssize_t)k)
				_exit(1);
		}
		_exit(0);
	}
	close(fd[1]);
	return fd[0];
}

static void
unfeed(struct in *in)
{
	close(in->fd);
	in_close(in);
	wait(NULL);
}

/* The lines of s, fed in steps, joined again with LF. */
static bool
whole(const char *s, size_t n, size_t step, size_t max)
{
	struct buf b = { NULL, 0, 0 };
	struct slice line;
	size_t count = 0;
	struct in in;
	bool good;
	int got;

	in_open(&in, feed(s, n, step), "pipe");
	while ((got = in_line(&in, &line, max)) == IN_LINE) {
		buf_add(&b, line.p, line.n);
		buf_byte(&b, '\n');
		count++;
	}
	if (b.n > 0 && s[n - 1] != '\n')
		b.n--;
	good = got == IN_END && in.lineno == count && in.bytes == n &&
	    slice_eq(buf_slice(&b), (struct slice){ s, n });
	buf_free(&b);
	unfeed(&in);
	return good;
}

static void
lines(void)
{
	enum { N = 300000 };
	char *s = mem_alloc(N);
	static const size_t step[] = { 1, 7, 4096, 65536, N };
	unsigned seed = 2;
	size_t i;

	for (i = 0; i < N; i++) /* short lines, a NUL here and there */
		s[i] = tap_random(&seed) % 50 == 0 ? '\n' :
						     (char)tap_random(&seed);
	s[N - 1] = 'x';
	ok(whole("", 0, 1, 10), "an empty input has no line");
	ok(whole("\n", 1, 1, 10), "one empty line");
	ok(whole("a", 1, 1, 10), "no LF at the end");
	ok(whole("\n\n\nab\n\0\n\r\n", 11, 1, 10), "empty lines, NUL, CR");
	ok(whole(s, 3000, step[0], N), "a byte at a time");
	for (i = 1; i < 5; i++)
		ok(whole(s, N, step[i], N), "%zu bytes at a time", step[i]);
	memset(s, 'a', N);
	ok(whole(s, N, 65536, N), "one line of the greatest length, no LF");
	s[N - 1] = '\n';
	ok(whole(s, N, 65536, N - 1), "one line of the greatest length");
	free(s);
}

static void
too_long(void)
{
	enum { N = 8 << 20, MAX = 1 << 16 };
	char *s = mem_alloc(N);
	struct slice line;
	struct in in;

	memset(s, 'a', N);
	memcpy(s, "one\n", 4);
	memcpy(s + N - 4, "\nend", 4);
	in_open(&in, feed(s, N, 65536), "pipe");
	ok(in_line(&in, &line, MAX) == IN_LINE, "the line before");
	is(line, "one", "is right");
	ok(in_line(&in, &line, MAX) == IN_LONG && in.lineno == 2, "too long");
	ok(in_line(&in, &line, MAX) == IN_LINE && in.lineno == 3,
	    "the line after");
	is(line, "end", "is right");
	ok(in_line(&in, &line, MAX) == IN_END, "and the end");
	ok(in.cap <= 16 * MAX, "in constant memory (%zu)", in.cap);
	ok(in.bytes == N, "every byte was read");
	unfeed(&in);

	in_open(&in, feed(s + 4, MAX + 1, 4096), "pipe");
	ok(in_line(&in, &line, MAX) == IN_LONG, "one byte too long, no LF");
	ok(in_line(&in, &line, MAX) == IN_END, "then the end");
	unfeed(&in);

	s[MAX + 1] = '\n';
	in_open(&in, feed(s, MAX + 2, MAX + 2), "pipe");
	ok(in_line(&in, &line, MAX) == IN_LINE &&
		in_line(&in, &line, MAX - 4) == IN_LONG,
	    "too long, with its LF");
	ok(in_line(&in, &line, MAX) == IN_END, "then the end");
	unfeed(&in);
	free(s);
}

/* The caller works in the window and asks for more: nothing may move away. */
static void
window(void)
{
	enum { N = 1 << 20 };
	char *s = mem_alloc(N);
	unsigned seed = 3, bad = 0;
	size_t at = 0, i, take;
	struct in in;

	for (i = 0; i < N; i++)
		s[i] = (char)tap_random(&seed);
	in_open(&in, feed(s, N, 1000), "pipe");
	while (in_fill(&in)) {
		bad += memcmp(in.buf + in.beg, s + at, in.end - in.beg) != 0;
		take = tap_random(&seed) % (in.end - in.beg + 1);
		in.beg += take;
		at += take;
	}
	ok(bad == 0, "the window shows the input");
	ok(at + in.end - in.beg == N && in.eof && in.error == 0, "to its end");
	ok(!in_fill(&in), "nothing comes after the end");
	unfeed(&in);
	free(s);
}

static void
count(struct in *in, void *arg)
{
	(void)in;
	++*(int *)arg;
}

static void
nothing(int sig)
{
	(void)sig;
}

static void
trouble(void)
{
	struct sigaction sa = { .sa_handler = nothing };
	struct slice line;
	int fd[2], calls = 0;
	struct in in;

	in_open(&in, open("/", O_RDONLY), "/");
	ok(in_line(&in, &line, 10) == IN_ERROR && in.error == EISDIR,
	    "a directory is an error");
	close(in.fd);
	in_close(&in);

	/* A signal in the middle of a read, and wait() called before each. */
	sigaction(SIGALRM, &sa, NULL);
	if (pipe(fd) != 0)
		exit(1);
	fflush(stdout);
	if (fork() == 0) {
		usleep(200000);
		_exit(write(fd[1], "late\n", 5) == 5 ? 0 : 1);
	}
	close(fd[1]);
	in_open(&in, fd[0], "pipe");
	in.wait = count;
	in.wait_arg = &calls;
	ualarm(50000, 0);
	ok(in_line(&in, &line, 10) == IN_LINE, "a signal does not end a read");
	is(line, "late", "and nothing is lost");
	ok(calls >= 2, "wait() is called before every read");
	unfeed(&in);
}

int
main(void)
{
	lines();
	too_long();
	window();
	trouble();
	return tap_done();
}
