/* token.c -- words, numbers and punctuation of a text: token.h. */
#include "text/token.h"

#include "base/mem.h"
#include "text/utf8.h"

/* What a byte begins; letters beyond ASCII are told by utf8.h. */
enum { OTHER, BLANK, UPPER, LOWER, DIGIT, HIGH };

/* clang-format off */
#define U UPPER
#define L LOWER
#define D DIGIT
#define H HIGH
static const uint8_t class[256] = {
	0, 0, 0, 0, 0, 0, 0, 0, 0, BLANK, BLANK, BLANK, BLANK, BLANK, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	BLANK, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	D, D, D, D, D, D, D, D, D, D, 0, 0, 0, 0, 0, 0,
	0, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
	U, U, U, U, U, U, U, U, U, U, U, 0, 0, 0, 0, 0,
	0, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, 0, 0, 0, 0, 0,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
};
#undef U
#undef L
#undef D
#undef H
/* clang-format on */

static inline int
class_of(char c)
{
	return class[(unsigned char)c];
}

/* The length of the letter or digit at p, 0 if there is none; *upper is set. */
static size_t
letter_at(const char *p, const char *end, bool *upper)
{
	uint32_t code;
	size_t n;
	int k;

	if (p >= end)
		return 0;
	k = class_of(*p);
	*upper = k == UPPER;
	if (k != HIGH)
		return k >= UPPER ? 1 : 0;
	n = utf8_next(p, end, &code);
	*upper = utf8_upper(code);
	return code != UTF8_BAD && utf8_letter(code) ? n : 0;
}

/* The length of an apostrophe at p (' or ’), 0 if there is none. */
static size_t
apostrophe_at(const char *p, const char *end)
{
	if (p < end && *p == '\'')
		return 1;
	return end - p >= 3 && memcmp(p, "\u2019", 3) == 0 ? 3 : 0;
}

/* The length of 's at p when no letter follows it, else 0. */
static size_t
possessive_at(const char *p, const char *end)
{
	size_t n = apostrophe_at(p, end);
	bool upper;

	if (n == 0 || p + n >= end || (p[n] != 's' && p[n] != 'S') ||
	    letter_at(p + n + 1, end, &upper) != 0)
		return 0;
	return n + 1;
}

/* May the word go on over the sign at p?  Returns the sign's length, or 0. */
static size_t
joint_at(const char *p, const char *end, bool digits, bool dotted)
{
	size_t n = apostrophe_at(p, end);
	bool upper;

	if (n == 0 && p + 1 < end && *p == '.' && class_of(p[1]) == LOWER &&
	    class_of(p[-1]) == LOWER)
		return 1;		/* HealthCare.gov */
	if (n == 0 && p < end &&
	    (*p == '-' || *p == '&' || (digits && (*p == ',' || *p == '.')) ||
		(dotted && *p == '.')))
		n = 1;
	if (n == 0 || letter_at(p + n, end, &upper) == 0)
		return 0;
	if (digits && (*p == ',' || *p == '.') && class_of(p[n]) != DIGIT)
		return 0;
	return n;
}

/* What the letters of a word were like. */
struct letters {
	size_t	n;
	bool	lower;		/* one is no capital */
	bool	single;		/* each stands alone between stops: U.S. */
};

/* Over the letters and digits at p. */
static const char *
over_letters(const char *p, const char *end, struct letters *l)
{
	const char *start = p;
	size_t n = 0;
	bool upper;

	for (;; p += n) {
		while (
		    p < end && class_of(*p) >= UPPER && class_of(*p) <= DIGIT) {
			l->lower = l->lower || class_of(*p) == LOWER;
			l->n++;
			p++;
		}
		if (p >= end || class_of(*p) != HIGH ||
		    (n = letter_at(p, end, &upper)) == 0)
			break;
		l->lower = l->lower || !upper;
		l->n++;
	}
	l->single = l->single && p - start <= 1;
	return p;
}

