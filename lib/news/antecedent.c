/* antecedent.c -- what stood before that a word goes back to: antecedent.h. */
#include "news/antecedent.h"

#include "gen/lexicon.h"
#include "news/attribution.h"
#include "news/office.h"

enum {
	BACK = 12,	/* sentences that a pronoun may reach back */
	UNSURE = 2,	/* sentences nearer that one of unknown sex must be */
	EPITHET = 3,	/* sentences that "the US leader" may reach back */
	FAR = 150,	/* tokens from "the paper" back to its name */
	BODIES = 96,	/* mentions looked through for a body */
	HEADS = 64	/* described people that are looked through */
};

static const struct speaker nobody = { NO_ACTOR, { "", 0 }, false, false };

/* Whom the article described before by the same main word. */
static struct speaker
described_before(const struct who *w, uint32_t head)
{
	size_t i;

	for (i = w->ndescribed; i > 0 && w->ndescribed - i < HEADS; i--)
		if (w->described[i - 1].head < head &&
		    office_same(reference_word(w->names, head),
			reference_word(w->names, w->described[i - 1].head)))
			return (struct speaker){ NO_ACTOR,
				w->described[i - 1].text,
				w->described[i - 1].many,
				w->described[i - 1].thing };
	return nobody;
}

struct speaker
antecedent_definite(const struct who *w, struct phrase p, uint32_t head)
{
	struct speaker s;

	if (head == p.end || !reference_definite(w->names, p))
		return nobody;
	s = office_holder(w->names, p, head);
	return s.text.n > 0 ? s : described_before(w, head);
}

/* Whom a phrase that is no speaker means by itself. */
static struct speaker
means(struct who *w, struct phrase p)
{
	uint32_t a = reference_named(w->names, p);

	a = a == NO_ACTOR ? reference_put_in(w->names, p) : a;
	if (a != NO_ACTOR)
		return reference_actor(w->names, a);
	return antecedent_definite(w, p, reference_head(w->names, p));
}

/* Somebody whom the article has no name for, by the description's last word. */
static struct speaker
plain(const struct names *n, struct phrase p)
{
	uint32_t bits = reference_token(n, p.head_end - 1)->bits;
	struct speaker s = nobody;

	if ((bits & (LEXICON_OFFICE | LEXICON_PEOPLE | LEXICON_BODY)) == 0)
		return s;
	s.text = reference_text(n, p);
	s.many = (bits & LEXICON_PEOPLE) != 0;
	s.thing = !s.many && (bits & LEXICON_OFFICE) == 0;
	return s;
}

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
	sub = subject_first(w->view,
	    (struct span){ i, attribution_sentence(w->view, i).end });
	if (sub.beg == sub.end)
		return nobody;
	p = reference_of(w->view, sub);
	if (p.beg >= end || p.beg < sent->tok ||
	    (reference_token(w->names, p.beg)->bits & LEXICON_PRON))
		return nobody;
	who = means(w, p);
	if (who.text.n == 0)
		who = plain(w->names, p);
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
		    w->view->doc->par[sent->par].role != ROLE_BODY ||
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

/* Does the pronoun at token at stand in ", he said," behind what is said?  Then
 * 1: its sentence is passed over. */
static size_t
floats(const struct who *w, uint32_t at)
{
	const struct tokens *t = &w->view->doc->tokens;
	struct slice end;

	if (at < 1 || at + 2 >= t->n ||
	    !slice_is(reference_word(w->names, at - 1), ",") ||
	    (t->t[at + 1].bits & LEXICON_SAY) == 0)
		return 0;
	end = reference_word(w->names, at + 2);
	return slice_is(end, ",") || slice_is(end, ".");
}

static struct speaker
he_or_she(struct who *w, uint32_t at, enum sex sex)
{
	size_t here = doc_sentence(w->view->doc,
		   reference_token(w->names, at)->beg),
	       back;
	struct speaker best = nobody;
	size_t cost = BACK * 2;
	bool sure = true;
	uint32_t a;

	/* "The war must end, he said": not the one whom he speaks of. */
	for (back = floats(w, at); back <= here && back < BACK && back < cost;
	     back++) {
		if (w->last.text.n > 0 && w->last_sent == here - back &&
		    back > 0)
			consider(w, w->last, back, true, sex, &best, &cost);
		consider(w, subject_in(w, here - back, at), back, true, sex,
		    &best, &cost);
		a = named_in(w, here - back, at, sex, &sure);
		if (a != NO_ACTOR)
			consider(w, reference_actor(w->names, a), back, sure,
			    sex, &best, &cost);
	}
	return best;
}

