/* who.c -- from what the article wrote to who that is: who.h. */
#include "news/who.h"

#include <stdlib.h>

#include "gen/lexicon.h"
#include "news/antecedent.h"
#include "news/office.h"
#include "news/reference.h"

static const struct speaker nobody = { NO_ACTOR, { "", 0 }, false, false };

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

/* Remember somebody that the article describes by the main word head. */
static void
remember(struct who *w, uint32_t head, const struct speaker *s)
{
	if (w->ndescribed == w->described_cap)
		w->described = mem_grow(w->described, &w->described_cap,
		    w->ndescribed + 1, sizeof(*w->described));
	w->described[w->ndescribed++] = (struct described){ head, s->text,
		s->many, s->thing };
}

/* Whom a phrase without a name means: one met before, or one met here. */
static struct speaker
described(struct who *w, struct phrase p)
{
	uint32_t head = reference_head(w->names, p), bits;
	bool definite = reference_definite(w->names, p);
	struct speaker s = antecedent_definite(w, p, head);

	if (head == p.end &&
	    slice_ends(reference_word(w->names, p.head_end - 1), "-year-old"))
		s = antecedent_epithet(w, p, p.head_end - 1);
	if (s.text.n == 0 && definite)
		s = head < p.end ? antecedent_epithet(w, p, head) :
				   antecedent_body(w, p);
	if (s.text.n > 0)
		return s;
	bits = reference_token(w->names, p.head_end - 1)->bits;
	s.text = reference_text(w->names, p);
	s.many = (bits & LEXICON_PEOPLE) != 0;
	s.thing = (bits & (LEXICON_BODY | LEXICON_PAPER | LEXICON_PRESS)) != 0;
	if (head < p.end)
		remember(w, head, &s);
	return s;
}

struct speaker
who_is(struct who *w, struct span span)
{
	struct speaker s = nobody;
	struct phrase p;
	uint32_t a;

	if (span.beg == span.end)
		return s;
	p = reference_of(w->view, span);
	if (p.end == p.beg + 1 &&
	    (reference_token(w->names, p.beg)->bits &
		(LEXICON_PRON | LEXICON_POSS)) != 0)
		s = antecedent_pronoun(w, p.beg);
	else if ((a = reference_named(w->names, p)) != NO_ACTOR ||
	    (a = reference_put_in(w->names, p)) != NO_ACTOR)
		s = reference_actor(w->names, a);
	else
		s = described(w, p);
	if (s.text.n > 0) {
		w->last = s;
		w->last_sent = doc_sentence(w->view->doc,
		    reference_token(w->names, p.beg)->beg);
	}
	return s;
}
