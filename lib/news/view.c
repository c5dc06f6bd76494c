/* view.c -- an article as its reporter tells it: view.h. */
#include "news/view.h"

#include <stdlib.h>

#include "gen/lexicon.h"

static void
add(struct view *v, uint8_t kind, uint32_t at)
{
	if (v->n == v->cap)
		v->item = mem_grow(v->item, &v->cap, v->n + 1,
		    sizeof(*v->item));
	v->item[v->n++] = (struct item){ at, kind };
}

/* A splitter's stop after "Rep." is none. */
static bool
false_stop(const struct view *v, const struct sentence *s)
{
	const struct token *t;

	if (s->tok == s->tok_end)
		return true;
	t = &v->doc->tokens.t[s->tok_end - 1];
	return (t->bits & LEXICON_TITLE) != 0 && t->cap &&
	    v->doc->text.p[t->end - 1] == '.';
}

/* The items of one paragraph: its tokens, but for what stands in marks. */
static void
add_par(struct view *v, const struct par *p, const bool *opaque)
{
	const struct doc *d = v->doc;
	const struct sentence *s;
	const struct token *t;
	uint32_t m = p->mark, i, k;

	for (i = p->sent; i < p->sent_end; i++) {
		s = &d->sent[i];
		for (k = s->tok; k < s->tok_end; k++) {
			t = &d->tokens.t[k];
			while (m < p->mark_end &&
			    (!opaque[m] || d->marks.m[m].close <= t->beg))
				m++;
			if (m == p->mark_end || t->beg < d->marks.m[m].open)
				add(v, ITEM_TOKEN, k);
			else if (v->place[m] == UINT32_MAX) {
				v->place[m] = (uint32_t)v->n;
				add(v, ITEM_QUOTE, m);
			}
		}
		/* No stop where the sentence ends inside a quotation. */
		if (m < p->mark_end && opaque[m] &&
		    d->marks.m[m].open < s->end && d->marks.m[m].close > s->end)
			continue;
		if (!false_stop(v, s))
			add(v, ITEM_STOP, i);
	}
	add(v, ITEM_PAR, (uint32_t)(p - d->par));
}

void
view_make(struct view *v, const struct doc *d, const bool *opaque)
{
	size_t i;

	v->doc = d;
	v->n = 0;
	if (d->marks.n > v->place_cap)
		v->place = mem_grow(v->place, &v->place_cap, d->marks.n,
		    sizeof(*v->place));
	for (i = 0; i < d->marks.n; i++)
		v->place[i] = UINT32_MAX;
	for (i = 0; i < d->npar; i++)
		if (d->par[i].role != ROLE_BOILER &&
		    d->par[i].role != ROLE_META)
			add_par(v, &d->par[i], opaque);
}

void
view_free(struct view *v)
{
	free(v->item);
	free(v->place);
}

bool
view_dash(const struct view *v, uint32_t i)
{
	struct slice w;

	if (!view_token(v, i) || view_at(v, i)->kind != TOKEN_PUNCT)
		return false;
	w = view_word(v, i);
	return slice_is(w, "-") || slice_is(w, "\u2014") ||
	    slice_is(w, "\u2013") || slice_is(w, "\u2015");
}

/* Where item i begins in the text. */
static uint32_t
position(const struct view *v, uint32_t i)
{
	const struct doc *d = v->doc;

	switch (v->item[i].kind) {
	case ITEM_TOKEN:
		return d->tokens.t[v->item[i].at].beg;
	case ITEM_QUOTE:
		return d->marks.m[v->item[i].at].open;
	case ITEM_STOP:
		return d->sent[v->item[i].at].end;
	default:
		return d->par[v->item[i].at].end;
	}
}

uint32_t
view_find(const struct view *v, uint32_t pos)
{
	uint32_t lo = 0, hi = (uint32_t)v->n, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (position(v, mid) < pos)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

enum role
view_role(const struct view *v, uint32_t i)
{
	size_t s = doc_sentence(v->doc, position(v, i));

	return (enum role)v->doc->par[v->doc->sent[s].par].role;
}

struct slice
view_text(const struct view *v, struct span s)
{
	return doc_text(v->doc, view_at(v, s.beg)->beg,
	    view_at(v, s.end - 1)->end);
}
