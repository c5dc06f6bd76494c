/* speech.c -- the quotations of an article and whose they are: speech.h. */
#include "news/speech.h"

#include <stdlib.h>

#include "gen/lexicon.h"
#include "news/label.h"
#include "news/outlet.h"

enum {
	SCARE = 2,		/* words in marks that need an attribution */
	CAPTIONS = 8		/* sentences of no body that are gone over */
};

/* Where one quotation stands. */
struct site {
	uint32_t		 mark, item;
	const struct marked	*m;
	struct stance		 st;
	size_t			 words;
	bool			 first;		/* nothing before it in its paragraph */
	bool			 alone;		/* nothing but quotations in its sentence */
	bool			 begins;	/* first of its sentence */
	bool			 headline;	/* in a title or heading */
	bool			 as;		/* "as a" stands before it */
	bool			 colon;		/* a colon before it */
	bool			 several;	/* sentences stand in it */
	bool			 parted;	/* begins it; a comma or "said" follows */
	bool			 modifies;	/* an article before, a noun behind */
	bool			 tail;		/* goes on after "he said" in its sentence */
	struct span		 sent;
	uint32_t		 par;
};

/*
 * How often the words named as the speaker's were right by the rule that found
 * them, in thousandths, of direct and mixed quotations: counted on PolNeAR's
 * training part (8,458 quotations).  A dash, which it hardly has, has
 * the figure of a colon.
 */
static const int sure[RULES][2] = {
	[RULE_NONE] = { 0, 0 },
	[RULE_VERB_BEFORE] = { 880, 800 },
	[RULE_SAID_X] = { 980, 860 },
	[RULE_X_SAID] = { 980, 880 },
	[RULE_ACCORDING] = { 790, 930 },
	[RULE_DASH] = { 750, 750 },
	[RULE_COLON] = { 750, 750 },
	[RULE_VERB_FAR] = { 820, 830 },
	[RULE_PARTICIPLE] = { 820, 850 },
	[RULE_NOUN] = { 400, 360 },
	[RULE_FLOATING] = { 560, 840 },
	[RULE_SUBJECT] = { 490, 470 },
	[RULE_CARRIED] = { 890, 440 },
	[RULE_GIVEN] = { 1000, 1000 },
};

static void
find_opaque(struct speech *s)
{
	const struct par *p;
	uint32_t m;

	if (s->doc.marks.n > s->opaque_cap)
		s->opaque = mem_grow(s->opaque, &s->opaque_cap, s->doc.marks.n,
		    sizeof(*s->opaque));
	for (p = s->doc.par; p < s->doc.par + s->doc.npar; p++)
		for (m = p->mark; m < p->mark_end; m++)
			s->opaque[m] = !label_is(&s->doc, &s->doc.marks.m[m],
			    p->role);
}

static size_t
count_words(const struct doc *d, const struct marked *m)
{
	uint32_t i = doc_token(d, m->beg);
	size_t n = 0;

	for (; i < d->tokens.n && d->tokens.t[i].beg < m->end; i++)
		n += d->tokens.t[i].kind <= TOKEN_NUMBER;
	return n;
}

/* How the quotation ends and begins. */
static struct stance
stance_of(const struct doc *d, const struct marked *m)
{
	struct stance st = { false, false, false, false };
	uint32_t i = doc_token(d, m->beg), e = m->end;
	const char *p = d->text.p;

	for (; i < d->tokens.n && d->tokens.t[i].beg < m->end; i++)
		if (d->tokens.t[i].kind <= TOKEN_NUMBER) {
			st.whole = d->tokens.t[i].cap ||
			    d->tokens.t[i].kind == TOKEN_NUMBER;
			break;
		}
	while (e > m->beg + 1 &&
	    (p[e - 1] == '\'' || p[e - 1] == '"' || p[e - 1] == ' ' ||
		p[e - 1] == ')'))
		e--;
	if (e >= m->beg + 3 &&
	    (memcmp(p + e - 3, "\u2019", 3) == 0 ||
		memcmp(p + e - 3, "\u201d", 3) == 0))
		e -= 3;
	st.comma = p[e - 1] == ',';
	st.ended = p[e - 1] == '.';
	st.asks = p[e - 1] == '?' || p[e - 1] == '!' || p[e - 1] == '-' ||
	    (e >= m->beg + 3 &&
		(memcmp(p + e - 3, "\u2014", 3) == 0 ||
		    memcmp(p + e - 3, "\u2026", 3) == 0));
	return st;
}

