/*
 * driver -- a main() for the fuzz targets where there is no libFuzzer, so that
 * `make check` runs them everywhere and they cannot rot.
 *
 * usage: NAME [-n mutations] [file ...]
 * Feeds the target the files, the files cut short at every byte of their first
 * kilobyte, and mutations of them: the same ones each time, each made from its
 * number alone.  A child process does it; when it dies, the
 * input that did it is left in NAME.crash.  `NAME -n 0 NAME.crash` shows it again.
 */
#include <sys/mman.h>
#include <sys/wait.h>

#include <err.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CAP = 1 << 16, CUTS = 1024, HANG = 60 }; /* bytes, bytes, seconds */

struct bytes {
	unsigned char *p;
	size_t n;
};

/* What text and records break on. */
static const char *const token[] = { "\t", "\n", "\n\n", "\r\n", "\\", "\\t",
	"\"", "'", ". ", ", ", "? ", "\xe2\x80\x9c", "\xe2\x80\x9d",
	"\xe2\x80\x99", "\xc2\xab", "\xc2\xa0", "\xef\xbb\xbf", "\xe2\x80",
	"\xff", "\xc3", "\xed\xa0\x80", "\xf4\x90\x80\x80", " said ",
	" he said", "Mr. ", "according to ", "==> a <==\n", "\tsentence\t",
	"-1", "4294967296", "18446744073709551616" };

/* Where there is no corpus. */
static const char seed[] =
    "A title\n\n\"We won,\" Ann Lee said. \"It was hard.\"\n";

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static size_t
below(uint64_t *s, size_t n)
{
	*s ^= *s << 13;
	*s ^= *s >> 7;
	*s ^= *s << 17;
	return n ? (size_t)(*s >> 11) % n : 0;
}

/* Puts n bytes at p into b before its byte at; what is too much is left out. */
static void
insert(struct bytes *b, size_t at, const void *p, size_t n)
{
	if (n > CAP - b->n)
		n = CAP - b->n;
	memmove(b->p + at + n, b->p + at, b->n - at);
	memcpy(b->p + at, p, n);
	b->n += n;
}

static void
mutate(struct bytes *b, uint64_t *s, const struct bytes *other)
{
	static unsigned char piece[CAP];
	size_t at = below(s, b->n + 1), n = below(s, 1 + below(s, 200)), times;
	const char *t;

	switch (below(s, 7)) {
	case 0: /* a bit */
		if (at < b->n)
			b->p[at] ^= (unsigned char)(1u << below(s, 8));
		break;
	case 1: /* a byte */
		if (at < b->n)
			b->p[at] = (unsigned char)below(s, 256);
		break;
	case 2: /* tokens */
		t = token[below(s, sizeof token / sizeof *token)];
		times = below(s, 20) ? 1 : below(s, 500);
		while (times-- > 0)
			insert(b, at, t, strlen(t));
		break;
	case 3: /* a hole */
		if (n > b->n - at)
			n = b->n - at;
		memmove(b->p + at, b->p + at + n, b->n - at - n);
		b->n -= n;
		break;
	case 4: /* something twice */
		if (n > b->n - at)
			n = b->n - at;
		memcpy(piece, b->p + at, n);
		insert(b, below(s, b->n + 1), piece, n);
		break;
	case 5: /* a piece of another input */
		if (n > other->n)
			n = other->n;
		insert(b, at, other->p + below(s, other->n - n + 1), n);
		break;
	default: /* the end cut off */
		b->n = at;
	}
}

static size_t
cuts(struct bytes b)
{
	return b.n < CUTS ? b.n : CUTS;
}

static struct bytes
mutation(const struct bytes *file, size_t nfile, size_t k)
{
	uint64_t s = 0x9e3779b97f4a7c15u * (k + 1);
	struct bytes b = file[below(&s, nfile)], c;
	size_t times = 1 + below(&s, 6);

	c.n = b.n < CAP ? b.n : CAP;
	if ((c.p = malloc(CAP)) == NULL)
		err(2, NULL);
	memcpy(c.p, b.p, c.n);
	while (times-- > 0)
		mutate(&c, &s, &file[below(&s, nfile)]);
	return c;
}

