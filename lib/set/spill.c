/* spill.c -- sorted runs on disk: spill.h. */
#include "base/bsd.h"
#include "set/spill.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

enum {
	WRITE = 1 << 18,	/* bytes gathered for a write */
	WINDOW = 1 << 17	/* bytes for a run being read, at least */
};

/* What stands before the key words and the line of a record in a run. */
struct head {
	uint32_t	apart;
	uint32_t	shared;		/* words as in the key before */
	uint32_t	own;		/* words that follow */
	uint32_t	line;		/* bytes */
};

/* A run that is read. */
struct spill_source {
	struct source	 source;	/* first: next() is given this */
	struct in	 in;
	struct key_copy	 key;
	const char	*dir;		/* for messages */
};

static _Noreturn void
fail(const char *dir, int e)
{
	errc(2, e, "temporary file in %s", dir);
}

/* A new file that nobody else can see and that goes when it is closed. */
static int
temporary(const char *dir)
{
	struct buf name = { NULL, 0, 0 };
	int fd;

	buf_add(&name, dir, strlen(dir));
	buf_add(&name, "/nsort.XXXXXX", sizeof("/nsort.XXXXXX"));
	if ((fd = mkstemp(name.p)) < 0)
		fail(dir, errno);
	unlink(name.p);
	buf_free(&name);
	return fd;
}

void
spill_open(struct spill *s, const char *dir, size_t memory, bool unique)
{
	long files = sysconf(_SC_OPEN_MAX);

	*s = (struct spill){ .dir = dir, .memory = memory, .unique = unique };
	/* A quarter: there may be a few sets of runs, and the inputs. */
	s->most = files > 0 && files < 4 * SPILL_RUNS ? (size_t)files / 4 :
							SPILL_RUNS;
}

static void
write_out(struct spill *s, int fd)
{
	size_t done = 0;
	ssize_t n;

	while (done < s->out.n) {
		n = write(fd, s->out.p + done, s->out.n - done);
		if (n < 0 && errno != EINTR)
			fail(s->dir, errno);
		done += n > 0 ? (size_t)n : 0;
	}
	s->out.n = 0;
}

static void
put(struct spill *s, int fd, const struct source *r, uint64_t code)
{
	size_t shared = merge_shared(code, r->key), own = r->key.n - shared;
	size_t size = r->key.n * sizeof(*r->key.w) + r->line.n;
	struct head h = { r->apart, (uint32_t)shared, (uint32_t)own,
		(uint32_t)r->line.n };

	buf_add(&s->out, (const char *)&h, sizeof(h));
	buf_add(&s->out, (const char *)(r->key.w + shared),
	    own * sizeof(*r->key.w));
	buf_add(&s->out, r->line.p, r->line.n);
	if (s->out.n >= WRITE)
		write_out(s, fd);
	if (size > s->longest)
		s->longest = size;
}

/* Write all that m still has, beginning with r, behind the key s->last. */
static void
write_run(struct spill *s, int fd, struct merge *m, const struct source *r)
{
	uint64_t code = merge_code_of(key_of(&s->last), r->key);

	for (;;) {
		if (code != 0 || r->apart || !s->unique) {
			put(s, fd, r, code);
			key_keep(&s->last, r->key);
		}
		if ((r = merge_next(m)) == NULL)
			break;
		code = r->code;
	}
	write_out(s, fd);
}

static void
read_failed(const struct spill_source *r)
{
	fail(r->dir, r->in.error != 0 ? r->in.error : EIO);
}

/* The next n bytes of a run; they live until the next call. */
static const char *
take(struct spill_source *r, size_t n)
{
	while (r->in.end - r->in.beg < n)
		if (!in_fill(&r->in))
			read_failed(r);
	r->in.beg += n;
	return r->in.buf + r->in.beg - n;
}

static void
next(struct source *src)
{
	struct spill_source *r = (struct spill_source *)src;
	size_t words;
	struct head h;
	const char *p;

	if (r->in.beg == r->in.end && !in_fill(&r->in)) {
		if (r->in.error != 0)
			read_failed(r);
		src->code = MERGE_END;
		return;
	}
	memcpy(&h, take(r, sizeof(h)), sizeof(h));
	words = h.own * sizeof(*r->key.w);
	p = take(r, words + h.line);
	r->key.n = h.shared + h.own;
	r->key.w = mem_grow(r->key.w, &r->key.cap, r->key.n, sizeof(*r->key.w));
	memcpy(r->key.w + h.shared, p, words);
	src->key = key_of(&r->key);
	src->line = (struct slice){ p + words, h.line };
	src->code = h.own == 0 ? 0 : merge_code(h.shared, src->key);
	src->apart = h.apart != 0;
}