static bool
sign(const struct view *v, uint32_t i)
{
	return view_token(v, i) && view_at(v, i)->kind >= TOKEN_MARK;
}

/* What stands right before and behind the quotation. */
static void
look_beside(const struct speech *s, struct site *p)
{
	const struct view *v = &s->view;
	uint32_t i, q = p->item;

	p->parted = p->begins &&
	    (view_comma(v, q + 1) || view_dash(v, q + 1) ||
		view_is(v, q + 1, LEXICON_SAY));
	p->colon = p->words > 2 && q > p->sent.beg && view_says(v, q - 1, ":");
	for (i = p->sent.beg; i < q; i++)
		p->tail = p->tail || v->item[i].kind == ITEM_QUOTE;
	i = q - (q > 0 && view_is(v, q - 1, LEXICON_DET));
	p->as = i > 0 && view_says(v, i - 1, "as");
	p->modifies = i < q && view_token(v, q + 1) &&
	    view_at(v, q + 1)->kind == TOKEN_WORD &&
	    !view_is(v, q + 1,
		LEXICON_PREP | LEXICON_CONJ | LEXICON_SUB | LEXICON_AUX |
		    LEXICON_REL | LEXICON_SAY | LEXICON_ADV);
}

static struct site
site_of(const struct speech *s, uint32_t mark, uint32_t par)
{
	const struct view *v = &s->view;
	struct site p = { .mark = mark,
		.par = par,
		.item = v->place[mark],
		.m = &s->doc.marks.m[mark] };
	uint32_t i;

	p.st = stance_of(&s->doc, p.m);
	p.words = count_words(&s->doc, p.m);
	p.sent = attribution_sentence(v, p.item);
	p.headline = s->doc.par[par].role == ROLE_TITLE ||
	    s->doc.par[par].role == ROLE_HEADING;
	p.several = p.m->end > p.m->beg &&
	    doc_sentence(&s->doc, p.m->beg) !=
		doc_sentence(&s->doc, p.m->end - 1);
	p.begins = p.alone = true;
	for (i = p.sent.beg; i < p.sent.end; i++) {
		if (v->item[i].kind == ITEM_QUOTE || sign(v, i))
			continue;
		p.alone = false;
		p.begins = p.begins && i > p.item;
	}
	for (i = p.item; i > 0 && (sign(v, i - 1)); i--)
		;
	p.first = i == 0 || v->item[i - 1].kind == ITEM_PAR;
	look_beside(s, &p);
	return p;
}

static struct quote *
last_quote(struct speech *s)
{
	return s->nquote > 0 ? &s->quote[s->nquote - 1] : NULL;
}

static uint32_t
par_of(const struct speech *s, const struct quote *q)
{
	return s->doc.sent[doc_sentence(&s->doc, q->beg)].par;
}

/* The sentence before the one that begins at item i, if it is in paragraph
 * par or the one before; empty if it is not, or holds a quotation. */
static struct span
sentence_before(const struct speech *s, uint32_t i, bool across)
{
	const struct view *v = &s->view;
	struct span sent = { i, i };
	uint32_t k, turns;

	for (turns = 0;; turns++) {
		while (i > 0 && view_ends(v, i - 1) &&
		    (across || v->item[i - 1].kind != ITEM_PAR))
			i--;
		if (i == 0 || view_ends(v, i - 1) || turns == CAPTIONS)
			return (struct span){ i, i };
		sent = attribution_sentence(v, i - 1);
		if (view_role(v, sent.beg) == ROLE_BODY)
			break;
		i = sent.beg;		/* over captions and headings */
	}
	for (k = sent.beg; k < sent.end; k++)
		if (v->item[k].kind == ITEM_QUOTE)
			return (struct span){ i, i };
	return sent;
}

