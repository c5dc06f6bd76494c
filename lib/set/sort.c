/*
 * sort.c -- records in memory, sorted by their keys: sort.h.
 *
 * Most significant words first: records are merge sorted by two words of the
 * key, then those with the same two words by the next two, and so on.  Where
 * that would go on for long, and for a handful of records, whole keys are
 * compared.
 */
#include "set/sort.h"

#include <stdlib.h>

/* The head of a record among the words. */
enum { HEAD_KEY, HEAD_LINE, HEAD_AT, HEAD_AT_HIGH, HEAD };

enum {
	FEW = 12,		/* records that insertion sorts */
	DEEP = 64,		/* words, then whole keys are compared */
	AHEAD = 8		/* records fetched into the cache beforehand */
};

static inline struct key
key_at(const struct sort *s, uint64_t at)
{
	return (struct key){ s->words + at + HEAD, s->words[at + HEAD_KEY] };
}

static inline struct slice
line_at(const struct sort *s, uint64_t at)
{
	const uint32_t *h = s->words + at;
	uint64_t line = (uint64_t)h[HEAD_AT_HIGH] << 32 | h[HEAD_AT];

	return (struct slice){ s->lines.p + line, h[HEAD_LINE] };
}

struct key
sort_key(const struct sort *s, size_t i)
{
	return key_at(s, s->item[i].at);
}

struct slice
sort_line(const struct sort *s, size_t i)
{
	return line_at(s, s->item[i].at);
}

void
sort_add(struct sort *s, struct key k, struct slice line)
{
	uint32_t *h;

	if (s->words_cap - s->words_n < HEAD + k.n)
		s->words = mem_grow(s->words, &s->words_cap,
		    s->words_n + HEAD + k.n, sizeof(*s->words));
	if (s->n == s->cap)
		s->item = mem_grow(s->item, &s->cap, s->n + 1,
		    sizeof(*s->item));
	if (!s->mixed && s->n > 0)
		s->mixed = key_cmp(key_at(s, s->last), k, 0) > 0;
	h = s->words + s->words_n;
	h[HEAD_KEY] = (uint32_t)k.n;
	h[HEAD_LINE] = (uint32_t)line.n;
	h[HEAD_AT] = (uint32_t)s->lines.n;
	h[HEAD_AT_HIGH] = (uint32_t)((uint64_t)s->lines.n >> 32);
	memcpy(h + HEAD, k.w, k.n * sizeof(*h));
	s->item[s->n++] = (struct sort_item){ 0, s->words_n };
	s->last = s->words_n;
	s->words_n += HEAD + k.n;
	buf_add(&s->lines, line.p, line.n);
}

size_t
sort_size(const struct sort *s)
{
	return s->lines.n + s->words_n * sizeof(*s->words) +
	    s->n * 2 * sizeof(*s->item);
}

/* Put the words from depth on into the items, 0 where a key has ended. */
static void
load(const struct sort *s, struct sort_item *a, size_t n, size_t depth)
{
	struct key k;
	size_t i;

	for (i = 0; i < n; i++) {
		k = key_at(s, a[i].at);
		a[i].word = 0;
		if (depth < k.n)
			a[i].word = (uint64_t)k.w[depth] << 32 | k.w[depth + 1];
	}
}

/* Whether y comes before x, which stood before it; whole keys if deep. */
static inline bool
before(const struct sort *s, const struct sort_item *y,
    const struct sort_item *x, size_t deep)
{
	if (x->word != y->word || deep == 0)
		return y->word < x->word;
	return key_cmp(key_at(s, y->at), key_at(s, x->at), deep) < 0;
}

static void
insertion(const struct sort *s, struct sort_item *a, size_t n, size_t deep)
{
	struct sort_item x;
	size_t i, j;

	for (i = 1; i < n; i++) {
		x = a[i];
		for (j = i; j > 0 && before(s, &x, &a[j - 1], deep); j--)
			a[j] = a[j - 1];
		a[j] = x;
	}
}

/* Sort a by word, or by whole keys if deep; t has room for half of it. */
static void
merge_sort(const struct sort *s, struct sort_item *a, struct sort_item *t,
    size_t n, size_t deep)
{
	size_t half = n / 2, i = 0, j = half, k = 0;
	bool right;

	if (n <= FEW) {
		insertion(s, a, n, deep);
		return;
	}
	merge_sort(s, a, t, half, deep);
	merge_sort(s, a + half, t, n - half, deep);
	if (!before(s, &a[half], &a[half - 1], deep))
		return;
	memcpy(t, a, half * sizeof(*a));
	while (i < half && j < n) {
		right = before(s, &a[j], &t[i], deep);
		a[k++] = *(right ? &a[j] : &t[i]);
		j += right;
		i += !right;
	}
	memcpy(a + k, t + i, (half - i) * sizeof(*a));
}

/* Sort the n records at a, whose keys are equal up to depth. */
static void
sort_from(struct sort *s, struct sort_item *a, size_t n, size_t depth)
{
	size_t deep = n <= FEW || depth >= DEEP ? depth + 2 : 0, i, j;

	load(s, a, n, depth);
	merge_sort(s, a, s->spare, n, deep);
	if (deep != 0)
		return;
	for (i = 0; i < n; i = j) {
		for (j = i + 1; j < n && a[j].word == a[i].word; j++)
			;
		if (j - i > 1 && depth + 2 < key_at(s, a[i].at).n)
			sort_from(s, a + i, j - i, depth + 2);
	}
}

void
sort_run(struct sort *s)
{
	if (!s->mixed)
		return;
	s->spare = mem_array(s->spare, s->n / 2 + 1, sizeof(*s->spare));
	sort_from(s, s->item, s->n, 0);
	s->mixed = false;
	free(s->spare);
	s->spare = NULL;
}

/* The items say where heads are, the heads where lines are: two steps ahead. */
static void
fetch(const struct sort *s, size_t i)
{
	if (i + 2 * AHEAD < s->n)
		__builtin_prefetch(s->words + s->item[i + 2 * AHEAD].at);
	if (i + AHEAD < s->n)
		__builtin_prefetch(sort_line(s, i + AHEAD).p);
}

static void
next(struct source *src)
{
	struct sort *s = (struct sort *)((char *)src -
	    offsetof(struct sort, source));
	struct key k;

	if (s->read == s->n) {
		src->code = MERGE_END;
		return;
	}
	fetch(s, s->read);
	k = sort_key(s, s->read);
	src->code = merge_code_of(src->key, k);
	src->key = k;
	src->line = sort_line(s, s->read++);
}

struct source *
sort_source(struct sort *s)
{
	s->source = (struct source){ .next = next };
	s->read = 0;
	return &s->source;
}

void
sort_clear(struct sort *s)
{
	s->lines.n = s->words_n = s->n = 0;
	s->mixed = false;
}

void
sort_free(struct sort *s)
{
	buf_free(&s->lines);
	free(s->words);
	free(s->item);
	free(s->spare);
	*s = (struct sort){ .n = 0 };
}
