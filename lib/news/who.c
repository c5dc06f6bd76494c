/* who.c -- from what the article wrote to who that is: who.h. */
#include "news/who.h"

#include <stdlib.h>

#include "gen/lexicon.h"
#include "news/attribution.h"

enum {
	BACK = 12,		/* sentences that a pronoun may reach back */
	UNSURE = 2,		/* sentences nearer that one of unknown sex must be */
	OFFICES = 128,		/* offices looked through on either side */
	FAR = 150,		/* tokens from "the paper" back to its name */
	BODIES = 96,		/* mentions looked through for a body */
	HEADS = 64		/* described people that are looked through */
};

static const struct speaker nobody = { NO_ACTOR, { "", 0 }, false, false };

/* Token positions of a phrase. */
struct phrase {
	uint32_t	beg, end;	/* all of it */
	uint32_t	head_end;	/* its first part, before "of", "for", ... */
};

static const struct token *
tok(const struct who *w, uint32_t i)
{
	return &w->view->doc->tokens.t[i];
}

static struct slice
word(const struct who *w, uint32_t i)
{
	return doc_text(w->view->doc, tok(w, i)->beg, tok(w, i)->end);
}

void
who_begin(struct who *w, const struct view *v, const struct names *n)
{
	w->view = v;
	w->names = n;
	w->last = nobody;
	w->last_sent = 0;
	w->ndescribed = 0;
}

void
who_free(struct who *w)
{
	free(w->described);
}

static struct speaker
actor(const struct who *w, uint32_t a)
{
	return (struct speaker){ a, names_text(w->names, a), false,
		w->names->actor[a].body || w->names->actor[a].outlet };
}

static struct speaker	phrase_means(struct who *, struct phrase p);
static struct phrase	tokens_of(const struct who *, struct span s);
static struct slice	description(const struct who *, struct phrase p);

/* ---- pronouns ------------------------------------------------------------ */

/*
 * The subject of sentence s, if it stands before token end: one with a name,
 * or somebody described (the neighbour), of whom no sex is known.
 */
static struct speaker
subject_in(struct who *w, size_t s, uint32_t end)
{
	const struct doc *d = w->view->doc;
	const struct sentence *sent = &d->sent[s];
	uint32_t i = view_find(w->view, sent->beg);
	struct speaker who;
	struct span sub;
	struct phrase p;

	if (d->par[sent->par].role != ROLE_BODY || view_ends(w->view, i))
		return nobody;
	sub = attribution_subject(w->view,
	    (struct span){ i, attribution_sentence(w->view, i).end });
	if (sub.beg == sub.end)
		return nobody;
	p = tokens_of(w, sub);
	if (p.beg >= end || p.beg < sent->tok ||
	    (tok(w, p.beg)->bits & LEXICON_PRON))
		return nobody;
	who = phrase_means(w, p);
	if (who.text.n == 0 &&
	    (tok(w, p.head_end - 1)->bits & LEXICON_OFFICE) != 0)
		who.text = description(w, p);
	return who;
}

/* May s be meant by a pronoun of that sex?  Not a thing, nor several. */
static bool
fits(const struct who *w, const struct speaker *s, enum sex sex)
{
	if (s->text.n == 0 || s->many || s->thing)
		return false;
	return s->actor == NO_ACTOR || names_fit(w->names, s->actor, sex);
}

/* Is the actor surely a person?  Two words and no title may be a place. */
static bool
sure_person(const struct who *w, const struct speaker *s)
{
	return s->actor == NO_ACTOR || w->names->actor[s->actor].person;
}

/* The first person that sentence s names outside quotations and before token
 * end, who may be of that sex; *sure if the sex is known to fit. */
static uint32_t
named_in(const struct who *w, size_t s, uint32_t end, enum sex sex, bool *sure)
{
	const struct sentence *sent = &w->view->doc->sent[s];
	const struct names *n = w->names;
	size_t i;

	for (i = names_at(n, sent->tok); i < n->nmention &&
	     n->mention[i].beg < sent->tok_end && n->mention[i].beg < end;
	     i++) {
		if (n->mention[i].quoted ||
		    !n->actor[n->mention[i].actor].person ||
		    !names_fit(n, n->mention[i].actor, sex))
			continue;
		/* Trump's proposal: he who owns is seldom he who does */
		*sure = n->actor[n->mention[i].actor].sex == (uint8_t)sex;
		return n->mention[i].actor;
	}
	return NO_ACTOR;
}

