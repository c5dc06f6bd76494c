/* outlet.c -- by what a quotation came to the article: outlet.h. */
#include "news/outlet.h"

#include "gen/carrier.h"
#include "gen/lexicon.h"

enum { PAPER = 24 };		/* names looked through for "the paper" */

/* Over a mark that stands round an outlet's name: writes "Politico". */
static uint32_t
over_mark(const struct view *v, uint32_t i)
{
	return view_token(v, i) && view_at(v, i)->kind == TOKEN_MARK ? i + 1 :
								       i;
}

/* The name that begins at item i, article apart; empty if none does. */
static struct span
name_at(const struct view *v, uint32_t i)
{
	struct span s = { i, i };

	i += view_is(v, i, LEXICON_DET);
	if (view_is(v, i, LEXICON_PRESS) && !view_at(v, i)->cap)
		i++;			/* the newspaper "X" */
	i = over_mark(v, i);
	s.beg = s.end = i;
	while (view_token(v, s.end) &&
	    ((view_at(v, s.end)->cap && view_at(v, s.end)->kind == TOKEN_WORD &&
		 (view_at(v, s.end)->bits & LEXICON_DATE) == 0) ||
		(s.end > s.beg && view_says(v, s.end, "&"))))
		s.end++;
	return s;
}

static struct slice
text(const struct view *v, struct span s)
{
	return s.beg == s.end ? (struct slice){ "", 0 } : view_text(v, s);
}

/* Is the name an outlet's by its words, or by what the article says of it? */
static bool
known_outlet(const struct view *v, const struct names *n, struct span s)
{
	const struct token *t;
	uint32_t beg, end;
	size_t i;

	if (s.beg == s.end)
		return false;
	t = view_at(v, s.beg);
	if ((view_at(v, s.end - 1)->bits | t->bits) & LEXICON_PRESS)
		return true;
	beg = v->item[s.beg].at;
	end = v->item[s.end - 1].at + 1;
	for (i = names_at(n, beg); i < n->nmention && n->mention[i].beg < end;
	     i++)
		if (n->actor[n->mention[i].actor].outlet)
			return true;
	return false;
}

/* Behind "told" and the like a name in capitals (CNN) is one too. */
static bool
is_outlet(const struct view *v, const struct names *n, struct span s)
{
	const struct token *t;

	if (s.end == s.beg + 1) {
		t = view_at(v, s.beg);
		if (t->caps && t->end - t->beg >= 3 && t->end - t->beg <= 6)
			return true;
	}
	return known_outlet(v, n, s);
}

/* "he told Northwire.": a name of nobody known, and no clause behind it. */
static bool
unknown_hearer(const struct view *v, const struct names *n, struct span s)
{
	uint32_t beg, i;
	size_t k;

	if (s.beg == s.end ||
	    !(view_ends(v, s.end) || view_comma(v, s.end) ||
		view_says(v, s.end, ".") ||
		view_is(v, s.end, LEXICON_PREP | LEXICON_WHEN | LEXICON_DATE)))
		return false;
	for (i = s.beg; i < s.end; i++)
		if (view_is(v, i,
			LEXICON_BODY | LEXICON_PEOPLE | LEXICON_TITLE |
			    LEXICON_OFFICE | LEXICON_OBJPRON))
			return false;
	beg = v->item[s.beg].at;
	k = names_at(n, beg);
	return k < n->nmention && n->mention[k].beg == beg &&
	    !n->actor[n->mention[k].actor].person &&
	    !n->actor[n->mention[k].actor].body;
}

static bool
same(struct span a, struct span b)
{
	return a.beg < b.end && b.beg < a.end;
}

/* The outlet or platform that the word at item i, of those classes, leads to:
 * told X; in an interview with X; wrote on X; in a post on X. */