/* Is the phrase one that a sentence can be about: a name, he or she, an office,
 * a body; not "one", "some", "it". */
static bool
somebody(const struct view *v, struct span s)
{
	if (s.beg == s.end)
		return false;
	if (s.end == s.beg + 1 && !view_at(v, s.beg)->cap)
		return view_is(v, s.beg,
		    LEXICON_HE | LEXICON_SHE | LEXICON_OFFICE | LEXICON_PEOPLE);
	return phrase_speaks(v, s) &&
	    !(s.end == s.beg + 1 &&
		view_is(v, s.beg, LEXICON_DET | LEXICON_ADV)) &&
	    !(view_is(v, s.beg, LEXICON_PRON) &&
		!view_is(v, s.beg, LEXICON_HE | LEXICON_SHE));
}

/* Whose words they are when its own sentence does not say: the one who spoke
 * before, or whom the sentence before is about. */
static struct attribution
carry(struct speech *s, const struct site *p, bool *goes_on)
{
	struct attribution a = { { 0, 0 }, { 0, 0 }, RULE_NONE };
	struct quote *last = last_quote(s);
	struct span sent;

	*goes_on = last != NULL && last->speaker.n > 0 &&
	    (par_of(s, last) == p->par ||
		(par_of(s, last) + 1 == p->par && p->first &&
		    (p->alone || s->doc.marks.m[last->mark].unclosed)));
	sent = sentence_before(s, p->sent.beg, p->first && !*goes_on);
	if (sent.beg < sent.end && p->st.whole) {
		a = attribution_reported(&s->view, sent);
		if (a.rule == RULE_NONE)
			a.speaker = subject_first(&s->view, sent);
		if (somebody(&s->view, a.speaker)) {
			*goes_on = false;
			a.rule = RULE_CARRIED;
			return a;
		}
	}
	a.rule = *goes_on ? RULE_CARRIED : RULE_NONE;
	a.speaker.end = a.speaker.beg;
	a.cue.end = a.cue.beg;
	return a;
}

static struct slice
span_text(const struct speech *s, struct span span)
{
	if (span.beg == span.end)
		return (struct slice){ "", 0 };
	return view_text(&s->view, span);
}

/* A fragment in marks that nothing attributes is no quotation. */
static bool
scare(const struct site *p, const struct quote *q)
{
	if (q->type == QUOTE_DIRECT || (p->headline && p->st.whole))
		return false;
	/* a “coalition of the willing” meeting */
	if (p->modifies &&
	    (q->rule == RULE_SUBJECT || q->rule == RULE_NONE ||
		q->rule == RULE_CARRIED))
		return true;
	if (q->rule == RULE_SUBJECT)
		return p->words <= SCARE && !p->as;
	return (q->rule == RULE_NONE || q->rule == RULE_CARRIED) &&
	    p->words <= SCARE;
}

/* "WALLACE: Will he come?": the name in capitals that a transcript puts before
 * the words, inside the marks; empty if there is none. */
static struct slice
transcript_name(const struct doc *d, const struct marked *m)
{
	uint32_t b = doc_token(d, m->beg), i = b;
	const struct token *t = d->tokens.t;

	while (i < d->tokens.n && i < b + 4 && t[i].caps)
		i++;
	if (i == b || i >= d->tokens.n || t[i].beg >= m->end ||
	    d->text.p[t[i].beg] != ':')
		return (struct slice){ "", 0 };
	return doc_text(d, t[b].beg, t[i - 1].end);
}

