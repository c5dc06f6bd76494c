/*
 * sort.h -- records in memory, sorted by their keys; equal keys stay in the
 * order in which they came.
 *
 * Lines lie one behind the other in one growing run of bytes, keys in another,
 * and what is moved about is 16 bytes a record.  Time: the words of the keys
 * that tell records apart, and n log n comparisons of numbers; input that is
 * already in order costs one look at each key.
 */
#ifndef NEWS_SORT_H
#define NEWS_SORT_H
#include "set/key.h"
#include "set/merge.h"

struct sort_item {
	uint64_t	 word;		/* two words of the key */
	uint64_t	 at;		/* in words */
};

/* All zero is an empty one. */
struct sort {
	struct buf		 lines;
	uint32_t		*words;	/* per record: a head, then the key */
	size_t			 words_n, words_cap;
	struct sort_item	*item, *spare;
	size_t			 n, cap;
	size_t			 last;	/* where the newest record's head is */
	bool			 mixed;	/* not every one follows the last */
	struct source		 source;
	size_t			 read;	/* by sort_source() */
};

/* Keep a copy of both. */
void	sort_add(struct sort *, struct key, struct slice line);

/* The bytes of memory in use, with what sort_run() will take. */
size_t	sort_size(const struct sort *);

/* Bring what was added into order. */
void	sort_run(struct sort *);

/* Record i of n. */
struct key	sort_key(const struct sort *, size_t i);
struct slice	sort_line(const struct sort *, size_t i);

/* All of it, after sort_run(), as a source; one at a time, s must stay. */
struct source	*sort_source(struct sort *);

/* Forget the records; keep the memory, or give it back. */
void	sort_clear(struct sort *);
void	sort_free(struct sort *);
#endif
