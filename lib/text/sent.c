/* sent.c -- where sentences end inside a paragraph: sent.h. */
#include "text/sent.h"

#include "gen/abbrev.h"
#include "gen/opener.h"
#include "text/ascii.h"
#include "text/stop.h"
#include "text/utf8.h"

enum { ADDRESS = 48 }; /* bytes of an address that are looked at */

static uint32_t
abbrev(struct slice w)
{
	uint32_t bits = words_find(&abbrev_words, w);

	bits = bits != 0 ? bits : words_find_low(&abbrev_words, w);
	/* IE is none, though ie is. */
	return (bits & ABBREV_MID) && w.n == 2 && ascii_upper(w.p[1]) ? 0 :
									bits;
}

static uint32_t
opener(struct slice w)
{
	return words_find_low(&opener_words, w);
}

static bool
all(struct slice w, bool (*is)(char))
{
	size_t i;

	for (i = 0; i < w.n; i++)
		if (!is(w.p[i]))
			return false;
	return w.n > 0;
}

/* U.S or a.m: single letters with stops between. */
static bool
is_acronym(struct slice w)
{
	size_t i;

	for (i = 0; i < w.n; i++)
		if (i % 2 == 0 ? !ascii_letter(w.p[i]) : w.p[i] != '.')
			return false;
	return w.n >= 3;
}

/* 4, 12, iv, b, 2.1: what stands before the stop or bracket of a list. */
static bool
is_list_mark(struct slice w)
{
	size_t i;
	bool digits = true, roman = true;

	for (i = 0; i < w.n; i++) {
		digits &= ascii_digit(w.p[i]) || (w.p[i] == '.' && i > 0);
		roman &= memchr("ivxIVX", w.p[i], 6) != NULL;
	}
	return w.n > 0 &&
	    ((digits && w.n <= 5) || (roman && w.n <= 4) ||
		(w.n == 1 && ascii_letter(w.p[0])));
}

/* Does the text up to byte k end as a sentence, or with a colon? */
static bool
ends_before(const struct place *g, size_t k)
{
	struct slice w;

	if (g->par.p[k - 1] != '.')
		return memchr(":;?!)", g->par.p[k - 1], 5) != NULL;
	w = place_core(place_word_before(g->par, g->from, k - 1));
	return w.n > 1 && (abbrev(w) & ~(uint32_t)ABBREV_LABEL) == 0 &&
	    !is_acronym(w);
}

/* Does nothing of a sentence stand before the word, the mark of a list? */
static bool
begins_item(const struct place *g)
{
	size_t at = (size_t)(g->word.p - g->par.p), k = at;

	while (k > g->from && ascii_blank(g->par.p[k - 1]))
		k--;
	return k <= g->from + 2 ||
	    (k < at && all(g->word, ascii_digit) && g->word.n <= 2 &&
		ends_before(g, k));
}

/* Figure 2. The */
static bool
is_label(const struct place *g)
{
	struct slice first = place_word_at(g->par, g->from);
	size_t i = place_skip(g->par, g->from + first.n);

	return ascii_digit(g->word.p[0]) &&
	    i == (size_t)(g->word.p - g->par.p) &&
	    (abbrev(first) & ABBREV_LABEL);
}

/* The word ends the sentence if a usual first word of one follows. */
static bool
starts_next(const struct place *g)
{
	if (g->open > g->next && g->kind == PLACE_UPPER) /* Inc. “We */
		return true;
	return g->kind == PLACE_UPPER && (opener(g->after) & OPENER_START);
}

/* A single letter and a stop: J. Edgar, but vitamin C. The */
static bool
after_initial(const struct place *g)
{
	struct slice w = place_word_before(g->par, g->from,
	    (size_t)(g->word.p - g->par.p) -
		(g->word.p > g->par.p + g->from ? 1 : 0));

	if (g->kind != PLACE_UPPER)
		return g->kind == PLACE_DIGIT ? false : g->kind != PLACE_LOWER;
	if (!ascii_upper(g->word.p[0]))
		return starts_next(g);
	/* than I. We went */
	if (g->word.p[0] == 'I' && w.n > 0 && ascii_lower(w.p[0]))
		return true;
	return starts_next(g) && g->after.n > 1 &&
	    !(w.n > 0 && ascii_upper(w.p[0]) && g->after.n == 2 &&
		ascii_upper(g->after.p[1]));
}

