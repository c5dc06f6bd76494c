/*
 * slice.h -- a run of bytes that somebody else owns.
 *
 * n bytes at p; no NUL follows, and any byte may stand among them.
 */
#ifndef NEWS_SLICE_H
#define NEWS_SLICE_H
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct slice {
	const char	*p;
	size_t		 n;
};

/* The string s without its NUL, as a slice. */
static inline struct slice
slice_of(const char *s)
{
	return (struct slice){ s, strlen(s) };
}

/* The bytes b..e of s; 0 <= b <= e <= s.n. */
static inline struct slice
slice_sub(struct slice s, size_t b, size_t e)
{
	return (struct slice){ s.p + b, e - b };
}

static inline bool
slice_eq(struct slice a, struct slice b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool
slice_is(struct slice a, const char *s)
{
	return slice_eq(a, slice_of(s));
}

static inline bool
slice_begins(struct slice a, const char *s)
{
	size_t n = strlen(s);

	return a.n >= n && memcmp(a.p, s, n) == 0;
}

static inline bool
slice_ends(struct slice a, const char *s)
{
	size_t n = strlen(s);

	return a.n >= n && memcmp(a.p + a.n - n, s, n) == 0;
}

/* Byte order, a prefix before what it begins: <0, 0, >0 as memcmp(3). */
static inline int
slice_cmp(struct slice a, struct slice b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.p, b.p, n) : 0;

	return c ? c : (a.n > b.n) - (a.n < b.n);
}
#endif