/* Weigh candidate c, found back sentences before; the nearest sure one wins. */
static void
consider(const struct who *w, struct speaker c, size_t back, bool sure,
    enum sex sex, struct speaker *best, size_t *cost)
{
	size_t k = back + (sure && sure_person(w, &c) ? 0 : UNSURE);

	if (!fits(w, &c, sex) || k >= *cost)
		return;
	*best = c;
	*cost = k;
}

static struct speaker
he_or_she(struct who *w, uint32_t at, enum sex sex)
{
	size_t here = doc_sentence(w->view->doc, tok(w, at)->beg), back;
	struct speaker best = nobody;
	size_t cost = BACK * 2;
	bool sure = true;
	uint32_t a;

	for (back = 0; back <= here && back < BACK && back < cost; back++) {
		if (w->last.text.n > 0 && w->last_sent == here - back &&
		    back > 0)
			consider(w, w->last, back, true, sex, &best, &cost);
		consider(w, subject_in(w, here - back, at), back, true, sex,
		    &best, &cost);
		a = named_in(w, here - back, at, sex, &sure);
		if (a != NO_ACTOR)
			consider(w, actor(w, a), back, sure, sex, &best, &cost);
	}
	return best;
}

/* it, they: what the sentence is about, or who spoke last. */
static struct speaker
it_or_they(struct who *w, uint32_t at, bool they)
{
	size_t here = doc_sentence(w->view->doc, tok(w, at)->beg);
	struct speaker s = w->last;

	if (s.text.n > 0 && here - w->last_sent <= BACK &&
	    (they ? s.many : s.thing))
		return s;
	s = subject_in(w, here, at);
	return s.text.n > 0 && (they ? s.many : s.thing) ? s : nobody;
}

static struct speaker
pronoun(struct who *w, uint32_t at)
{
	uint32_t bits = tok(w, at)->bits;

	if (bits & LEXICON_HE)
		return he_or_she(w, at, SEX_MAN);
	if (bits & LEXICON_SHE)
		return he_or_she(w, at, SEX_WOMAN);
	return it_or_they(w, at, (bits & LEXICON_THEY) != 0);
}

/* ---- offices --------------------------------------------------------------- */

