/*
 * token.h -- words, numbers and punctuation of a text.
 *
 * A word keeps its inner hyphens, apostrophes and the dots of U.S. and a.m.;
 * the stop of an initial (J.) and of a listed abbreviation (Sen.) belongs to
 * it too.  The possessive ('s, ’s) is a token of its own, so that the word
 * before it can be looked up.  Every other character is a token; blanks are none.
 */
#ifndef NEWS_TOKEN_H
#define NEWS_TOKEN_H
#include <stdbool.h>
#include <stdint.h>

#include "base/words.h"

enum token_kind {
	TOKEN_WORD,		/* begins with a letter */
	TOKEN_NUMBER,		/* begins with a digit */
	TOKEN_POSSESSIVE,	/* 's, and ' behind the s of many */
	TOKEN_MARK,		/* a quotation mark or apostrophe that is no part of a word */
	TOKEN_PUNCT
};

struct token {
	uint32_t	beg, end;	/* bytes of the text */
	uint32_t	bits;		/* classes of the word in the list given */
	uint8_t		kind;		/* enum token_kind */
	bool		cap;		/* its first letter is a capital */
	bool		caps;		/* two letters or more, all capitals */
	bool		space;		/* white space or nothing stands before it */
};

struct tokens {
	struct token	*t;
	size_t		 n, cap;
};

/*
 * Add the tokens of text[beg..end) to *ts.  Words are looked up in words,
 * letter case apart; those with a class in stop keep a full stop that follows.
 */
void tokens_add(struct tokens *ts, const char *text, uint32_t beg, uint32_t end,
    const struct words *words, uint32_t stop);
#endif
