/* nquote -- sentence records into quote records: nquote(1). */
#include <stdlib.h>
#include <unistd.h>

#include "news/gather.h"
#include "news/speech.h"

static const struct option_text options[] = {
	{ 'a', NULL, "print source and cue records too" },
	{ 's', "n", "print quotations with a score of n or more (0 to 1000)" },
	{ 0, NULL, NULL },
};

static const struct prog prog = {
	.does = "quotations and who said them, from sentence records",
	.kind = "quote",
	.needs = "run nsplit first",
	.example = "cat *.txt | nsplit | nquote | nsort",
	.options = options,
};

struct nquote {
	struct speech	 speech;
	bool		 all;		/* -a */
	int		 least;		/* -s */
	struct part	*part;		/* the records of one article */
	size_t		 npart, part_cap;
};

enum part_kind { PART_QUOTE, PART_SOURCE, PART_CUE };

/* A record to print: a quotation, or with -a its speaker's words or its cue. */
struct part {
	uint32_t	beg, end;	/* in the article's text */
	uint32_t	quote;
	uint32_t	kind;		/* enum part_kind */
};

static void
put_quote(struct run *r, const struct quote *q)
{
	static const char *const types[] = { "direct", "mixed" };

	out_field(&r->out, slice_of(types[q->type]));
	out_number(&r->out, q->id);
	out_plain(&r->out, q->speaker);
	out_plain(&r->out, q->mention);
	out_plain(&r->out, q->cue);
	out_plain(&r->out, q->via);
	out_number(&r->out, (uint64_t)q->score);
}

static void
put_part(struct run *r, const struct speech *s, const struct part *p)
{
	static const char *const kinds[] = { "quote", "source", "cue" };
	const struct quote *q = &s->quote[p->quote];

	out_record(&r->out, buf_slice(&s->doc.name), doc_raw(&s->doc, p->beg),
	    doc_raw_end(&s->doc, p->end), kinds[p->kind]);
	if (p->kind == PART_QUOTE)
		put_quote(r, q);
	else {
		out_number(&r->out, q->id);
		out_plain(&r->out, q->speaker);
	}
	out_text(&r->out, doc_text(&s->doc, p->beg, p->end));
}

static void
add_part(struct nquote *n, struct slice text, size_t quote, enum part_kind kind)
{
	uint32_t beg;

	if (text.n == 0)
		return;
	beg = (uint32_t)(text.p - n->speech.doc.text.p);
	if (n->npart == n->part_cap)
		n->part = mem_grow(n->part, &n->part_cap, n->npart + 1,
		    sizeof(*n->part));
	n->part[n->npart++] = (struct part){ beg, beg + (uint32_t)text.n,
		(uint32_t)quote, (uint32_t)kind };
}

/* By beg, the longer one first, then as they were added. */
static int
by_place(const void *x, const void *y)
{
	const struct part *a = x, *b = y;

	if (a->beg != b->beg)
		return a->beg < b->beg ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	if (a->quote != b->quote)
		return a->quote < b->quote ? -1 : 1;
	return (a->kind > b->kind) - (a->kind < b->kind);
}

static void
put(struct run *r, void *arg, bool more)
{
	struct nquote *n = arg;
	struct speech *s = &n->speech;
	const struct quote *q;
	uint32_t last = 0;
	size_t i;

	speech_find(s);
	n->npart = 0;
	for (i = 0; i < s->nquote; i++) {
		q = &s->quote[i];
		if (q->score < n->least)
			continue;
		add_part(n, doc_text(&s->doc, q->beg, q->end), i, PART_QUOTE);
		/* Once an utterance; a speaker that was given has no words here. */
		if (n->all && q->id != last) {
			add_part(n, q->mention, i, PART_SOURCE);
			add_part(n, q->cue, i, PART_CUE);
		}
		last = q->id;
	}
	if (n->all && n->npart > 0)
		qsort(n->part, n->npart, sizeof(*n->part), by_place);
	for (i = 0; i < n->npart; i++)
		put_part(r, s, &n->part[i]);
	speech_clear(s, more);
}

static void
each(struct run *r, struct in *in, void *arg)
{
	struct nquote *n = arg;
	struct gather g = { .doc = &n->speech.doc, .done = put, .arg = n };

	gather(r, in, &g);
}

int
main(int argc, char *argv[])
{
	static struct nquote n;
	struct run r;
	int ch;

	run_init(&r, &prog, argc, argv);
	while ((ch = run_option(&r)) != -1)
		if (ch == 'a')
			n.all = true;
		else
			n.least = (int)run_number(ch, optarg, 0, 1000);
	run_each(&r, each, &n);
	speech_free(&n.speech);
	free(n.part);
	return run_done(&r);
}