static char
low(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

/* How many bytes two words have in common at the start, case apart. */
static size_t
common(struct slice a, struct slice b)
{
	size_t i = 0;

	while (i < a.n && i < b.n && low(a.p[i]) == low(b.p[i]))
		i++;
	return i;
}

static bool
america(struct slice s)
{
	return slice_is(s, "US") || slice_is(s, "U.S.") ||
	    slice_is(s, "American") || slice_is(s, "America") ||
	    slice_is(s, "USA") || slice_is(s, "United");
}

/* The same country, party or town as noun and adjective: Russia, Russian. */
static bool
akin(struct slice a, struct slice b)
{
	size_t n = common(a, b);

	return (n == a.n && n == b.n) || n >= 4 ||
	    (n == 3 && (a.n <= 5 || b.n <= 5) && a.n > 3 && b.n > 3) ||
	    (america(a) && america(b));
}

/* leader, president; spokesman, spokesperson: one office in two words. */
static bool
same_head(struct slice a, struct slice b)
{
	static const char *const heads[] = { "leader", "president", "premier",
		"chancellor", "ruler", "king", "dictator", "minister", "head",
		"chief", "chairman", "chairwoman", "director" };
	bool x = false, y = false;
	size_t i;

	if (common(a, b) == a.n && a.n == b.n)
		return true;
	if (common(a, b) >= 6 && slice_begins(a, "spokes"))
		return true;
	for (i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
		x = x ||
		    (common(a, slice_of(heads[i])) == a.n &&
			a.n == strlen(heads[i]));
		y = y ||
		    (common(b, slice_of(heads[i])) == b.n &&
			b.n == strlen(heads[i]));
	}
	return x && y && (low(a.p[0]) == 'l' || low(b.p[0]) == 'l');
}

/* The main word of a description: its last office before "of". */
static uint32_t
head_of(const struct who *w, struct phrase p)
{
	uint32_t i;

	for (i = p.head_end; i > p.beg; i--)
		if (tok(w, i - 1)->bits & (LEXICON_OFFICE | LEXICON_PEOPLE))
			return i - 1;
	return p.end;
}

/* Is every word of p that narrows it down found with the office o? */
static bool
narrows_to(const struct who *w, struct phrase p, uint32_t head,
    const struct office *o)
{
	uint32_t i, k;

	uint32_t end = head + 1 < p.end &&
		(tok(w, head + 1)->bits & LEXICON_PREP) != 0 ?
	    p.end :
	    head;

	for (i = p.beg; i < end; i++) {
		if (i == head || tok(w, i)->kind != TOKEN_WORD ||
		    (tok(w, i)->bits &
			(LEXICON_DET | LEXICON_PREP | LEXICON_POSS)) != 0)
			continue;
		for (k = o->beg; k < o->end; k++)
			if (tok(w, k)->kind == TOKEN_WORD &&
			    akin(word(w, i), word(w, k)))
				break;
		if (k == o->end)
			return false;
	}
	return true;
}

/* Whom the article gives the office that p describes; the nearest before. */
static struct speaker
by_office(const struct who *w, struct phrase p, uint32_t head)
{
	const struct names *n = w->names;
	const struct office *o;
	size_t here = 0, hi = n->noffice, i;

	while (here < hi) {		/* the first office behind the phrase's start */
		i = here + (hi - here) / 2;
		if (n->office[i].beg < p.beg)
			here = i + 1;
		else
			hi = i;
	}
	for (i = 0; i < 2 * OFFICES; i++) {
		if (i < OFFICES ? i >= here : here + i - OFFICES >= n->noffice)
			continue;
		o = &n->office[i < OFFICES ? here - 1 - i : here + i - OFFICES];
		if (same_head(word(w, head), word(w, o->head)) &&
		    narrows_to(w, p, head, o))
			return actor(w, o->actor);
	}
	return nobody;
}

/* Whom the article described before by the same main word. */
static struct speaker
by_description(const struct who *w, uint32_t head)
{
	size_t i;

	for (i = w->ndescribed; i > 0 && w->ndescribed - i < HEADS; i--)
		if (w->described[i - 1].head < head &&
		    same_head(word(w, head), word(w, w->described[i - 1].head)))
			return (struct speaker){ NO_ACTOR,
				w->described[i - 1].text,
				w->described[i - 1].many,
				w->described[i - 1].thing };
	return nobody;
}

/* ---- phrases --------------------------------------------------------------- */

static struct phrase
tokens_of(const struct who *w, struct span s)
{
	struct phrase p = { w->view->item[s.beg].at,
		w->view->item[s.end - 1].at + 1, 0 };
	uint32_t i;

	for (i = p.beg + 1; i < p.end; i++)
		if (((tok(w, i)->bits & LEXICON_PREP) != 0 && !tok(w, i)->cap &&
			!((tok(w, i)->bits & LEXICON_PARTICLE) != 0 &&
			    i + 1 < p.end && tok(w, i - 1)->cap &&
			    tok(w, i + 1)->cap)) ||
		    tok(w, i)->kind == TOKEN_PUNCT)
			break;
	p.head_end = i;
	while (p.end > p.beg + 1 && tok(w, p.end - 1)->kind == TOKEN_MARK)
		p.end--;
	while (p.head_end > p.beg + 1 &&
	    tok(w, p.head_end - 1)->kind == TOKEN_MARK)
		p.head_end--;
	return p;
}

static bool
definite(const struct who *w, struct phrase p)
{
	struct slice f = word(w, p.beg);
	uint32_t i;

	if (slice_is(f, "the") || slice_is(f, "The") || slice_is(f, "that") ||
	    (tok(w, p.beg)->bits & LEXICON_POSS) != 0)
		return true;
	for (i = p.beg; i < p.head_end; i++)
		if (tok(w, i)->kind == TOKEN_POSSESSIVE)
			return true;
	return tok(w, p.beg)->cap && (tok(w, p.beg)->bits & LEXICON_DET) == 0;
}

/* Words that lead a description in and say nothing: the, a, only, my. */
static bool
article(const struct who *w, uint32_t i)
{
	struct slice s = word(w, i);

	if (tok(w, i)->bits & (LEXICON_ADV | LEXICON_POSS))
		return true;
	return (tok(w, i)->bits & LEXICON_DET) != 0 &&
	    (s.n == 1 || slice_is(s, "the") || slice_is(s, "The") ||
		slice_is(s, "an") || slice_is(s, "An") || slice_is(s, "this") ||
		slice_is(s, "This") || slice_is(s, "that") ||
		slice_is(s, "That"));
}

/* The phrase's text without article, as the name of one who has none. */
static struct slice
description(const struct who *w, struct phrase p)
{
	while (p.beg + 1 < p.end && article(w, p.beg))
		p.beg++;
	if (slice_is(p.head_end < p.end ? word(w, p.head_end) : word(w, p.beg),
		"including"))
		p.end = p.head_end;
	while (p.end > p.beg + 1 && tok(w, p.end - 1)->kind == TOKEN_POSSESSIVE)
		p.end--;
	return doc_text(w->view->doc, tok(w, p.beg)->beg,
	    tok(w, p.end - 1)->end);
}

/* Has the article given the actor an office that the word head is not? */
static bool
other_office(const struct who *w, uint32_t a, uint32_t head)
{
	const struct names *n = w->names;
	size_t i;

	for (i = 0; i < n->noffice && i < 4 * OFFICES; i++)
		if (n->office[i].actor == a &&
		    !same_head(word(w, head), word(w, n->office[i].head)))
			return true;
	return false;
}

/* "the US leader", said of nobody else: whom the sentences before are about. */
static struct speaker
by_epithet(struct who *w, struct phrase p, uint32_t head)
{
	size_t here = doc_sentence(w->view->doc, tok(w, p.beg)->beg), back;
	const struct sentence *sent = w->view->doc->sent;
	struct speaker s;

	if ((tok(w, head)->bits & LEXICON_OFFICE) == 0)
		return nobody;
	for (back = 1; back <= here && back <= 3 &&
	     sent[here - back].par == sent[here].par;
	     back++) {
		s = subject_in(w, here - back, UINT32_MAX);
		if (s.actor != NO_ACTOR && fits(w, &s, SEX_UNKNOWN))
			return other_office(w, s.actor, head) ? nobody : s;
	}
	return nobody;
}

/* Bodies whose names seldom say what they are. */
static bool
enterprise(struct slice h)
{
	static const char *const words[] = { "company", "firm", "group", "club",
		"team", "airline", "manufacturer", "operator", "giant",
		"agency", "organization", "organisation", "charity",
		"corporation" };
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (slice_is(h, words[i]))
			return true;
	return false;
}

/*
 * "the ministry", "the company": the body named before that ends with the word,
 * or else one that a sentence before is about.
 */
static struct speaker
by_body(struct who *w, struct phrase p)
{
	const struct names *n = w->names;
	uint32_t head = p.head_end - 1;
	struct speaker s;
	size_t i = names_at(n, p.beg), k;
	size_t here = doc_sentence(w->view->doc, tok(w, p.beg)->beg), back;
	struct slice a, h = word(w, head);
	bool press = (tok(w, head)->bits & LEXICON_PRESS) != 0;

	if ((tok(w, head)->bits & (LEXICON_BODY | LEXICON_PRESS)) == 0 ||
	    p.head_end - p.beg > 2)
		return nobody;
	for (k = 0; i > 0 && k < BODIES; i--, k++) {
		a = word(w, n->actor[n->mention[i - 1].actor].end - 1);
		if (press && n->actor[n->mention[i - 1].actor].outlet &&
		    n->mention[i - 1].beg + FAR > p.beg)
			return actor(w, n->mention[i - 1].actor);
		if (common(a, h) == h.n && a.n == h.n &&
		    n->actor[n->mention[i - 1].actor].end -
			    n->actor[n->mention[i - 1].actor].beg >
			1)
			return actor(w, n->mention[i - 1].actor);
	}
	if (press || !enterprise(h))
		return nobody;
	if (w->last.actor != NO_ACTOR && !n->actor[w->last.actor].person)
		return w->last;
	for (back = 1; back <= here && back <= 3; back++) {
		s = subject_in(w, here - back, UINT32_MAX);
		if (s.actor != NO_ACTOR && !n->actor[s.actor].person)
			return s;
	}
	return nobody;
}

static struct speaker
described(struct who *w, struct phrase p, bool epithet)
{
	uint32_t head = head_of(w, p);
	struct speaker s = nobody;

	if (epithet && head == p.end && definite(w, p)) {
		s = by_body(w, p);
		if (s.text.n > 0)
			return s;
	}
	if (head < p.end && definite(w, p)) {
		s = by_office(w, p, head);
		if (s.text.n == 0)
			s = by_description(w, head);
		if (s.text.n == 0 && epithet)
			s = by_epithet(w, p, head);
		if (s.text.n > 0)
			return s;
	}
	if (!epithet)		/* only looked at on the way */
		return nobody;
	s.text = description(w, p);
	s.many = (tok(w, p.head_end - 1)->bits & LEXICON_PEOPLE) != 0;
	s.thing = (tok(w, p.head_end - 1)->bits &
		      (LEXICON_BODY | LEXICON_PAPER | LEXICON_PRESS)) != 0;
	if (head == p.end)
		return s;
	if (w->ndescribed == w->described_cap)
		w->described = mem_grow(w->described, &w->described_cap,
		    w->ndescribed + 1, sizeof(*w->described));
	w->described[w->ndescribed++] = (struct described){ head, s.text,
		s.many, s.thing };
	return s;
}

/* X and Y: does the "and" at token k stand between two names? */
static bool
joins(const struct names *n, uint32_t k)
{
	size_t i = names_at(n, k);

	return i > 0 && i < n->nmention && n->mention[i - 1].end == k;
}

/* The actor whose name is the last part of the phrase's head, if one is. */
static uint32_t
named(const struct who *w, struct phrase p)
{
	const struct names *n = w->names;
	size_t i;
	uint32_t a = NO_ACTOR, k;

	for (k = p.beg; k < p.head_end; k++)
		if (slice_is(word(w, k), "and") && joins(n, k))
			return NO_ACTOR;
	for (i = names_at(n, p.beg);
	     i < n->nmention && n->mention[i].end <= p.head_end; i++)
		if (n->mention[i].end == p.head_end)
			a = n->mention[i].actor;
	/* Ministry of Justice: the name runs on over "of" */
	if (a == NO_ACTOR && i < n->nmention &&
	    n->mention[i].beg < p.head_end && n->mention[i].end > p.head_end)
		a = n->mention[i].actor;
	return a;
}

/* "the harbour master, X, told": the name put in behind a description. */
static uint32_t
put_in(const struct who *w, struct phrase p)
{
	const struct names *n = w->names;
	const struct actor *a;
	size_t i = names_at(n, p.end + 1);

	if (p.end + 2 >= w->view->doc->tokens.n || i >= n->nmention ||
	    n->mention[i].beg != p.end + 1 || !slice_is(word(w, p.end), ",") ||
	    n->mention[i].end >= w->view->doc->tokens.n ||
	    !slice_is(word(w, n->mention[i].end), ","))
		return NO_ACTOR;
	a = &n->actor[n->mention[i].actor];
	return a->body || a->end - a->beg < 2 ? NO_ACTOR : n->mention[i].actor;
}

/* Whom a phrase that is no speaker means by itself. */
static struct speaker
phrase_means(struct who *w, struct phrase p)
{
	uint32_t a = named(w, p);

	a = a == NO_ACTOR ? put_in(w, p) : a;
	return a != NO_ACTOR ? actor(w, a) : described(w, p, false);
}

struct speaker
who_is(struct who *w, struct span span)
{
	struct speaker s = nobody;
	struct phrase p;
	uint32_t a;

	if (span.beg == span.end)
		return s;
	p = tokens_of(w, span);
	if (p.end == p.beg + 1 &&
	    (tok(w, p.beg)->bits & (LEXICON_PRON | LEXICON_POSS)) != 0)
		s = pronoun(w, p.beg);
	else if ((a = named(w, p)) != NO_ACTOR ||
	    (a = put_in(w, p)) != NO_ACTOR)
		s = actor(w, a);
	else
		s = described(w, p, true);
	if (s.text.n > 0) {
		w->last = s;
		w->last_sent = doc_sentence(w->view->doc, tok(w, p.beg)->beg);
	}
	return s;
}