/* D-Vt: the party and the place of a member. */
static bool
is_party(const struct place *g)
{
	return g->word.n > 3 && g->word.p[1] == '-' &&
	    memchr("DRI", g->word.p[0], 3) != NULL;
}

static bool
after_abbrev(const struct place *g, uint32_t bits)
{
	if (bits & ABBREV_WORD)
		return true;
	if (bits & ABBREV_MID)
		return false;
	if (bits & ABBREV_NUM)
		return g->kind == PLACE_UPPER && g->after.n > 1 &&
		    !all(g->after, ascii_upper);
	if (bits & ABBREV_TITLE)
		return (bits & ABBREV_STREET) && starts_next(g) &&
		    g->open == g->next;
	if (g->kind == PLACE_DIGIT)
		return false;
	if ((bits & ABBREV_PLACE) && is_party(g)) /* D-Vt. Lee said */
		return g->kind == PLACE_UPPER;
	if (bits & ABBREV_TIME)
		return g->kind == PLACE_UPPER &&
		    !(opener(g->after) & OPENER_ZONE);
	return starts_next(g);
}

/* No vowel and short, as bldg or Schw: an abbreviation that no list has. */
static bool
no_vowel(struct slice w)
{
	size_t i;

	for (i = 0; i < w.n; i++)
		if (!ascii_letter(w.p[i]) || memchr("aeiouyAEIOUY", w.p[i], 12))
			return false;
	return w.n >= 2 && w.n <= 4 && !all(w, ascii_upper) &&
	    !(abbrev(w) & ABBREV_WORD);
}

/* Is the word after the place lower case, and so the first of the sentence? */
static bool
lower_style(const struct place *g)
{
	size_t b = place_open(g->par, g->from);
	uint32_t c = 0;

	if (b < g->par.n)
		utf8_next(g->par.p + b, g->par.p + g->par.n, &c);
	return utf8_lower(c);
}

/* “...?” Ann Lee asked: up to three capital words, then a verb of saying. */
static bool
speaker_follows(const struct place *g)
{
	size_t i = g->open, words;
	struct slice w;

	for (words = 0; words < 4; words++) {
		w = place_word_at(g->par, i);
		if (w.n == 0)
			return false;
		if (opener(w) & OPENER_SAY)
			return words > 0;
		if (!ascii_upper(w.p[0]))
			return false;
		i = (size_t)(w.p - g->par.p) + w.n;
		if (i < g->par.n && g->par.p[i] == '.')
			i++;
		i = place_skip(g->par, i);
	}
	return false;
}

/* 5 ft, 3 in: does a number stand before the word? */
static bool
counts(const struct place *g)
{
	size_t k = (size_t)(g->word.p - g->par.p);

	while (k > g->from && ascii_blank(g->par.p[k - 1]))
		k--;
	return k > g->from && ascii_digit(g->par.p[k - 1]);
}

/* One full stop, a blank and a small letter: hardly more than a slip. */
static bool
before_lower(const struct place *g, uint32_t bits)
{
	if (bits != 0 || g->quoted || g->bracket || g->core.n < 2 ||
	    is_acronym(g->core) || no_vowel(g->core))
		return false;
	return lower_style(g) || (g->core.n > 2 && ascii_lower(g->core.p[0]));
}

/* One full stop and a blank. */
static bool
after_dot(const struct place *g)
{
	uint32_t bits = abbrev(g->core) & ~(uint32_t)ABBREV_LABEL;

	if (g->core.n == 1 && ascii_upper(g->core.p[0]))
		bits = 0; /* an initial */
	if (g->core.n < g->word.n && !is_party(g) && !is_acronym(g->core))
		bits &= ABBREV_TITLE | ABBREV_MID; /* Shangri-La is no La. */
	if ((bits & ABBREV_UNIT) && !counts(g))
		bits &= ~(uint32_t)ABBREV_UNIT;
	if (g->quoted || g->closed > g->stop + 1)
		bits &= ~(uint32_t)(ABBREV_NUM | ABBREV_UNIT | ABBREV_TITLE);
	if (g->kind == PLACE_LOWER)
		return before_lower(g, bits);
	if (g->closed == g->stop + 1 && g->word.n > 0 &&
	    ((is_list_mark(g->word) && begins_item(g)) || is_label(g)))
		return false;
	if (bits != 0)
		return after_abbrev(g, bits);
	if (g->core.n == 1 && ascii_letter(g->core.p[0]))
		return after_initial(g);
	if (is_acronym(g->core) || no_vowel(g->core))
		return starts_next(g);
	return true;
}

