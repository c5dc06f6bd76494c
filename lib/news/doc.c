/* doc.c -- one article, gathered from its sentence records: doc.h. */
#include "news/doc.h"

#include <stdlib.h>

#include "gen/lexicon.h"

enum { BLANKS = 4096 };		/* between two sentences of a paragraph */

void
doc_clear(struct doc *d)
{
	d->name.n = d->text.n = d->line.n = 0;
	d->nsent = d->npar = d->ngap = 0;
	d->tokens.n = d->marks.n = 0;
	d->number = 0;
}

void
doc_free(struct doc *d)
{
	buf_free(&d->name);
	buf_free(&d->text);
	buf_free(&d->line);
	free(d->sent);
	free(d->par);
	free(d->gap);
	gaps_free(&d->next_gaps);
	buf_free(&d->next_comment);
	free(d->tokens.t);
	marks_free(&d->marks);
}

void
doc_comment(struct doc *d, struct slice line)
{
	d->next_comment.n = 0;
	if (gaps_parse(&d->next_gaps, line))
		buf_add(&d->next_comment, line.p, line.n);
}

bool
doc_same(const struct doc *d, const struct rec *r)
{
	/* The same name again from its start is the same article once more. */
	return slice_eq(buf_slice(&d->name), r->f[REC_DOC]) &&
	    (d->nsent == 0 || !slice_is(r->f[REC_KIND], "sentence") ||
		r->beg >= d->sent[d->nsent - 1].raw_end);
}

static uint8_t
role_of(struct slice s)
{
	uint8_t i;

	for (i = 0; i < ROLE_BODY && !slice_is(s, role_name[i]); i++)
		;
	return i;
}

