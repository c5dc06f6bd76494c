/* phrase.c -- noun phrases that can speak: phrase.h. */
#include "news/phrase.h"

#include "gen/lexicon.h"

enum {
	LONGEST = 22,		/* items in a phrase */
};
static const uint32_t VERB = LEXICON_SAY | LEXICON_SAYING | LEXICON_JUDGE |
    LEXICON_VERB;
static const uint32_t NOUN = LEXICON_OFFICE | LEXICON_PEOPLE | LEXICON_BODY |
    LEXICON_PAPER;
static const uint32_t FUNCTION = LEXICON_PREP | LEXICON_CONJ | LEXICON_SUB |
    LEXICON_DET | LEXICON_POSS | LEXICON_PRON | LEXICON_OBJPRON | LEXICON_REL |
    LEXICON_AUX;

bool
phrase_initial(const struct view *v, uint32_t i)
{
	while (i > 0 && view_token(v, i - 1) &&
	    view_at(v, i - 1)->kind >= TOKEN_MARK)
		i--;
	return i == 0 || view_ends(v, i - 1) ||
	    v->item[i - 1].kind == ITEM_QUOTE;
}

static bool
ends_ly(struct slice w)
{
	return w.n > 4 && slice_ends(w, "ly") && !slice_is(w, "family");
}

static bool
cap_word(const struct view *v, uint32_t i)
{
	return view_token(v, i) && view_at(v, i)->kind == TOKEN_WORD &&
	    view_at(v, i)->cap;
}

/* A word that is a verb or a noun is a noun behind an article or the like. */
static bool
used_as_noun(const struct view *v, uint32_t i)
{
	return view_is(v, i, LEXICON_NOUNISH) && i > 0 &&
	    view_token(v, i - 1) &&
	    (view_is(v, i - 1, LEXICON_DET | LEXICON_POSS) ||
		view_at(v, i - 1)->kind == TOKEN_POSSESSIVE);
}

/* "Trump disagreed", but "the retired general": a past tense ends a phrase. */
static bool
past(const struct view *v, uint32_t i)
{
	struct slice w = view_word(v, i);

	if (slice_is(w, "briefed") || slice_is(w, "involved"))
		return false;		/* people briefed on the matter */
	return w.n > 4 && slice_ends(w, "ed") && i > 0 &&
	    view_token(v, i - 1) &&
	    !view_is(v, i - 1, LEXICON_DET | LEXICON_POSS | LEXICON_ADV) &&
	    view_at(v, i - 1)->kind == TOKEN_WORD;
}

/* May is a name where no day of the month stands beside it: Anna May. */
static bool
surname_may(const struct view *v, uint32_t i)
{
	return view_says(v, i, "May") &&
	    !(view_token(v, i + 1) &&
		view_at(v, i + 1)->kind == TOKEN_NUMBER) &&
	    !(i > 0 &&
		((view_token(v, i - 1) &&
		     view_at(v, i - 1)->kind == TOKEN_NUMBER) ||
		    view_is(v, i - 1, LEXICON_PREP)));
}

/* Can the word at item i stand inside a noun phrase, articles apart? */
static bool
inner(const struct view *v, uint32_t i)
{
	const struct token *t;

	if (!view_token(v, i))
		return false;
	t = view_at(v, i);
	if (t->kind == TOKEN_NUMBER || t->kind == TOKEN_POSSESSIVE)
		return true;
	if (t->kind == TOKEN_MARK)	/* the "Financial Times", Jim "Red" Fox */
		return cap_word(v, i + 1) || (i > 0 && cap_word(v, i - 1));
	if (t->kind != TOKEN_WORD)
		return view_says(v, i, "&");
	if (t->bits & LEXICON_DATE)
		return surname_may(v, i);
	if (t->cap && (t->caps || !phrase_initial(v, i)))
		return (t->bits &
			   (LEXICON_PREP | LEXICON_CONJ | LEXICON_DET |
			       LEXICON_PRON)) == 0 ||
		    t->caps;
	if (t->bits & FUNCTION)
		return false;
	if (t->cap)
		return (!ends_ly(view_word(v, i)) &&
			   (t->bits & (LEXICON_SAY | LEXICON_SAYING)) == 0) ||
		    (t->bits & NOUN) != 0;
	if ((t->bits & NOUN) || used_as_noun(v, i))
		return true;
	return (t->bits & (VERB | LEXICON_ADV | LEXICON_WHEN)) == 0 &&
	    !ends_ly(view_word(v, i)) && !past(v, i);
}