/* The input of that number, all its own: files, their cuts, their mutations. */
static struct bytes
input(const struct bytes *file, size_t nfile, size_t k)
{
	struct bytes b = { NULL, 0 };
	size_t i;

	for (i = 0; i < nfile && b.p == NULL; i++) {
		if (k <= cuts(file[i])) {
			b.n = k == 0 ? file[i].n : k - 1;
			if ((b.p = malloc(b.n ? b.n : 1)) == NULL)
				err(2, NULL);
			memcpy(b.p, file[i].p, b.n);
		}
		k -= 1 + cuts(file[i]);
	}
	return b.p != NULL ? b : mutation(file, nfile, k);
}

/* Feeds a copy of just that size, for a sanitizer to see its bounds. */
static void
feed(struct bytes b)
{
	unsigned char *copy = malloc(b.n ? b.n : 1);

	if (copy == NULL)
		err(2, NULL);
	memcpy(copy, b.p, b.n);
	alarm(HANG);
	LLVMFuzzerTestOneInput(copy, b.n);
	free(copy);
}

static struct bytes
slurp(const char *name)
{
	struct bytes b = { NULL, 0 };
	FILE *fp = fopen(name, "rb");
	size_t got;

	if (fp == NULL)
		err(2, "%s", name);
	do {
		if ((b.p = realloc(b.p, b.n + CAP)) == NULL)
			err(2, NULL);
		b.n += got = fread(b.p + b.n, 1, CAP, fp);
	} while (got > 0);
	if (ferror(fp))
		err(2, "%s", name);
	fclose(fp);
	return b;
}

static void
save(const char *program, struct bytes b)
{
	char name[4096];
	FILE *fp;

	snprintf(name, sizeof name, "%s.crash", program);
	if ((fp = fopen(name, "wb")) == NULL ||
	    fwrite(b.p, 1, b.n, fp) != b.n || fclose(fp) != 0)
		err(2, "%s", name);
	printf("# the input is in %s\n", name);
}

int
main(int argc, char *argv[])
{
	struct bytes *file, b;
	volatile size_t *at; /* the input being fed, shared with the child */
	size_t i, mutations = 2000, nfile, total;
	int ch, status = 0;
	pid_t pid;

	while ((ch = getopt(argc, argv, "n:")) != -1) {
		if (ch != 'n')
			errx(2, "usage: %s [-n mutations] [file ...]", argv[0]);
		mutations = strtoul(optarg, NULL, 10);
	}
	nfile = optind < argc ? (size_t)(argc - optind) : 1;
	if ((file = calloc(nfile, sizeof *file)) == NULL)
		err(2, NULL);
	for (i = 0; i < nfile && optind < argc; i++)
		file[i] = slurp(argv[(size_t)optind + i]);
	if (optind == argc) {
		if ((file[0].p = (unsigned char *)strdup(seed)) == NULL)
			err(2, NULL);
		file[0].n = sizeof seed - 1;
	}
	for (total = nfile + mutations, i = 0; i < nfile; i++)
		total += cuts(file[i]);

	/* cppcheck-suppress invalidFunctionArg ; -1 is right for no file */
	at = mmap(NULL, sizeof *at, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (at == MAP_FAILED)
		err(2, "mmap");
	printf("1..1\n");
	fflush(stdout);
	if ((pid = fork()) == -1)
		err(2, "fork");
	if (pid == 0) {
		for (*at = 0; *at < total; ++*at) {
			b = input(file, nfile, *at);
			feed(b);
			free(b.p);
		}
		exit(0); /* not _exit: leaks are looked for */
	}
	if (waitpid(pid, &status, 0) == -1)
		err(2, "waitpid");
	if (status == 0)
		printf("ok 1 - %zu files, %zu inputs\n", nfile, total);
	else {
		printf("not ok 1 - input %zu of %zu, wait status 0x%x\n", *at,
		    total, (unsigned)status);
		if (*at < total) {
			b = input(file, nfile, *at);
			save(argv[0], b);
			free(b.p);
		}
	}
	for (i = 0; i < nfile; i++)
		free(file[i].p);
	free(file);
	return status != 0;
}