static void
attribute(struct speech *s, const struct site *p, struct quote *q)
{
	struct attribution a = attribution_find(&s->view, p->item, p->st);
	struct quote *last = last_quote(s);
	bool goes_on = false;

	q->mention = transcript_name(&s->doc, p->m);
	if (q->mention.n > 0) {
		q->speaker = q->mention;
		q->rule = RULE_COLON;
		return;
	}
	if (p->first && last != NULL && par_of(s, last) + 1 == p->par &&
	    s->doc.marks.m[last->mark].unclosed && a.rule >= RULE_VERB_FAR)
		a.rule = RULE_NONE;
	if (a.rule == RULE_NONE)
		a = carry(s, p, &goes_on);
	q->rule = a.rule;
	if (goes_on) {
		q->id = last->id;
		q->speaker = last->speaker;
		q->mention = last->mention;
		q->cue = last->cue;
		q->via = last->via;
		return;
	}
	q->mention = span_text(s, a.speaker);
	q->cue = span_text(s, a.cue);
	q->speaker = who_is(&s->who, a.speaker).text;
	q->via = outlet_find(&s->view, &s->names, p->sent,
	    a.cue.beg < a.cue.end ? a.cue.beg : p->sent.end, a.speaker);
}

/* Pieces in one sentence by one mention, and paragraphs of one quotation. */
static bool
same_utterance(const struct speech *s, const struct site *p,
    const struct quote *last, const struct quote *q)
{
	if (last == NULL || last->speaker.n == 0)
		return false;
	if (p->tail && par_of(s, last) == p->par)
		return q->mention.n > 0 && q->mention.p == last->mention.p;
	return p->first && par_of(s, last) + 1 == p->par &&
	    s->doc.marks.m[last->mark].unclosed &&
	    slice_eq(q->speaker, last->speaker);
}

/* A quotation that ran on into this paragraph had no speaker of its own yet. */
static void
fill_back(struct speech *s, struct quote *q)
{
	size_t i;

	for (i = s->nquote; i > 0; i--) {
		struct quote *b = &s->quote[i - 1];

		if (!s->doc.marks.m[b->mark].unclosed || b->rule != RULE_NONE ||
		    par_of(s, b) + (uint32_t)(s->nquote - i) + 1 !=
			par_of(s, q))
			break;
		q->id = b->id;
		b->speaker = q->speaker;
		b->mention = q->mention;
		b->cue = q->cue;
		b->via = q->via;
		b->rule = RULE_CARRIED;
		b->score = sure[RULE_CARRIED][b->type];
	}
}

static void
add_quote(struct speech *s, const struct site *p)
{
	struct quote q = { .beg = p->m->beg,
		.end = p->m->end,
		.mark = p->mark };
	const struct quote *last = last_quote(s);

	q.type = p->st.whole &&
		(p->st.comma || p->st.ended || p->st.asks || p->alone ||
		    p->parted || p->colon) ?
	    QUOTE_DIRECT :
	    QUOTE_MIXED;
	if (p->m->unclosed || (p->st.whole && p->several))
		q.type = QUOTE_DIRECT;
	attribute(s, p, &q);
	if (q.id == 0 && same_utterance(s, p, last, &q)) {
		q.id = last->id;
		if (last->type == QUOTE_DIRECT &&
		    (q.mention.p > s->doc.text.p + last->end || p->first) &&
		    (p->st.ended || p->st.comma || p->st.asks))
			q.type = QUOTE_DIRECT;
	}
	if (scare(p, &q))
		return;
	q.score = q.speaker.n > 0 ? sure[q.rule][q.type] : 0;
	if (q.id == 0 && q.speaker.n > 0)
		fill_back(s, &q);
	if (q.id == 0)
		q.id = ++s->ids;
	if (s->nquote == s->quote_cap)
		s->quote = mem_grow(s->quote, &s->quote_cap, s->nquote + 1,
		    sizeof(*s->quote));
	s->quote[s->nquote++] = q;
}