static struct span
told_to(const struct view *v, const struct names *n, uint32_t i, uint32_t is)
{
	struct span s = { i, i };

	if (is & CARRIER_HEARER) {
		s = name_at(v, i + 1);
		if (is_outlet(v, n, s) || unknown_hearer(v, n, s))
			return s;
	} else if ((is & CARRIER_WITH) != 0 &&
	    (view_says(v, i + 1, "with") || view_says(v, i + 1, "to"))) {
		s = name_at(v, i + 2);
		if (is_outlet(v, n, s))
			return s;
	} else if (is & CARRIER_PLACE) {	/* On the network "Plaza" he wrote */
		s = name_at(v, i + 1);
		if (is_outlet(v, n, s))
			return s;
	} else if ((is & CARRIER_ON) != 0 &&
	    (view_says(v, i + 1, "on") || view_says(v, i + 1, "to"))) {
		s = name_at(v, i + 2);
		if (!view_says(v, i, "said") ||
		    (s.beg < s.end && view_is(v, s.beg, LEXICON_PLATFORM)))
			return s;
	}
	s.end = s.beg;
	return s;
}

/* The name that ends right before item i, a mark apart. */
static struct span
name_before(const struct view *v, uint32_t i)
{
	struct span s = { i, i };

	if (i > 0 && view_token(v, i - 1) &&
	    view_at(v, i - 1)->kind == TOKEN_MARK)
		s.end--;
	for (s.beg = s.end; s.beg > 0 && view_token(v, s.beg - 1) &&
	     view_at(v, s.beg - 1)->cap &&
	     !view_is(v, s.beg - 1, LEXICON_DET | LEXICON_CONJ | LEXICON_PREP);
	     s.beg--)
		;
	return s;
}

/* according to X; reported by X; , writes X; X reported */
static struct span
reported_by(const struct view *v, const struct names *n, uint32_t i,
    uint32_t is)
{
	struct span s = { i, i };

	if ((is & CARRIER_ACCORDING) != 0 && view_says(v, i + 1, "to"))
		s = name_at(v, i + 2);
	else if ((is & CARRIER_REPORTS) != 0 && view_says(v, i + 1, "by"))
		s = name_at(v, i + 2);
	else if ((is & CARRIER_REPORTS) != 0 && i > 0 &&
	    (view_comma(v, i - 1) || v->item[i - 1].kind == ITEM_QUOTE))
		s = name_at(v, i + 1);
	if (s.beg == s.end && (is & CARRIER_REPORTS) != 0)
		s = name_before(v, i);
	if (!is_outlet(v, n, s))
		s.end = s.beg;
	return s;
}

/* told the newspaper "X": does the name itself stand at item i? */
static bool
names_follow(const struct view *v, uint32_t i)
{
	return view_token(v, i) &&
	    (view_at(v, i)->cap || view_at(v, i)->kind == TOKEN_MARK);
}

/* "told the paper": the outlet last named before item i; empty if none is. */
static struct slice
the_paper(const struct view *v, const struct names *n, uint32_t i)
{
	size_t m = names_at(n, v->item[i].at), k;

	for (k = 0; m > 0 && k < PAPER; m--, k++)
		if (n->actor[n->mention[m - 1].actor].outlet)
			return names_text(n, n->mention[m - 1].actor);
	return text(v, (struct span){ 0, 0 });
}

struct slice
outlet_find(const struct view *v, const struct names *n, struct span s,
    uint32_t cue, struct span speaker)
{
	struct span told = { 0, 0 }, reported = { 0, 0 }, o;
	uint32_t i, is;

	for (i = s.beg; i < s.end; i++) {
		if (!view_token(v, i) || view_at(v, i)->kind != TOKEN_WORD)
			continue;
		if ((is = words_find_low(&carrier_words, view_word(v, i))) == 0)
			continue;
		if ((is & CARRIER_TWITTER) != 0 && i == cue)
			return slice_of("Twitter");
		if ((is & CARRIER_HEARER) != 0 &&
		    view_is(v, i + 1, LEXICON_DET) &&
		    view_is(v, i + 2, LEXICON_PRESS) &&
		    !view_at(v, i + 2)->cap && !names_follow(v, i + 3))
			return the_paper(v, n, i + 2);
		if (told.beg == told.end)
			told = told_to(v, n, i, is);
		o = reported_by(v, n, i, is);
		if (reported.beg == reported.end && !same(o, speaker))
			reported = o;
	}
	if (told.beg == told.end && reported.beg == reported.end) {
		/* "Politico" focuses on the statement of X that "..." */
		reported = name_at(v, s.beg);
		if (!known_outlet(v, n, reported) || same(reported, speaker))
			reported.end = reported.beg;
	}
	return text(v, told.beg < told.end ? told : reported);
}