static uint64_t
number(struct slice s)
{
	uint64_t v = 0;
	size_t i;

	for (i = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		v = v * 10 + (uint64_t)(s.p[i] - '0');
	return v;
}

/* The white space between the last sentence and the one that begins at raw. */
static void
add_space(struct doc *d, uint64_t raw)
{
	uint64_t k = raw - d->sent[d->nsent - 1].raw_end;

	if (d->next_gaps.told) {
		buf_add(&d->text, d->next_gaps.before.p, d->next_gaps.before.n);
		return;
	}
	if (raw < d->sent[d->nsent - 1].raw_end || k > BLANKS)
		k = 1;		/* no record of ours says so */
	for (; k > 0; k--)
		buf_byte(&d->text, ' ');
}

static void
begin_par(struct doc *d, const struct rec *r, uint64_t n)
{
	if (d->npar > 0)
		buf_byte(&d->text, '\n');
	if (d->npar == d->par_cap)
		d->par = mem_grow(d->par, &d->par_cap, d->npar + 1,
		    sizeof(*d->par));
	d->par[d->npar++] = (struct par){ .beg = (uint32_t)d->text.n,
		.sent = (uint32_t)d->nsent,
		.role = role_of(r->f[SENT_ROLE]) };
	d->number = n;
}

/* The gaps told before the record are the sentence's. */
static void
take_gaps(struct doc *d, struct sentence *s)
{
	s->gap = (uint32_t)d->ngap;
	if (d->ngap + d->next_gaps.n > d->gap_cap)
		d->gap = mem_grow(d->gap, &d->gap_cap, d->ngap + d->next_gaps.n,
		    sizeof(*d->gap));
	if (d->next_gaps.n > 0)
		memcpy(d->gap + d->ngap, d->next_gaps.gap,
		    d->next_gaps.n * sizeof(*d->gap));
	d->ngap += d->next_gaps.n;
	s->gap_end = (uint32_t)d->ngap;
	d->next_gaps.n = 0;
	d->next_gaps.told = false;
}

bool
doc_same_par(const struct doc *d, const struct rec *r)
{
	return number(r->f[SENT_PAR]) == d->number;
}

bool
doc_add(struct doc *d, const struct rec *r)
{
	struct sentence *s;
	uint64_t par;

	if (r->nf != SENT_NF)
		return false;
	par = number(r->f[SENT_PAR]);
	if (d->nsent == 0)
		buf_add(&d->name, r->f[REC_DOC].p, r->f[REC_DOC].n);
	if (d->npar == 0 || par != d->number)
		begin_par(d, r, par);
	else
		add_space(d, r->beg);
	if (d->nsent == d->sent_cap)
		d->sent = mem_grow(d->sent, &d->sent_cap, d->nsent + 1,
		    sizeof(*d->sent));
	s = &d->sent[d->nsent++];
	*s = (struct sentence){ .beg = (uint32_t)d->text.n,
		.raw = r->beg,
		.raw_end = r->end,
		.par = (uint32_t)(d->npar - 1),
		.comment = (uint32_t)d->line.n };
	buf_add(&d->line, d->next_comment.p, d->next_comment.n);
	d->next_comment.n = 0;
	s->line = (uint32_t)d->line.n;
	take_gaps(d, s);
	rec_plain(&d->text, r->f[SENT_TEXT]);
	s->end = (uint32_t)d->text.n;
	buf_add(&d->line, r->line.p, r->line.n);
	s->line_end = (uint32_t)d->line.n;
	if (!slice_is(r->f[SENT_SPEAKER], ".")) {
		s->given = s->line +
		    (uint32_t)(r->f[SENT_SPEAKER].p - r->line.p);
		s->given_end = s->given + (uint32_t)r->f[SENT_SPEAKER].n;
	}
	d->par[d->npar - 1].end = s->end;
	d->par[d->npar - 1].sent_end = (uint32_t)d->nsent;
	return true;
}

/*
 * In a headline In Title Case a capital says nothing: verbs and function words
 * lose theirs, so that names stand out.
 */
static void
lower_title(struct doc *d, const struct par *p)
{
	uint32_t first = d->sent[p->sent].tok,
		 last = d->sent[p->sent_end - 1].tok_end;
	uint32_t i, caps = 0, words = 0;

	for (i = first; i < last; i++)
		if (d->tokens.t[i].kind == TOKEN_WORD) {
			words++;
			caps += d->tokens.t[i].cap;
		}
	if (caps * 3 < words * 2)
		return;
	for (i = first; i < last; i++)
		if (d->tokens.t[i].bits &
		    (LEXICON_SAY | LEXICON_SAYING | LEXICON_JUDGE |
			LEXICON_PREP | LEXICON_CONJ | LEXICON_SUB |
			LEXICON_AUX | LEXICON_ADV))
			d->tokens.t[i].cap = false;
}

void
doc_parse(struct doc *d)
{
	const struct par *next;
	struct sentence *s;
	struct par *p;
	size_t i;

	for (i = 0; i < d->nsent; i++) {
		s = &d->sent[i];
		s->tok = (uint32_t)d->tokens.n;
		tokens_add(&d->tokens, d->text.p, s->beg, s->end,
		    &lexicon_words, LEXICON_TITLE | LEXICON_DATE);
		s->tok_end = (uint32_t)d->tokens.n;
	}
	for (i = 0; i < d->npar; i++) {
		p = &d->par[i];
		if (p->role == ROLE_TITLE || p->role == ROLE_HEADING ||
		    p->role == ROLE_STANDFIRST)
			lower_title(d, p);
		next = i + 1 < d->npar ? p + 1 : NULL;
		p->mark = (uint32_t)d->marks.n;
		marks_add(&d->marks, d->text.p, p->beg, p->end,
		    next != NULL &&
			marks_begins(d->text.p, next->beg, next->end));
		p->mark_end = (uint32_t)d->marks.n;
	}
}

size_t
doc_sentence(const struct doc *d, uint32_t pos)
{
	size_t lo = 0, hi = d->nsent, mid;

	while (hi - lo > 1) {
		mid = lo + (hi - lo) / 2;
		if (d->sent[mid].beg <= pos)
			lo = mid;
		else
			hi = mid;
	}
	return lo;
}

uint64_t
doc_raw(const struct doc *d, uint32_t pos)
{
	const struct sentence *s = &d->sent[doc_sentence(d, pos)];
	struct gaps g = { .gap = NULL };

	if (pos >= s->end)
		return s->raw_end;
	if (s->gap_end == s->gap)
		return s->raw + (pos - s->beg);
	g.gap = d->gap + s->gap;
	g.n = s->gap_end - s->gap;
	return s->raw + gaps_raw(&g, pos - s->beg);
}

uint64_t
doc_raw_end(const struct doc *d, uint32_t pos)
{
	return pos == 0 ? doc_raw(d, 0) : doc_raw(d, pos - 1) + 1;
}

uint32_t
doc_token(const struct doc *d, uint32_t pos)
{
	size_t lo = 0, hi = d->tokens.n, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (d->tokens.t[mid].end <= pos)
			lo = mid + 1;
		else
			hi = mid;
	}
	return (uint32_t)lo;
}