/* From a closing bracket at item i back to its opening one; i if there is none. */
static uint32_t
bracket_back(const struct view *v, uint32_t i, uint32_t least)
{
	uint32_t k;

	for (k = i; k > least && i - k < LONGEST && !view_ends(v, k - 1); k--)
		if (view_says(v, k - 1, "("))
			return k - 1;
	return i;
}

/* A preposition or "and" at item i - 1 that joins what stands at its sides? */
static bool
joint(const struct view *v, uint32_t i, uint32_t least)
{
	if (i < least + 2 || !inner(v, i - 2))
		return false;
	if (view_says(v, i - 1, "and"))
		return view_at(v, i - 2)->cap && view_token(v, i) &&
		    (view_at(v, i)->cap || view_is(v, i, LEXICON_DET));
	return view_says(v, i - 1, "including") || view_says(v, i - 1, "of") ||
	    view_says(v, i - 1, "for") || view_says(v, i - 1, "from") ||
	    view_says(v, i - 1, "in") || view_says(v, i - 1, "at") ||
	    view_says(v, i - 1, "with") || view_says(v, i - 1, "to") ||
	    view_says(v, i - 1, "on");
}

/* "a statement supporting X": what stands before the participle at item i is
 * another phrase. */
static bool
participle(const struct view *v, uint32_t i, uint32_t least)
{
	return i > least && view_token(v, i) && !view_at(v, i)->cap &&
	    !view_is(v, i, LEXICON_PREP) &&
	    view_at(v, i)->end - view_at(v, i)->beg > 4 &&
	    slice_ends(view_word(v, i), "ing") && inner(v, i - 1) &&
	    !view_at(v, i - 1)->cap && view_at(v, i - 1)->kind == TOKEN_WORD;
}

/* X, Y, and Z: the comma and "and" before item i. */
static bool
list_end(const struct view *v, uint32_t i, uint32_t least)
{
	return i > least + 2 && view_says(v, i - 1, "and") &&
	    view_comma(v, i - 2) && inner(v, i - 3) && view_at(v, i - 3)->cap;
}

/* X, Y and Z: the comma before item i belongs to a list that ends with "and". */
static bool
listed(const struct view *v, uint32_t i, uint32_t least, bool list)
{
	return list && i > least + 1 && view_comma(v, i - 1) &&
	    inner(v, i - 2) && view_at(v, i - 2)->cap;
}

struct span
phrase_before(const struct view *v, uint32_t end, uint32_t least)
{
	struct span s = { end, end };
	uint32_t i, j = end;
	bool det = false, list = false;

	if (j > least && view_says(v, j - 1, ")"))
		j = bracket_back(v, j - 1, least);
	if (j > least + 1 && view_comma(v, j - 2) &&
	    (view_says(v, j - 1, "Jr.") || view_says(v, j - 1, "Sr.") ||
		view_says(v, j - 1, "Jr") || view_says(v, j - 1, "Sr")))
		j -= 2;		/* John Mica, Jr. said */
	if (j <= least)
		return s;
	if (view_is(v, j - 1, LEXICON_PRON))
		return (struct span){ j - 1, end };
	if (!inner(v, j - 1)) {
		if (view_is(v, j - 1, LEXICON_DET) &&
		    !view_says(v, j - 1, "the") && !view_says(v, j - 1, "a") &&
		    !view_says(v, j - 1, "no"))
			s.beg = j - 1;	/* one, many, another */
		return s;
	}
	for (i = j - 1; i > least && end - i < LONGEST;) {
		if (!det && participle(v, i - 1, least))
			break;
		if (!det && inner(v, i - 1))
			i--;
		else if (!det &&
		    view_is(v, i - 1, LEXICON_DET | LEXICON_POSS)) {
			i--;
			det = true;
		} else if (i > least + 1 && view_says(v, i - 1, "of") &&
		    view_is(v, i - 2, LEXICON_DET)) {
			i -= 2;		/* one of the engineers */
			break;
		} else if (joint(v, i, least) || listed(v, i, least, list)) {
			list = list || view_says(v, i - 1, "and");
			i -= 2;
			det = false;
		} else if (list_end(v, i, least)) {
			list = true;
			i -= 3;
			det = false;
		} else if (!det && view_says(v, i - 1, ")") &&
		    bracket_back(v, i - 1, least) < i - 1)
			i = bracket_back(v, i - 1, least);
		else
			break;
	}
	while (i < j - 1 &&
	    (view_says(v, i, "&") || view_at(v, i)->kind >= TOKEN_POSSESSIVE))
		i++;
	s.beg = i;
	return s;
}

