/* reference.c -- a phrase that stands for somebody, as tokens: reference.h. */
#include "news/reference.h"

#include "gen/lexicon.h"

struct speaker
reference_actor(const struct names *n, uint32_t a)
{
	return (struct speaker){ a, names_text(n, a), false,
		n->actor[a].body || n->actor[a].outlet };
}

static const struct token *
token(const struct view *v, uint32_t i)
{
	return &v->doc->tokens.t[i];
}

/* Does the first part of the phrase end before token i: "of", "for", a comma?
 * Not inside a name: van der Berg, Secretary of State Mara Ilvent. */
static bool
ends_head(const struct view *v, struct phrase p, uint32_t i)
{
	const struct token *t = token(v, i);
	bool caps = i + 1 < p.end && token(v, i - 1)->cap &&
	    token(v, i + 1)->cap;

	if (t->kind == TOKEN_PUNCT)
		return true;
	if ((t->bits & LEXICON_PREP) == 0 || t->cap)
		return false;
	return !caps ||
	    ((t->bits & LEXICON_PARTICLE) == 0 &&
		(token(v, i - 1)->bits & (LEXICON_OFFICE | LEXICON_BODY)) == 0);
}

struct phrase
reference_of(const struct view *v, struct span s)
{
	struct phrase p = { v->item[s.beg].at, v->item[s.end - 1].at + 1, 0 };
	uint32_t i;

	for (i = p.beg + 1; i < p.end && !ends_head(v, p, i); i++)
		;
	p.head_end = i;
	while (p.end > p.beg + 1 && token(v, p.end - 1)->kind == TOKEN_MARK)
		p.end--;
	while (p.head_end > p.beg + 1 &&
	    token(v, p.head_end - 1)->kind == TOKEN_MARK)
		p.head_end--;
	return p;
}

/* The main word of a description: its last office before "of". */
uint32_t
reference_head(const struct names *n, struct phrase p)
{
	uint32_t i;

	for (i = p.head_end; i > p.beg; i--)
		if (reference_token(n, i - 1)->bits &
		    (LEXICON_OFFICE | LEXICON_PEOPLE))
			return i - 1;
	return p.end;
}

bool
reference_definite(const struct names *n, struct phrase p)
{
	struct slice f = reference_word(n, p.beg);
	uint32_t i;

	if (slice_is(f, "the") || slice_is(f, "The") || slice_is(f, "that") ||
	    (reference_token(n, p.beg)->bits & LEXICON_POSS) != 0)
		return true;
	for (i = p.beg; i < p.head_end; i++)
		if (reference_token(n, i)->kind == TOKEN_POSSESSIVE)
			return true;
	return reference_token(n, p.beg)->cap &&
	    (reference_token(n, p.beg)->bits & LEXICON_DET) == 0;
}

/* Words that lead a description in and say nothing: the, a, only, my. */
static bool
article(const struct names *n, uint32_t i)
{
	struct slice s = reference_word(n, i);

	if (reference_token(n, i)->bits & (LEXICON_ADV | LEXICON_POSS))
		return true;
	return (reference_token(n, i)->bits & LEXICON_DET) != 0 &&
	    (s.n == 1 || slice_is(s, "the") || slice_is(s, "The") ||
		slice_is(s, "an") || slice_is(s, "An") || slice_is(s, "this") ||
		slice_is(s, "This") || slice_is(s, "that") ||
		slice_is(s, "That"));
}

/* The phrase's text without article, as the name of one who has none. */
struct slice
reference_text(const struct names *n, struct phrase p)
{
	while (p.beg + 1 < p.end && article(n, p.beg))
		p.beg++;
	if (slice_is(p.head_end < p.end ? reference_word(n, p.head_end) :
					  reference_word(n, p.beg),
		"including"))
		p.end = p.head_end;
	while (p.end > p.beg + 1 &&
	    reference_token(n, p.end - 1)->kind == TOKEN_POSSESSIVE)
		p.end--;
	return doc_text(n->doc, reference_token(n, p.beg)->beg,
	    reference_token(n, p.end - 1)->end);
}

/* X and Y: does the "and" at token k stand between two names? */
static bool
joins(const struct names *n, uint32_t k)
{
	size_t i = names_at(n, k);

	return i > 0 && i < n->nmention && n->mention[i - 1].end == k;
}

/* The person whose name the phrase ends with; NO_ACTOR if there is none. */
static uint32_t
person_at_end(const struct names *n, struct phrase p)
{
	size_t i = names_at(n, p.end);

	if (i == 0 || n->mention[i - 1].end != p.end ||
	    n->mention[i - 1].beg < p.head_end ||
	    !n->actor[n->mention[i - 1].actor].person)
		return NO_ACTOR;
	return n->mention[i - 1].actor;
}

/* The actor whose name is the last part of the phrase's head, if one is. */
uint32_t
reference_named(const struct names *n, struct phrase p)
{
	size_t i;
	uint32_t a = NO_ACTOR, k, list;

	/* X and Y; X, Y and Z: nobody alone */
	k = p.head_end;
	list = k < p.end && slice_is(reference_word(n, k), ",") ? p.end : k;
	for (k = p.beg; k < list; k++)
		if (slice_is(reference_word(n, k), "and") && joins(n, k))
			return NO_ACTOR;
	for (i = names_at(n, p.beg);
	     i < n->nmention && n->mention[i].end <= p.head_end; i++)
		if (n->mention[i].end == p.head_end)
			a = n->mention[i].actor;
	/* Ministry of Justice: the name runs on over "of" */
	if (a == NO_ACTOR && i < n->nmention &&
	    n->mention[i].beg < p.head_end && n->mention[i].end > p.head_end)
		a = n->mention[i].actor;
	/* Ambassador to the U.N. Mara Ilvent */
	if (a == NO_ACTOR &&
	    (reference_token(n, p.head_end - 1)->bits & LEXICON_OFFICE) != 0 &&
	    reference_token(n, p.head_end - 1)->cap)
		a = person_at_end(n, p);
	return a;
}

/* "X, the journalist who said": the name that the description is put behind. */
static uint32_t
put_before(const struct names *n, struct phrase p)
{
	size_t i = names_at(n, p.beg);
	const struct mention *m;

	if (i == 0 || p.beg < 2 || p.end >= n->doc->tokens.n ||
	    (reference_token(n, p.end)->bits & LEXICON_REL) == 0 ||
	    !slice_is(reference_word(n, p.beg - 1), ","))
		return NO_ACTOR;
	m = &n->mention[i - 1];
	return m->end == p.beg - 1 ? m->actor : NO_ACTOR;
}

/* "the harbour master, X, told": the name put in behind a description. */
uint32_t
reference_put_in(const struct names *n, struct phrase p)
{
	const struct actor *a;
	size_t i = names_at(n, p.end + 1);

	if (put_before(n, p) != NO_ACTOR)
		return put_before(n, p);

	if (p.end + 2 >= n->doc->tokens.n || i >= n->nmention ||
	    n->mention[i].beg != p.end + 1 ||
	    !slice_is(reference_word(n, p.end), ",") ||
	    n->mention[i].end >= n->doc->tokens.n ||
	    !slice_is(reference_word(n, n->mention[i].end), ","))
		return NO_ACTOR;
	a = &n->actor[n->mention[i].actor];
	return a->body || a->end - a->beg < 2 ? NO_ACTOR : n->mention[i].actor;
}
