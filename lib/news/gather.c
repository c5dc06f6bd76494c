/* gather.c -- sentence records, article by article: gather.h. */
#include "news/gather.h"

enum {
	LINES = 4 * DOC_WINDOW,	/* bytes of records in a window, at most */
	GAPS = 1 << 15		/* gaps in one */
};

/* Is the window full, at a place where it may be cut?  Records may be fat where
 * their text is not: those bytes count by themselves. */
static bool
full(const struct doc *d, const struct rec *r)
{
	if (d->nsent > 0 && (d->line.n + r->line.n > LINES || d->ngap > GAPS))
		return true;
	if (d->text.n < DOC_WINDOW)
		return false;
	return d->text.n >= DOC_WINDOW + DOC_WINDOW / 4 || !doc_same_par(d, r);
}

static void
take(struct run *run, struct in *in, const struct gather *g,
    const struct rec *r, size_t comment)
{
	if (slice_is(r->f[REC_KIND], "sentence") && r->nf != SENT_NF) {
		run_warn(run, in, r->lineno,
		    "a sentence record has nine columns");
		return;
	}
	if (g->doc->nsent > 0 && !doc_same(g->doc, r))
		g->done(run, g->arg, false);
	else if (full(g->doc, r))
		g->done(run, g->arg, true);
	if (!rec_is(r, "sentence", SENT_NF)) {
		if (g->other != NULL)
			g->other(run, g->arg, r);
		return;
	}
	if (!gaps_belong(comment, r->lineno))
		doc_comment(g->doc, slice_of(""));
	doc_add(g->doc, r);
}

void
gather(struct run *run, struct in *in, const struct gather *g)
{
	size_t comment = 0;
	struct rec r;
	int got;

	while ((got = run_record(run, in, &r)) != REC_EOF)
		if (got == REC_COMMENT) {
			doc_comment(g->doc, r.line);
			comment = r.lineno;
		} else
			take(run, in, g, &r, comment);
	if (g->doc->nsent > 0)
		g->done(run, g->arg, false);
	doc_comment(g->doc, slice_of(""));
}