/* . . ., ... and the character: a new sentence has a capital. */
static bool
after_dots(const struct place *g)
{
	return g->kind == PLACE_UPPER || g->kind == PLACE_LETTER ||
	    g->kind == PLACE_DIGIT ||
	    (g->kind == PLACE_OTHER && g->open > g->next);
}

/* An address, a file name: no sentence ends in them. */
static bool
in_address(const struct place *g)
{
	size_t e = g->next, i;
	const char *p = g->word.p, *end;

	while (
	    e < g->par.n && !ascii_blank(g->par.p[e]) && e - g->next < ADDRESS)
		e++;
	end = g->par.p + e;
	for (i = 0; p + i + 3 < end; i++)
		if (p[i] == '@' || p[i] == '/' ||
		    (p[i] == ':' && p[i + 1] == '/'))
			return true;
	return end - p > 4 && memcmp(p, "www.", 4) == 0;
}

/* end.Next: the blank is missing. */
static bool
unspaced(const struct place *g)
{
	if (g->kind == PLACE_LETTER || (unsigned char)g->par.p[g->stop] >= 0xE3)
		return true; /* scripts that write no blanks */
	if (g->kind != PLACE_UPPER || g->word.n < 2 || in_address(g))
		return false;
	if (g->after.n > 1 && ascii_upper(g->after.p[1]) && g->after.n < 4)
		return false;
	if (g->quoted && g->open == g->next)
		return true;
	return all(slice_sub(g->word, g->word.n - 2, g->word.n), ascii_lower) &&
	    memchr(g->word.p, '.', g->word.n) == NULL;
}

static bool
ends(const struct place *g)
{
	if (g->next >= g->par.n)
		return true;
	if (!g->spaced)
		return unspaced(g);
	if (g->kind == PLACE_OTHER &&
	    memchr(",;:)]}", g->par.p[g->next], 6) != NULL)
		return false;
	if (g->dots)
		return after_dots(g);
	if (g->dot && !after_dot(g))
		return false;
	if (!g->dot && g->kind == PLACE_LOWER)
		return !g->quoted && !g->bracket && g->word.n > 0 &&
		    (lower_style(g) || !ascii_upper(g->word.p[0]));
	if (!g->dot && g->kind == PLACE_UPPER &&
	    (abbrev(g->word) & ABBREV_BANG))
		return starts_next(g);
	return !(g->quoted && !g->dot && g->kind == PLACE_UPPER &&
	    g->open == g->next && speaker_follows(g));
}

/* A sentence too long: the last blank within bounds, or between characters. */
static size_t
cut_long(struct slice par, size_t from)
{
	size_t e = from + SENT_MAX, b = e;

	while (b > from && !ascii_blank(par.p[b]))
		b--;
	while (b > from && ascii_blank(par.p[b - 1]))
		b--;
	if (b > from)
		return b;
	while (
	    e > from + SENT_MAX - 4 && ((unsigned char)par.p[e] & 0xC0) == 0x80)
		e--;
	return e;
}

static size_t
trim_end(struct slice par, size_t from)
{
	size_t e = par.n;

	while (e > from && ascii_blank(par.p[e - 1]))
		e--;
	return e;
}

size_t
sent_end(struct slice par, size_t from)
{
	size_t most = par.n - from > SENT_MAX ? from + SENT_MAX : par.n;
	size_t i = from;
	struct place g;

	while ((i = stop_next(par.p, i, most)) < most) {
		g = place_at(par, from, i);
		if (g.closed > most)
			break;
		if (ends(&g))
			return g.next >= par.n ? trim_end(par, from) : g.closed;
		i = g.closed;
	}
	return most < par.n ? cut_long(par, from) : trim_end(par, from);
}