/* May "of", "for" and the like after item i - 1 lead on to more of the phrase? */
static bool
leads_on(const struct view *v, uint32_t i)
{
	uint32_t next = i + 1;

	if (!view_is(v, i, LEXICON_PREP))
		return false;
	if (view_is(v, next, LEXICON_DET | LEXICON_POSS))
		next++;
	if (!inner(v, next))
		return false;
	if (view_says(v, i, "of") ||
	    (view_says(v, i, "with") && view_says(v, i - 1, "familiar")))
		return true;
	return view_is(v, i - 1, NOUN) &&
	    (view_says(v, i, "for") || view_says(v, i, "at") ||
		view_says(v, i, "from") || view_says(v, i, "with"));
}

static struct span
phrase_from(const struct view *v, uint32_t beg)
{
	struct span s = { beg, beg };
	uint32_t i = beg;

	if (view_is(v, i, LEXICON_PRON)) {
		s.end = beg + 1;
		return s;
	}
	if (view_is(v, i, LEXICON_DET | LEXICON_POSS))
		i++;
	while (i - beg < LONGEST) {
		if (inner(v, i))
			i++;
		else if (i > beg && view_says(v, i, "and") && inner(v, i + 1) &&
		    view_at(v, i + 1)->cap && view_at(v, i - 1)->cap)
			i += 2;
		else if (i > beg && inner(v, i - 1) && leads_on(v, i)) {
			i++;
			i += view_is(v, i, LEXICON_DET | LEXICON_POSS);
		} else
			break;
	}
	/* "one", "many", "some said": they stand for people. */
	if (i == beg + 1 && view_is(v, beg, LEXICON_POSS))
		return s;
	if (i == beg + 1 &&
	    (view_says(v, beg, "the") || view_says(v, beg, "a") ||
		view_says(v, beg, "The") || view_says(v, beg, "A")))
		return s;
	s.end = i;
	return s;
}

struct span
phrase_at(const struct view *v, uint32_t beg)
{
	struct span s;

	/* one of the ministers */
	if (view_is(v, beg, LEXICON_DET) && view_says(v, beg + 1, "of")) {
		s = phrase_from(v, beg + 2);
		s.beg = s.beg == s.end ? s.end : beg;
		return s;
	}
	return phrase_from(v, beg);
}

bool
phrase_speaks(const struct view *v, struct span s)
{
	const struct token *t;
	uint32_t i;

	for (i = s.beg; i < s.end; i++) {
		if (!view_token(v, i))
			continue;
		t = view_at(v, i);
		if (t->kind == TOKEN_WORD && t->cap &&
		    (!phrase_initial(v, i) || t->bits == 0))
			return true;
		if (t->bits &
		    (NOUN | LEXICON_PRON | LEXICON_TITLE | LEXICON_PRESS))
			return true;
	}
	return s.end == s.beg + 1 && view_is(v, s.beg, LEXICON_DET);
}

uint32_t
phrase_skip(const struct view *v, uint32_t i)
{
	while (view_token(v, i) && !view_at(v, i)->cap &&
	    (view_is(v, i, LEXICON_AUX | LEXICON_ADV) ||
		ends_ly(view_word(v, i))))
		i++;
	return i;
}
