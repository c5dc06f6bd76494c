/*
 * place.h -- what stands on both sides of a stop in a paragraph.
 *
 * All that a judgement whether a sentence ends there may look at, found once.
 * Bounded work at each stop, however long words, blanks and paragraphs are,
 * but for runs of stops, closing marks and blanks, which are passed over once.
 */
#ifndef NEWS_PLACE_H
#define NEWS_PLACE_H
#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

enum { PLACE_LOOK = 1 << 10 };	/* bytes on either side that may be looked at */

/* What stands behind a stop, opening marks and brackets apart. */
enum place_kind {
	PLACE_END,		/* nothing */
	PLACE_UPPER,
	PLACE_LOWER,
	PLACE_DIGIT,
	PLACE_LETTER,		/* of a script without case */
	PLACE_OTHER
};

/* A place where the sentence may end.  The slices are of par; offsets too. */
struct place {
	struct slice	par;
	size_t		from;		/* where the sentence begins */
	size_t		stop;		/* the first byte of the stop */
	size_t		closed;		/* behind the stops and what closes */
	size_t		next;		/* the next byte that is no blank */
	size_t		open;		/* the first byte of the next word */
	struct slice	word;		/* before the stop, without marks */
	struct slice	core;		/* place_core() of it */
	struct slice	after;		/* the next word */
	enum place_kind	kind;		/* of what stands at open */
	bool		spaced;		/* blanks stand before next */
	bool		dot;		/* the stop is one full stop */
	bool		dots;		/* an ellipsis */
	bool		quoted;		/* a quotation mark closes there */
	bool		bracket;	/* a bracket closes there */
};

/* The place in par at the stop at byte i; the sentence begins at from. */
struct place	place_at(struct slice par, size_t from, size_t i);

/* The next byte at or after i that is no blank, or par.n. */
size_t	place_skip(struct slice par, size_t i);

/* The word that ends before i, not before from: no blanks, marks at its start
 * left out.  It may be empty. */
struct slice	place_word_before(struct slice par, size_t from, size_t i);

/* The letters, digits and apostrophes from i on; it may be empty. */
struct slice	place_word_at(struct slice par, size_t i);

/* then-U.S: the part of a word behind its last hyphen, stroke or bracket. */
struct slice	place_core(struct slice word);

/* The first byte at or after i that is no opening mark. */
size_t	place_open(struct slice par, size_t i);
#endif
