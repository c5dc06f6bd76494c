/*
 * speech -- any bytes as an article: news/doc.h, news/speech.h.
 *
 * The input is cut at LF into paragraphs and at ". " into sentences, which come
 * as records with speakers, roles, gaps and offsets that the bytes choose.  The
 * quotations stand in order and inside the article, their offsets too; ids count
 * from 1; every slice lies in the article's text or records; doing it again,
 * with the memory of before, gives the same.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "news/speech.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
must(bool good)
{
	if (!good)
		abort();
}

/* The record of a sentence: raw bytes of an article, told with its gaps and the
 * white space before. */
static void
add(struct doc *d, struct slice raw, struct slice before, size_t at, size_t n,
    size_t par)
{
	static const char *const roles[] = { "title", "standfirst", "heading",
		"byline", "caption", "meta", "boiler", "body", "body", "body",
		"none such" };
	static const char *const given[] = { ".", ".", ".", "Anna Tarnby",
		"A\\tB" };
	struct buf text = { NULL, 0, 0 }, line = { NULL, 0, 0 };
	struct gaps g = { .gap = NULL };
	unsigned char c = (unsigned char)raw.p[raw.n / 2];
	char head[200];
	struct rec r;
	size_t i;

	gaps_join(&g, &text, raw);
	gaps_before(&g, before);
	gaps_write(&g, &line);
	if (line.n > 0)
		doc_comment(d, buf_slice(&line));
	line.n = 0;
	snprintf(head, sizeof(head),
	    "a\\tb\t%zu\t%zu\tsentence\t%zu\t%zu\t%s\t%s\t", at, at + raw.n, n,
	    par, roles[par % 11], given[c % 5]);
	buf_add(&line, head, strlen(head));
	for (i = 0; i < text.n; i++)
		switch (text.p[i]) {
		case '\t':
			buf_add(&line, "\\t", 2);
			break;
		case '\n':
			buf_add(&line, "\\n", 2);
			break;
		case '\r':
			buf_add(&line, "\\r", 2);
			break;
		case '\\':
			buf_add(&line, "\\\\", 2);
			break;
		default:
			buf_byte(&line, text.p[i]);
		}
	if (text.n > 0 && rec_split(buf_slice(&line), &r)) {
		must(d->nsent == 0 || doc_same(d, &r));
		must(doc_add(d, &r));
	}
	gaps_free(&g);
	buf_free(&text);
	buf_free(&line);
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* As nsplit does, no sentence begins or ends with a blank. */
static void
add_all(struct doc *d, const char *p, size_t n)
{
	size_t beg = 0, i, e, last = 0, sent = 0, par = 1, last_par = 0;

	for (i = 0; i <= n; i++) {
		if (i < n && p[i] != '\n' &&
		    !(p[i] == ' ' && i > 0 && p[i - 1] == '.'))
			continue;
		/* An LF in three is a line end inside the paragraph. */
		if (i < n && p[i] == '\n' && i % 3 == 0 && i > beg)
			continue;
		while (beg < i && blank(p[beg]))
			beg++;
		for (e = i; e > beg && blank(p[e - 1]); e--)
			;
		if (e > beg) {
			add(d, (struct slice){ p + beg, e - beg },
			    par == last_par ?
				(struct slice){ p + last, beg - last } :
				(struct slice){ p, 0 },
			    beg, ++sent, par);
			last = e;
			last_par = par;
		}
		par += i < n && p[i] == '\n';
		beg = i < n ? i + 1 : n;
	}
}

/* Does s lie in the article, or is it a name that the program itself knows? */
static void
inside(const struct doc *d, struct slice s)
{
	struct slice t = buf_slice(&d->text), l = buf_slice(&d->line);

	if (s.n == 0 || slice_is(s, "Twitter"))
		return;
	must((s.p >= t.p && s.p + s.n <= t.p + t.n) ||
	    (s.p >= l.p && s.p + s.n <= l.p + l.n));
}

/* The slice is the text. */
static void
slice_rule(const struct doc *d, const struct quote *q, struct slice raw)
{
	struct buf text = { NULL, 0, 0 };
	struct gaps g = { .gap = NULL };

	gaps_join(&g, &text, raw);
	must(slice_eq(buf_slice(&text), doc_text(d, q->beg, q->end)));
	gaps_free(&g);
	buf_free(&text);
}

static void
check(const struct speech *s, const char *p, size_t n)
{
	const struct quote *q;
	uint64_t last = 0, b, e;
	uint32_t at = 0;
	size_t i;

	for (i = 0; i < s->nquote; i++) {
		q = &s->quote[i];
		must(q->beg >= at && q->beg <= q->end);
		must(q->end <= s->doc.text.n && q->mark < s->doc.marks.n);
		b = doc_raw(&s->doc, q->beg);
		e = doc_raw_end(&s->doc, q->end);
		must(b >= last && b <= e && e <= n);
		slice_rule(&s->doc, q, (struct slice){ p + b, e - b });
		must(q->id >= 1 && q->id <= s->ids);
		must(q->type <= QUOTE_MIXED && q->rule < RULES);
		must(q->score >= 0 && q->score <= 1000);
		inside(&s->doc, q->speaker);
		inside(&s->doc, q->mention);
		inside(&s->doc, q->cue);
		inside(&s->doc, q->via);
		at = q->end;
		last = b;
	}
	for (i = 0; i < s->doc.nsent; i++)
		inside(&s->doc, s->says[i]);
}

/* A number that stands for all that was found. */
static uint64_t
sum(const struct speech *s)
{
	uint64_t h = s->nquote;
	const struct quote *q;
	size_t i, k;

	for (i = 0; i < s->nquote; i++) {
		q = &s->quote[i];
		h = h * 31 + q->beg;
		h = h * 31 + q->end;
		h = h * 31 + q->id;
		h = h * 31 + q->type;
		h = h * 31 + (uint64_t)q->score;
		for (k = 0; k < q->speaker.n; k++)
			h = h * 31 + (unsigned char)q->speaker.p[k];
	}
	for (i = 0; i < s->doc.nsent; i++)
		for (k = 0; k < s->says[i].n; k++)
			h = h * 31 + (unsigned char)s->says[i].p[k];
	return h;
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	static struct speech used; /* by all inputs, one after the other */
	struct speech fresh;
	uint64_t h;

	memset(&fresh, 0, sizeof(fresh));
	add_all(&fresh.doc, (const char *)p, n);
	if (fresh.doc.nsent == 0) { /* never asked for */
		speech_free(&fresh);
		return 0;
	}
	speech_find(&fresh);
	check(&fresh, (const char *)p, n);
	h = sum(&fresh);
	speech_free(&fresh);

	add_all(&used.doc, (const char *)p, n);
	speech_find(&used);
	must(sum(&used) == h);
	speech_clear(&used, false);
	return 0;
}
