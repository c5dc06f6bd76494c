/*
 * merge.h -- one sorted stream of records from many.
 *
 * Each source says of its record how the key relates to the one before: the
 * code (offset-value coding).  Of two keys that are coded against the same one,
 * the smaller code is the smaller key, so that nearly every comparison is
 * that of two numbers; words are looked at only where codes are equal.
 *
 *	code	0			the key before once more
 *		~i << 32 | word i	word i is the first that differs
 *		MERGE_END		there is no record
 *
 * Records with equal keys come in the order of their sources.
 */
#ifndef NEWS_MERGE_H
#define NEWS_MERGE_H
#include "set/key.h"

#define MERGE_END UINT64_MAX

struct source {
	/* Go to the next record, or set code to MERGE_END. */
	void		(*next)(struct source *);
	struct key	 key;
	struct slice	 line;		/* no LF at its end; entry.h: two lines */
	uint64_t	 code;
	bool		 apart;		/* out of order: the key is not its own,
					 * but that of the record before */
};

static inline uint64_t
merge_code(size_t i, struct key k)
{
	return (uint64_t)(UINT32_MAX - (uint32_t)i) << 32 | k.w[i];
}

/* The words that a key with this code has in common with the one before. */
static inline size_t
merge_shared(uint64_t code, struct key k)
{
	return code == 0 ? k.n : UINT32_MAX - (uint32_t)(code >> 32);
}

/* The code of k behind before, which is not greater; none at all has n = 0. */
static inline uint64_t
merge_code_of(struct key before, struct key k)
{
	size_t i = key_differ(before, k, 0);

	return i < k.n ? merge_code(i, k) : 0;
}

struct merge {
	struct source	**src;
	size_t		 n;
	size_t		*loser;		/* a tree of losers, from 1 */
	size_t		 first;		/* whose record comes next */
	bool		 begun;
};

/* Merge the n sources at src, which stay the caller's; nothing is read yet. */
void	merge_open(struct merge *, struct source **src, size_t n);
void	merge_close(struct merge *);

/*
 * The source whose record is next, or NULL at the end; its slices live until
 * the next call.  Its code is relative to the record returned before.
 */
const struct source	*merge_next(struct merge *);
#endif