static void
source_open(struct spill *s, struct spill_source *r, int fd)
{
	*r = (struct spill_source){ .source.next = next, .dir = s->dir };
	if (lseek(fd, 0, SEEK_SET) < 0)
		fail(s->dir, errno);
	in_open(&r->in, fd, "merging");	/* the name that wait() sees */
	r->in.wait = s->wait;
	r->in.wait_arg = s->wait_arg;
}

static void
source_close(struct spill_source *r)
{
	in_close(&r->in);
	free(r->key.w);
}

/* Sources over the runs from on, with tail behind them if there is one. */
static size_t
sources(struct spill *s, size_t from, struct source *tail)
{
	size_t n = s->n - from, i;

	s->source = mem_array(NULL, n, sizeof(*s->source));
	s->list = mem_array(NULL, n + 1, sizeof(*s->list));
	for (i = 0; i < n; i++) {
		source_open(s, &s->source[i], s->run[from + i].fd);
		s->list[i] = &s->source[i].source;
	}
	if (tail != NULL)
		s->list[n++] = tail;
	return n;
}

static void
sources_close(struct spill *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		source_close(&s->source[i]);
	free(s->source);
	free(s->list);
	s->source = NULL;
	s->list = NULL;
}

/* Merge the runs from on into one. */
static void
reduce(struct spill *s, size_t from)
{
	size_t n = sources(s, from, NULL), i;
	const struct source *r;
	struct merge m;
	int fd = temporary(s->dir);

	merge_open(&m, s->list, n);
	s->last.n = 0;
	if ((r = merge_next(&m)) != NULL)
		write_run(s, fd, &m, r);
	merge_close(&m);
	sources_close(s, n);
	for (i = from; i < s->n; i++)
		close(s->run[i].fd);
	s->run[from] = (struct spill_run){ fd, s->run[from].level + 1 };
	s->n = from + 1;
}

/* A new run behind the others. */
static void
begin_run(struct spill *s)
{
	s->run = mem_grow(s->run, &s->cap, s->n + 1, sizeof(*s->run));
	s->run[s->n++] = (struct spill_run){ .fd = temporary(s->dir) };
	s->last.n = 0;
}

/* A window grows to twice what it must hold, and the key is beside it. */
size_t
spill_fan(const struct spill *s)
{
	size_t n = s->memory / (WINDOW + 3 * s->longest);

	n = n > s->most ? s->most : n;
	return n < 2 ? 2 : n;
}

/* Whether the last runs, as many as are merged at once, are of one size. */
static bool
is_full(const struct spill *s)
{
	size_t n = spill_fan(s);

	return s->n >= n && s->run[s->n - n].level <= s->run[s->n - 1].level;
}

void
spill_add(struct spill *s, struct source **src, size_t n)
{
	const struct source *r;
	struct merge m;

	merge_open(&m, src, n);
	if ((r = merge_next(&m)) != NULL) {
		if (s->n == 0 || key_cmp(key_of(&s->last), r->key, 0) > 0)
			begin_run(s);
		write_run(s, s->run[s->n - 1].fd, &m, r);
	}
	merge_close(&m);
	while (is_full(s))
		reduce(s, s->n - spill_fan(s));
}

void
spill_merge(struct spill *s, struct source *tail, struct merge *m)
{
	size_t more = tail != NULL, fan = spill_fan(s), n;

	while (s->n + more > fan && s->n > 1) {
		n = s->n + more - fan + 1;
		reduce(s, s->n - (n < fan ? n : fan));
	}
	n = sources(s, 0, tail);
	merge_open(m, s->list, n);
}

void
spill_close(struct spill *s)
{
	size_t i;

	if (s->source != NULL)
		sources_close(s, s->n);
	for (i = 0; i < s->n; i++)
		close(s->run[i].fd);
	free(s->run);
	free(s->last.w);
	buf_free(&s->out);
}
