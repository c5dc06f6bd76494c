/* run.c -- the shape of every main(): run.h. */
#include "base/bsd.h"
#include "io/run.h"

#include <sys/stat.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "io/col.h"

#ifndef VERSION
#define VERSION "0"
#endif

static const struct option_text common[] = {
	{ 'H', NULL, "print a header line with the names of the columns" },
	{ 'l', NULL, "write every line at once" },
	{ 'o', "file", "write to file, which appears when it is whole" },
	{ 'T', NULL, "print the text column alone" },
	{ 0, NULL, NULL },
};

enum { LONG_FILES0 = 256, LONG_HELP, LONG_VERSION };

static const struct option longs[] = {
	{ "files0-from", required_argument, NULL, LONG_FILES0 },
	{ "help", no_argument, NULL, LONG_HELP },
	{ "version", no_argument, NULL, LONG_VERSION },
	{ NULL, 0, NULL, 0 },
};

/* Set by SIGUSR1, asked before each read. */
static volatile sig_atomic_t asked;

/* The temporary of the -o file, removed however the program ends, or NULL. */
static const char *volatile unfinished;

static void
ask(int sig)
{
	(void)sig;
	asked = 1;
}

static void
drop(void)
{
	if (unfinished != NULL)
		unlink(unfinished);
}

static void
drop_and_die(int sig)
{
	drop();
	signal(sig, SIG_DFL);
	raise(sig);
}

/* A file must not get the number of a closed stdout or stderr: messages would
 * go into it.  Opened the wrong way round, so that using them still fails. */
