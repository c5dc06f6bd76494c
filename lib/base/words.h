/*
 * words.h -- const word lists: a word in, the classes that it is in out.
 *
 * A list is written by hand or learnt as lib/.../NAME.words (a word or a
 * phrase of words with single spaces, a TAB, its classes with single spaces)
 * and turned by mkwords, when the programs are built, into a const table:
 * open addressing, half empty, FNV-1a of the bytes.  NAME.h then gives each class
 * a bit, NAME_CLASS in capitals, and declares NAME_words.  No start-up cost.
 */
#ifndef NEWS_WORDS_H
#define NEWS_WORDS_H
#include <stdint.h>

#include "base/slice.h"

struct word {
	uint32_t	hash;
	uint32_t	at;	/* where in text; the slot is free if bits is 0 */
	uint32_t	n;	/* bytes */
	uint32_t	bits;
};

struct words {
	const struct word	*slot;
	const char		*text;
	uint32_t		 mask;	/* slots - 1, a power of two less one */
	uint32_t		 longest;	/* bytes in the longest word */
	const uint32_t		*first;		/* for words_begins() */
};

enum { WORDS_FIRST = 128 };	/* words of 32 bits: a filter of 4096 bits */

/* The hash h of some bytes, with c behind them. */
static inline uint32_t
words_hash_on(uint32_t h, char c)
{
	return (h ^ (unsigned char)c) * 16777619u;
}

static inline uint32_t
words_hash(const char *p, size_t n)
{
	uint32_t h = 2166136261u;
	size_t i;

	for (i = 0; i < n; i++)
		h = words_hash_on(h, p[i]);
	return h;
}

/*
 * May something listed begin with the word whose hash is h?  False is certain:
 * most text is ruled out by its first word.  A first word ends before a byte
 * that is no ASCII letter or digit, nor one beyond ASCII, or behind such a byte.
 */
static inline bool
words_begins(const struct words *w, uint32_t h)
{
	return w->first[h / 32 % WORDS_FIRST] >> h % 32 & 1;
}

/* As words_find(), where the hash h of s is known. */
static inline uint32_t
words_find_hash(const struct words *w, struct slice s, uint32_t h)
{
	uint32_t i;

	for (i = h & w->mask; w->slot[i].bits != 0; i = (i + 1) & w->mask)
		if (w->slot[i].hash == h && w->slot[i].n == s.n &&
		    memcmp(w->text + w->slot[i].at, s.p, s.n) == 0)
			return w->slot[i].bits;
	return 0;
}

/* The classes of the word s, byte for byte as listed; 0 if it is not there. */
static inline uint32_t
words_find(const struct words *w, struct slice s)
{
	return s.n > w->longest ? 0 :
				  words_find_hash(w, s, words_hash(s.p, s.n));
}

/* The same with A-Z taken as a-z. */
static inline uint32_t
words_find_low(const struct words *w, struct slice s)
{
	char low[64];
	size_t i;

	if (s.n > w->longest || s.n > sizeof(low))
		return 0;
	for (i = 0; i < s.n; i++)
		low[i] = (char)(s.p[i] >= 'A' && s.p[i] <= 'Z' ?
			s.p[i] + ('a' - 'A') :
			s.p[i]);
	return words_find(w, (struct slice){ low, s.n });
}
#endif
