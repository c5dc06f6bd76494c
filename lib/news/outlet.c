/* outlet.c -- by what a quotation came to the article: outlet.h. */
#include "news/outlet.h"

#include "gen/lexicon.h"

/* Over a mark that stands round an outlet's name: writes "Politico". */
static uint32_t
over_mark(const struct view *v, uint32_t i)
{
	return view_token(v, i) && view_at(v, i)->kind == TOKEN_MARK ? i + 1 : i;
}

/* The name that begins at item i, article apart; empty if none does. */
static struct span
name_at(const struct view *v, uint32_t i)
{
	struct span s = { i, i };

	i += view_is(v, i, LEXICON_DET);
	i = over_mark(v, i);
	s.beg = s.end = i;
	while (view_token(v, s.end) && ((view_at(v, s.end)->cap &&
	    view_at(v, s.end)->kind == TOKEN_WORD &&
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

/* Does the name look like an outlet's: by its words, in capitals (CNN), or by
 * what the article says of it elsewhere? */
static bool
is_outlet(const struct view *v, const struct names *n, struct span s)
{
	const struct token *t;
	uint32_t beg, end;
	size_t i;

	if (s.beg == s.end)
		return false;
	t = view_at(v, s.beg);
	if (t->caps && s.end == s.beg + 1 && t->end - t->beg >= 3 &&
	    t->end - t->beg <= 6)
		return true;
	if ((view_at(v, s.end - 1)->bits | t->bits) & LEXICON_PRESS)
		return true;
	beg = v->item[s.beg].at;
	end = v->item[s.end - 1].at + 1;
	for (i = names_at(n, beg); i < n->nmention && n->mention[i].beg < end; i++)
		if (n->actor[n->mention[i].actor].outlet)
			return true;
	return false;
}

/* "he told Northwire.": a name of nobody known, and no clause behind it. */
static bool
unknown_hearer(const struct view *v, const struct names *n, struct span s)
{
	uint32_t beg, i;
	size_t k;

	if (s.beg == s.end || !(view_ends(v, s.end) || view_comma(v, s.end) ||
	    view_says(v, s.end, ".") || view_is(v, s.end, LEXICON_PREP |
	    LEXICON_WHEN | LEXICON_DATE)))
		return false;
	for (i = s.beg; i < s.end; i++)
		if (view_is(v, i, LEXICON_BODY | LEXICON_PEOPLE | LEXICON_TITLE |
		    LEXICON_OFFICE | LEXICON_OBJPRON))
			return false;
	beg = v->item[s.beg].at;
	k = names_at(n, beg);
	return k < n->nmention && n->mention[k].beg == beg &&
	    !n->actor[n->mention[k].actor].person &&
	    n->actor[n->mention[k].actor].end -
	    n->actor[n->mention[k].actor].beg == s.end - s.beg;
}

static bool
same(struct span a, struct span b)
{
	return a.beg < b.end && b.beg < a.end;
}

/* Words that an outlet's own report is told by. */
static bool
reports(const struct view *v, uint32_t i)
{
	static const char *const words[] = { "reported", "reports", "writes",
		"wrote", "notes", "noted", "cited", "cites", "quoted", "quotes",
		"recalls", "adds", "added", "said", "says", "learned", "revealed" };
	size_t k;

	for (k = 0; k < sizeof(words) / sizeof(words[0]); k++)
		if (view_says(v, i, words[k]))
			return true;
	return false;
}

/* told X; in an interview with X; wrote on X; in a post on X */
static struct span
told_to(const struct view *v, const struct names *n, uint32_t i)
{
	struct span s = { i, i };

	if (view_says(v, i, "told") || view_says(v, i, "tells") ||
	    view_says(v, i, "telling")) {
		s = name_at(v, i + 1);
		if (!is_outlet(v, n, s) && !unknown_hearer(v, n, s))
			s.end = s.beg;
	} else if ((view_says(v, i, "interview") || view_says(v, i, "speaking") ||
	    view_says(v, i, "Speaking") || view_says(v, i, "spoke")) &&
	    (view_says(v, i + 1, "with") || view_says(v, i + 1, "to"))) {
		s = name_at(v, i + 2);
		if (!is_outlet(v, n, s))
			s.end = s.beg;
	} else if ((view_says(v, i, "wrote") || view_says(v, i, "posted") ||
	    view_says(v, i, "post") || view_says(v, i, "writing") ||
	    view_says(v, i, "said") || view_says(v, i, "message") ||
	    view_says(v, i, "statement") || view_says(v, i, "video")) &&
	    (view_says(v, i + 1, "on") || view_says(v, i + 1, "to"))) {
		s = name_at(v, i + 2);
		if (s.beg < s.end && view_says(v, i, "said") &&
		    !view_is(v, s.beg, LEXICON_PLATFORM))
			s.end = s.beg;
	}
	return s;
}

/* X reported; according to X; reported by X; , writes X */
static struct span
reported_by(const struct view *v, const struct names *n, uint32_t i)
{
	struct span s = { i, i };

	if ((view_says(v, i, "according") || view_says(v, i, "According")) &&
	    view_says(v, i + 1, "to"))
		s = name_at(v, i + 2);
	else if (reports(v, i) && (view_says(v, i + 1, "by")))
		s = name_at(v, i + 2);
	else if (reports(v, i) && i > 0 && (view_comma(v, i - 1) ||
	    v->item[i - 1].kind == ITEM_QUOTE))
		s = name_at(v, i + 1);
	if (s.beg == s.end && reports(v, i) && i > 0) {
		s.end = i - (view_token(v, i - 1) &&
		    view_at(v, i - 1)->kind == TOKEN_MARK);
		for (s.beg = s.end; s.beg > 0 && view_token(v, s.beg - 1) &&
		    view_at(v, s.beg - 1)->cap && !view_is(v, s.beg - 1,
		    LEXICON_DET | LEXICON_CONJ | LEXICON_PREP); s.beg--)
			;
	}
	if (!is_outlet(v, n, s))
		s.end = s.beg;
	return s;
}

struct slice
outlet_find(const struct view *v, const struct names *n, struct span s,
    uint32_t cue, struct span speaker)
{
	struct span o;
	uint32_t i;

	if (cue < s.end && (view_says(v, cue, "tweeted") ||
	    view_says(v, cue, "tweets")))
		return slice_of("Twitter");
	for (i = s.beg; i < s.end; i++) {
		o = told_to(v, n, i);
		if (o.beg < o.end)
			return text(v, o);
	}
	for (i = s.beg; i < s.end; i++) {
		o = reported_by(v, n, i);
		if (o.beg < o.end && !same(o, speaker))
			return text(v, o);
	}
	return text(v, (struct span){ 0, 0 });
}