/* it, they: what the sentence is about, or who spoke last. */
static struct speaker
it_or_they(struct who *w, uint32_t at, bool they)
{
	size_t here = doc_sentence(w->view->doc,
		   reference_token(w->names, at)->beg),
	       back;
	struct speaker s = w->last;

	if (s.text.n > 0 && here - w->last_sent <= BACK &&
	    (they ? s.many : s.thing))
		return s;
	for (back = 0; back <= here && back <= 2; back++) {
		s = subject_in(w, here - back, at);
		if (s.text.n > 0 && (they ? s.many : s.thing))
			return s;
	}
	return nobody;
}

struct speaker
antecedent_pronoun(struct who *w, uint32_t at)
{
	uint32_t bits = reference_token(w->names, at)->bits;

	if (bits & LEXICON_HE)
		return he_or_she(w, at, SEX_MAN);
	if (bits & LEXICON_SHE)
		return he_or_she(w, at, SEX_WOMAN);
	return it_or_they(w, at, (bits & LEXICON_THEY) != 0);
}

/* X's father, his wife: somebody else than X. */
static bool
owned(const struct names *n, struct phrase p)
{
	uint32_t i;

	for (i = p.beg; i < p.head_end; i++)
		if (reference_token(n, i)->kind == TOKEN_POSSESSIVE ||
		    (reference_token(n, i)->bits & LEXICON_POSS) != 0)
			return true;
	return false;
}

/* "the US leader", said of nobody else: whom the sentences before are about. */
struct speaker
antecedent_epithet(struct who *w, struct phrase p, uint32_t head)
{
	uint32_t at = reference_token(w->names, p.beg)->beg;
	size_t here = doc_sentence(w->view->doc, at), back;
	struct speaker s;

	if (((reference_token(w->names, head)->bits & LEXICON_OFFICE) == 0 &&
		!slice_ends(reference_word(w->names, head), "-year-old")) ||
	    owned(w->names, p))
		return nobody;
	for (back = 1; back <= here && back <= EPITHET; back++) {
		s = subject_in(w, here - back, UINT32_MAX);
		if (s.actor == NO_ACTOR || !fits(w, &s, SEX_UNKNOWN))
			continue;
		if (office_other(w->names, s.actor, head))
			break;
		return s;
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

/* Ministry of Transport: does its name begin with the word, before "of"? */
static bool
begins_with(const struct names *n, uint32_t actor, struct slice h)
{
	const struct actor *a = &n->actor[actor];
	struct slice w = reference_word(n, a->beg);

	return a->end - a->beg > 2 && office_common(w, h) == h.n &&
	    w.n == h.n && slice_is(reference_word(n, a->beg + 1), "of");
}

/*
 * "the ministry", "the company": the body named before that ends with the word,
 * or else one that a sentence before is about.
 */
struct speaker
antecedent_body(struct who *w, struct phrase p)
{
	const struct names *n = w->names;
	uint32_t head = p.head_end - 1;
	struct speaker s;
	size_t i = names_at(n, p.beg), k;
	size_t here = doc_sentence(w->view->doc,
		   reference_token(w->names, p.beg)->beg),
	       back;
	struct slice a, h = reference_word(w->names, head);
	bool press = (reference_token(w->names, head)->bits & LEXICON_PRESS) !=
	    0;

	if ((reference_token(w->names, head)->bits &
		(LEXICON_BODY | LEXICON_PRESS)) == 0 ||
	    p.head_end - p.beg > 2)
		return nobody;
	for (k = 0; i > 0 && k < BODIES; i--, k++) {
		a = reference_word(w->names,
		    n->actor[n->mention[i - 1].actor].end - 1);
		if (press && n->actor[n->mention[i - 1].actor].outlet &&
		    n->mention[i - 1].beg + FAR > p.beg)
			return reference_actor(w->names,
			    n->mention[i - 1].actor);
		if (((office_common(a, h) == h.n && a.n == h.n) ||
			begins_with(n, n->mention[i - 1].actor, h)) &&
		    n->actor[n->mention[i - 1].actor].end -
			    n->actor[n->mention[i - 1].actor].beg >
			1)
			return reference_actor(w->names,
			    n->mention[i - 1].actor);
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
