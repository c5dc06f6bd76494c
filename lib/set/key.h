/*
 * key.h -- what a record is sorted by: its key columns as one row of words.
 *
 * Two keys made with the same columns compare as their words do, the first
 * that differs deciding: numbers, reversed columns and the order of the columns
 * are all in the encoding, and no key begins another one.  Equal keys mean that
 * all key columns are equal.
 *
 * A bytes column compares as memcmp(3), a shorter field before what it begins.
 * A number is [-]digits[.digits] of any length; fields that are no number
 * come before all numbers, in byte order.  A column that the record's kind
 * does not have is an empty field.
 */
#ifndef NEWS_KEY_H
#define NEWS_KEY_H
#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "io/col.h"
#include "io/rec.h"

enum { KEYS_MAX = REC_FIELDS };		/* columns in a key */

/* n words, an even number, at least 2; the last ones may be padding. */
struct key {
	const uint32_t	*w;
	size_t		 n;
};

/* A key that stays: all zero is none. */
struct key_copy {
	uint32_t	*w;
	size_t		 n, cap;
};

struct key_col {
	struct col	 col;
	bool		 number, reverse;
};

/* The key columns, and what keys_make() works with; all zero is none. */
struct keys {
	struct key_col	 col[KEYS_MAX];
	size_t		 n;
	char		 kind[16];	/* of the record met last, */
	size_t		 kind_n, nf;	/* and where its columns are, */
	size_t		 at[KEYS_MAX];	/* REC_FIELDS if nowhere */
	struct buf	 bytes;
	struct key_copy	 made;
};

/*
 * Add the columns of list: COL[FLAGS][,COL[FLAGS]]..., where COL is what
 * col_parse() takes and FLAGS are n (numbers) and r (reverse), behind a
 * colon or at once.  beg, end, n, par, id, score, size and docs are numbers by
 * themselves.  list must outlive *k.  Returns the item that is wrong, or an
 * empty slice with p NULL.
 */
struct slice	keys_add(struct keys *k, const char *list);

/* The key of r; it lives until the next call. */
struct key	keys_make(struct keys *k, const struct rec *r);
void		keys_free(struct keys *);

/* Where a and b differ first, from word i on; the words of the shorter one if
 * they do not. */
static inline size_t
key_differ(struct key a, struct key b, size_t i)
{
	size_t n = a.n < b.n ? a.n : b.n;

	while (i < n && a.w[i] == b.w[i])
		i++;
	return i;
}

/* <0, 0, >0; the words before i are known to be equal. */
static inline int
key_cmp(struct key a, struct key b, size_t i)
{
	size_t n = a.n < b.n ? a.n : b.n;

	i = key_differ(a, b, i);
	if (i < n)
		return a.w[i] < b.w[i] ? -1 : 1;
	return (a.n > b.n) - (a.n < b.n);
}

/* Keep k in place of what c held. */
void	key_keep(struct key_copy *c, struct key k);

static inline struct key
key_of(const struct key_copy *c)
{
	return (struct key){ c->w, c->n };
}
#endif