/* Take the word at p: where it ends.  *dots: it holds stops, as U.S. does. */
static const char *
word_end(const char *p, const char *end, struct token *t, bool *dots)
{
	struct letters l = { 0, false, true };
	bool digits = class_of(*p) == DIGIT;
	size_t n;

	*dots = false;
	for (;;) {
		p = over_letters(p, end, &l);
		/* Most words end at a blank. */
		if (p >= end || class_of(*p) == BLANK ||
		    possessive_at(p, end) != 0 ||
		    (n = joint_at(p, end, digits, l.single)) == 0)
			break;
		*dots = *dots || (*p == '.' && l.single);
		p += n;
	}
	t->caps = !l.lower && l.n > 1 && !digits;
	return p;
}

/* Does the full stop at p belong to the word before it? */
static bool
keeps_stop(const char *p, const char *end, const struct token *t, bool dots,
    const char *text, const struct words *words, uint32_t stop)
{
	struct slice w = { text + t->beg, (size_t)(p - text) + 1 - t->beg };

	if (p >= end || *p != '.' || (p + 1 < end && p[1] == '.'))
		return false;
	if (dots || (t->cap && w.n == 2))	/* U.S. a.m.  J. */
		return true;
	return t->cap && (words_find_low(words, w) & stop) != 0;
}

/* he'd, they’re, who's: the classes of what stands before the apostrophe. */
static uint32_t
contraction(const struct words *words, const char *p, const char *end)
{
	const char *q;

	for (q = p + 1; q < end && q - p < 8; q++)
		if (apostrophe_at(q, end) != 0)
			return words_find_low(words,
			    (struct slice){ p, (size_t)(q - p) });
	return 0;
}

static const char *
add_word(struct tokens *ts, const char *p, const char *end, const char *text,
    const struct words *words, uint32_t stop)
{
	struct token *t = &ts->t[ts->n++];
	bool upper = false, dots;

	letter_at(p, end, &upper);
	t->cap = upper;
	t->kind = class_of(*p) == DIGIT ? TOKEN_NUMBER : TOKEN_WORD;
	t->beg = (uint32_t)(p - text);
	p = word_end(p, end, t, &dots);
	if (keeps_stop(p, end, t, dots, text, words, stop))
		p++;
	t->end = (uint32_t)(p - text);
	t->bits = words_find_low(words,
	    (struct slice){ text + t->beg, t->end - t->beg });
	if (t->bits == 0)
		t->bits = contraction(words, text + t->beg, p);
	return p;
}

/* A sign that is no word: quotation marks are told apart. */
static const char *
add_sign(struct tokens *ts, const char *p, const char *end, const char *text)
{
	struct token *t = &ts->t[ts->n++];
	size_t n = possessive_at(p, end);
	uint32_t code;

	t->beg = (uint32_t)(p - text);
	t->kind = TOKEN_PUNCT;
	t->bits = 0;
	t->cap = t->caps = false;
	if (n != 0 && !t->space)
		t->kind = TOKEN_POSSESSIVE;
	else {
		n = utf8_next(p, end, &code);
		/* the dockers’ union: a possessive of many */
		if (!t->space && p > text && p[-1] == 's' &&
		    (code == '\'' || code == 0x2019) && p + n < end &&
		    class_of(p[n]) == BLANK) {
			t->kind = TOKEN_POSSESSIVE;
			t->end = t->beg + (uint32_t)n;
			return p + n;
		}
		if (code == '"' || code == '\'' || code == '`' ||
		    code == 0xAB || code == 0xBB ||
		    (code >= 0x2018 && code <= 0x201F) || code == 0x2039 ||
		    code == 0x203A)
			t->kind = TOKEN_MARK;
	}
	t->end = t->beg + (uint32_t)n;
	return p + n;
}

void
tokens_add(struct tokens *ts, const char *text, uint32_t beg, uint32_t endpos,
    const struct words *words, uint32_t stop)
{
	const char *p = text + beg, *end = text + endpos;
	bool space = true, upper;

	while (p < end) {
		if (class_of(*p) == BLANK) {
			space = true;
			p++;
			continue;
		}
		if (ts->n == ts->cap)
			ts->t = mem_grow(ts->t, &ts->cap, ts->n + 1,
			    sizeof(*ts->t));
		ts->t[ts->n].space = space;
		space = false;
		if (letter_at(p, end, &upper) != 0)
			p = add_word(ts, p, end, text, words, stop);
		else
			p = add_sign(ts, p, end, text);
	}
}