/* Speakers that the records came with stand above what was found. */
static void
take_given(struct speech *s)
{
	const struct sentence *sent;
	struct slice given;
	struct quote *q;
	size_t i, k;

	for (i = 0; i < s->nquote; i++) {
		q = &s->quote[i];
		k = doc_sentence(&s->doc, q->beg);
		sent = &s->doc.sent[k];
		if (sent->given_end == 0)
			continue;
		given = (struct slice){ s->doc.line.p + sent->given,
			sent->given_end - sent->given };
		if (slice_eq(given, s->says[k]) || slice_eq(given, q->speaker))
			continue;
		q->speaker = given;
		q->rule = RULE_GIVEN;
		q->score = sure[RULE_GIVEN][q->type];
	}
}

/* Room for what each sentence says, and nobody says anything yet. */
static void
clear_says(struct speech *s)
{
	size_t i;

	if (s->doc.nsent > s->says_cap)
		s->says = mem_grow(s->says, &s->says_cap, s->doc.nsent,
		    sizeof(*s->says));
	for (i = 0; i < s->doc.nsent; i++)
		s->says[i] = (struct slice){ "", 0 };
}

/* The sentences that hold words of q are its speaker's. */
static void
says_quote(struct speech *s, const struct quote *q)
{
	size_t k;

	for (k = doc_sentence(&s->doc, q->beg);
	     k < s->doc.nsent && s->doc.sent[k].beg < q->end; k++)
		if (s->says[k].n == 0)
			s->says[k] = q->speaker;
}

/* How far the view was gone through for reported speech. */
struct progress {
	uint32_t	beg, at;	/* the sentence that item at is in */
	bool		quotes;		/* a quotation stands in it before at */
};

/* The sentence that item i, a stop or a paragraph's end, ends. */
static size_t
ended_by(const struct view *v, uint32_t i)
{
	if (v->item[i].kind == ITEM_PAR)
		return v->doc->par[v->item[i].at].sent_end - 1;
	return v->item[i].at;
}

/*
 * Go on through the view up to item end: sentences that report what somebody
 * said without quoting it.
 */
static void
says_reported(struct speech *s, struct progress *p, uint32_t end)
{
	const struct view *v = &s->view;
	struct attribution a;

	for (; p->at < end; p->at++) {
		if (!view_ends(v, p->at)) {
			p->quotes = p->quotes ||
			    v->item[p->at].kind == ITEM_QUOTE;
			continue;
		}
		if (!p->quotes && p->beg < p->at) {
			a = attribution_reported(v,
			    (struct span){ p->beg, p->at });
			if (a.rule != RULE_NONE)
				s->says[ended_by(v, p->at)] =
				    who_is(&s->who, a.speaker).text;
		}
		p->beg = p->at + 1;
		p->quotes = false;
	}
}

void
speech_find(struct speech *s)
{
	struct progress at = { 0, 0, false };
	struct site p;
	uint32_t i, m;

	doc_parse(&s->doc);
	find_opaque(s);
	view_make(&s->view, &s->doc, s->opaque);
	names_find(&s->names, &s->doc, s->opaque);
	who_begin(&s->who, &s->view, &s->names);
	s->nquote = 0;
	clear_says(s);
	for (i = 0; i < s->doc.npar; i++)
		for (m = s->doc.par[i].mark; m < s->doc.par[i].mark_end; m++) {
			if (!s->opaque[m] || s->view.place[m] == UINT32_MAX ||
			    s->doc.par[i].role == ROLE_BOILER)
				continue;
			p = site_of(s, m, i);
			says_reported(s, &at, p.sent.beg);
			add_quote(s, &p);
		}
	says_reported(s, &at, (uint32_t)s->view.n);
	for (i = 0; i < s->nquote; i++)
		says_quote(s, &s->quote[i]);
	take_given(s);
}

void
speech_clear(struct speech *s, bool same)
{
	doc_clear(&s->doc);
	s->nquote = 0;
	s->ids = same ? s->ids : 0;
}

void
speech_free(struct speech *s)
{
	doc_free(&s->doc);
	view_free(&s->view);
	names_free(&s->names);
	who_free(&s->who);
	free(s->quote);
	free(s->opaque);
	free(s->says);
}