static void
fill_standard(void)
{
	int fd;

	for (fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0)
			/* cppcheck-suppress leakReturnValNotUsed; it stays open */
			open("/dev/null",
			    fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

void
run_init(struct run *r, const struct prog *prog, int argc, char *argv[])
{
	struct sigaction sa = { .sa_handler = ask };

	*r = (struct run){ .prog = prog, .argc = argc, .argv = argv };
	fill_standard();
	sigaction(SIGUSR1, &sa, NULL);
#ifdef SIGINFO
	sigaction(SIGINFO, &sa, NULL);
#endif
#ifdef PR_SET_NO_NEW_PRIVS
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#endif
}

/* One more part of the usage, after at columns; on a new line if it must. */
static void
item(FILE *f, int *at, char letter, const char *arg)
{
	int n = (int)strlen(arg) + (letter != 0 ? 6 : 3);
	bool fits = *at + n <= 80;

	fprintf(f, "%s[", fits ? " " : "\n\t");
	if (letter != 0)
		fprintf(f, "-%c ", letter);
	fprintf(f, "%s]", arg);
	*at = fits ? *at + n : 7 + n;
}

/* usage: nsplit [-Hl] [-e regex] ... [file ...] */
static void
synopsis(const struct run *r, FILE *f)
{
	const struct option_text *o, *lists[2] = { r->prog->options, common };
	int i, at = 0, n;

	n = fprintf(f, "usage: %s [-", getprogname());
	for (i = 0; i < 2; i++)
		for (o = lists[i]; o->letter != 0; o++)
			if (o->arg == NULL) {
				putc(o->letter, f);
				at++;
			}
	at += n + fprintf(f, "]");
	for (i = 0; i < 2; i++)
		for (o = lists[i]; o->letter != 0; o++)
			if (o->arg != NULL)
				item(f, &at, o->letter, o->arg);
	item(f, &at, 0, "--files0-from file");
	item(f, &at, 0, "file ...");
	putc('\n', f);
}

void
run_usage(const struct run *r, const char *message)
{
	warnx("%s", message);
	synopsis(r, stderr);
	exit(RUN_FATAL);
}

/* Standard output is written here by stdio: a full disk must not pass. */
static _Noreturn void
told(void)
{
	if (fflush(stdout) != 0 || ferror(stdout))
		err(RUN_FATAL, "stdout");
	exit(RUN_OK);
}

static _Noreturn void
help(const struct run *r)
{
	const struct option_text *o, *lists[2] = { r->prog->options, common };
	int i;

	printf("%s: %s\n", getprogname(), r->prog->does);
	synopsis(r, stdout);
	for (i = 0; i < 2; i++)
		for (o = lists[i]; o->letter != 0; o++)
			printf("  -%c %-8s  %s\n", o->letter,
			    o->arg != NULL ? o->arg : "", o->text);
	printf("  --files0-from file  "
	       "read the NUL-separated names of the inputs from file\n"
	       "  --help       this\n"
	       "  --version    the version\n"
	       "example: %s\n"
	       "More in %s(1), newsutils(7) and newsutils(5).\n",
	    r->prog->example, getprogname());
	told();
}

/* The letters for getopt: "+", the program's own, the common ones. */
static void
letters(const struct run *r, char *s, size_t size)
{
	const struct option_text *o, *lists[2] = { r->prog->options, common };
	size_t n = 0;
	int i;

	s[n++] = '+';
	for (i = 0; i < 2; i++)
		for (o = lists[i]; o->letter != 0 && n + 3 < size; o++) {
			s[n++] = o->letter;
			if (o->arg != NULL)
				s[n++] = ':';
		}
	s[n] = '\0';
}

static void open_output(struct run *);

int
run_option(struct run *r)
{
	char s[64];
	int ch;

	letters(r, s, sizeof(s));
	while ((ch = getopt_long(r->argc, r->argv, s, longs, NULL)) != -1)
		switch (ch) {
		case 'H':
			r->header = true;
			break;
		case 'l':
			r->each = true;
			break;
		case 'o':
			r->output = optarg;
			break;
		case 'T':
			r->text = true;
			break;
		case LONG_FILES0:
			r->files0 = optarg;
			break;
		case LONG_HELP:
			help(r);
		case LONG_VERSION:
			printf("%s (newsutils) %s\n", getprogname(), VERSION);
			told();
		case '?':
			synopsis(r, stderr);
			exit(RUN_FATAL);
		default:
			return ch;
		}
	if (r->files0 != NULL && optind < r->argc)
		run_usage(r,
		    "--files0-from and file arguments exclude each other");
	open_output(r);
	return -1;
}

uint64_t
run_number(int ch, const char *arg, uint64_t least, uint64_t most)
{
	const char *e = NULL;
	long long v;

	v = strtonum(arg, (long long)least, (long long)most, &e);
	if (e != NULL)
		errx(RUN_FATAL, "-%c %s: %s", ch, arg, e);
	return (uint64_t)v;
}

uint64_t
run_size(int ch, const char *arg, uint64_t least, uint64_t most)
{
	static const char unit[] = "KMG";
	char digits[32];
	size_t n = strlen(arg);
	const char *u;
	uint64_t v, k = 1;

	if (n > 0 && n < sizeof(digits) &&
	    (u = strchr(unit, arg[n - 1] & ~0x20)) != NULL && *u != '\0') {
		k = UINT64_C(1) << (10 * (u - unit + 1));
		n--;
	}
	if (n >= sizeof(digits))
		errx(RUN_FATAL, "-%c %s: invalid", ch, arg);
	memcpy(digits, arg, n);
	digits[n] = '\0';
	v = run_number(ch, digits, 0, most / k) * k;
	if (v < least)
		errx(RUN_FATAL, "-%c %s: too small", ch, arg);
	return v;
}

/* The mode that a file newly made would get: mkstemp(3) is stricter. */
static mode_t
new_mode(void)
{
	mode_t mask = umask(0);

	umask(mask);
	return 0666 & ~mask;
}

/*
 * Where name leads if it is a symbolic link, else name itself.  There may be no
 * file at the end, but stat(2) has seen that there is an end.
 */
static char *
follow(const char *name)
{
	struct buf path = { NULL, 0, 0 };
	char to[PATH_MAX], *slash;
	ssize_t n;

	buf_add(&path, name, strlen(name) + 1);
	while ((n = readlink(path.p, to, sizeof(to))) > 0) {
		slash = strrchr(path.p, '/');
		path.n = 0;
		if (to[0] != '/' && slash != NULL)
			path.n = (size_t)(slash - path.p) + 1;
		buf_add(&path, to, (size_t)n);
		buf_byte(&path, '\0');
	}
	return path.p;
}

/* A file beside the target, so that rename(2) can put it in its place. */
static int
open_temp(struct run *r, mode_t mode)
{
	static const int ends[] = { SIGHUP, SIGINT, SIGTERM };
	struct sigaction sa = { .sa_handler = drop_and_die }, old;
	size_t n, i;
	int fd;

	r->target = follow(r->output);
	n = strlen(r->target);
	r->temp = mem_alloc(n + sizeof(".XXXXXX"));
	memcpy(r->temp, r->target, n);
	memcpy(r->temp + n, ".XXXXXX", sizeof(".XXXXXX"));
	if ((fd = mkstemp(r->temp)) < 0)
		err(RUN_FATAL, "%s", r->output);
	unfinished = r->temp;
	atexit(drop);
	for (i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (sigaction(ends[i], NULL, &old) == 0 &&
		    old.sa_handler != SIG_IGN)	/* nohup(1) */
			sigaction(ends[i], &sa, NULL);
	fchmod(fd, mode);
	return fd;
}

/* open(2), which a signal (SIGUSR1) may interrupt where it waits, as for a FIFO. */
static int
open_file(const char *name, int flags)
{
	int fd;

	do
		fd = open(name, flags | O_CLOEXEC);
	while (fd < 0 && errno == EINTR);
	return fd;
}

static void
open_output(struct run *r)
{
	struct stat st;
	int fd = STDOUT_FILENO;
	bool old;

	if (r->output != NULL && strcmp(r->output, "-") == 0)
		r->output = NULL;
	old = r->output != NULL && stat(r->output, &st) == 0;
	if (r->output != NULL && !old && errno != ENOENT)
		err(RUN_FATAL, "%s", r->output);
	if (old && !S_ISREG(st.st_mode)) { /* a device or a pipe: no renaming */
		if ((fd = open_file(r->output, O_WRONLY)) < 0)
			err(RUN_FATAL, "%s", r->output);
	} else if (r->output != NULL)
		fd = open_temp(r, old ? st.st_mode & 07777 : new_mode());
	out_open(&r->out, fd, r->output != NULL ? r->output : "stdout");
	r->out.each = r->each;
	r->out.text = r->text;
	if (r->prog->kind != NULL)
		run_header(r, r->prog->kind);
}

void
run_header(struct run *r, const char *kind)
{
	const char *names = col_names(slice_of(kind));

	if (!r->header || r->text)
		return;
	r->header = false;
	buf_byte(&r->out.buf, '#');
	out_comment(&r->out,
	    slice_of(names != NULL ? names : "doc\tbeg\tend\tkind"));
}

/* Before a read: answer SIGUSR1, and let go of what a reader may wait for. */
static void
before_read(struct in *in, void *arg)
{
	struct run *r = arg;
	struct pollfd p = { in->fd, POLLIN, 0 };

	if (asked) {
		asked = 0;
		warnx("%s: %llu lines written, %llu bytes read", in->name,
		    (unsigned long long)r->out.lines,
		    (unsigned long long)(r->bytes + in->bytes));
	}
	if (r->out.line > 0 && poll(&p, 1, 0) == 0)
		out_flush(&r->out);
}

/* Open name ("-" is standard input) for reading; false: it was reported. */
static bool
open_input(struct run *r, struct in *in, const char *name)
{
	int fd = STDIN_FILENO;
	bool std = strcmp(name, "-") == 0;

	if (!std && (fd = open_file(name, O_RDONLY)) < 0) {
		warn("%s", name);
		r->status = RUN_BAD;
		return false;
	}
	in_open(in, fd, std ? "stdin" : name);
	in->wait = before_read;
	in->wait_arg = r;
	r->bad_line = r->bad_first = 0;
	return true;
}

void
run_close(struct run *r, struct in *in)
{
	if (in->error != 0) {
		warnc(in->error, "%s", in->name);
		r->status = RUN_BAD;
	}
	r->bytes += in->bytes;
	if (in->fd != STDIN_FILENO)
		close(in->fd);
	in_close(in);
}

static void
one(struct run *r, const char *name,
    void (*fn)(struct run *, struct in *, void *), void *arg)
{
	struct in in;

	if (!open_input(r, &in, name))
		return;
	fn(r, &in, arg);
	run_close(r, &in);
}

/* The names in the --files0-from file, each ended by a NUL. */
static void
each_named(struct run *r, void (*fn)(struct run *, struct in *, void *),
    void *arg)
{
	struct buf name = { NULL, 0, 0 };
	FILE *f = stdin;
	int c;

	if (strcmp(r->files0, "-") != 0 && (f = fopen(r->files0, "r")) == NULL)
		err(RUN_FATAL, "%s", r->files0);
	do {
		c = getc(f);
		if (c == EOF && ferror(f) && errno == EINTR) {
			clearerr(f);
			continue;
		}
		if (c != EOF && c != '\0') {
			buf_byte(&name, (char)c);
			continue;
		}
		if (name.n > 0) {
			buf_byte(&name, '\0');
			one(r, name.p, fn, arg);
		}
		name.n = 0;
	} while (c != EOF || (ferror(f) == 0 && !feof(f)));
	if (ferror(f))
		err(RUN_FATAL, "%s", r->files0);
	if (f != stdin)
		fclose(f);
	buf_free(&name);
}

static int
operands(const struct run *r)
{
	return r->argc - optind;
}

static char **
operand_list(const struct run *r)
{
	return r->argv + optind;
}

void
run_each(struct run *r, void (*fn)(struct run *, struct in *, void *),
    void *arg)
{
	int i, n = operands(r);

	if (r->files0 != NULL)
		each_named(r, fn, arg);
	else if (n == 0)
		one(r, "-", fn, arg);
	for (i = 0; i < n; i++)
		one(r, operand_list(r)[i], fn, arg);
}

void
run_warn(struct run *r, const struct in *in, size_t lineno, const char *message)
{
	r->status = RUN_BAD;
	if (lineno > 0)
		warnx("%s:%zu: %s", in->name, lineno, message);
	else
		warnx("%s: %s", in->name, message);
}

/* Plain text is one run of lines that are no records: one message is enough. */
static void
bad_record(struct run *r, struct in *in, const struct rec *rec)
{
	char message[128];

	if (r->bad_line == 0 || r->bad_line + 1 != rec->lineno) {
		if (rec->why != NULL)
			snprintf(message, sizeof(message), "not a record: %s",
			    rec->why);
		else
			snprintf(message, sizeof(message), "not a record%s%s",
			    r->prog->needs != NULL ? "; " : "",
			    r->prog->needs != NULL ? r->prog->needs : "");
		run_warn(r, in, rec->lineno, message);
		r->bad_first = rec->lineno;
	}
	r->bad_line = rec->lineno;
}

/* A record stands behind a run of bad lines: how far did that run go? */
static void
bad_run(struct run *r, const struct in *in)
{
	char message[64];

	if (r->bad_line > r->bad_first) {
		snprintf(message, sizeof(message), "the last of %zu such lines",
		    r->bad_line - r->bad_first + 1);
		run_warn(r, in, r->bad_line, message);
	}
}

int
run_record(struct run *r, struct in *in, struct rec *rec)
{
	int got;

	while ((got = rec_next(in, rec)) < 0 && got != REC_ERROR)
		if (got == REC_LONG)
			run_warn(r, in, rec->lineno,
			    "line longer than 32 MiB left out");
		else
			bad_record(r, in, rec);
	/* A whole input of plain text is told of in one line. */
	if (r->bad_first > 1 || got == REC_OK)
		bad_run(r, in);
	r->bad_line = r->bad_first = 0;
	return got == REC_ERROR ? REC_EOF : got;
}

int
run_done(struct run *r)
{
	int fd = r->out.fd;

	out_close(&r->out);
	/* NFS and full disks may say so only here. */
	if (close(fd) != 0 && errno != EINTR)
		err(RUN_FATAL, "%s", r->out.name);
	if (r->temp != NULL && rename(r->temp, r->target) != 0)
		err(RUN_FATAL, "%s", r->output);
	unfinished = NULL;
	free(r->temp);
	free(r->target);
	return r->status;
}
