/* gather.c -- sentence records, article by article: gather.h. */
#include "news/gather.h"

/* Is the window full, at a place where it may be cut? */
static bool
full(const struct doc *d, const struct rec *r)
{
	if (d->text.n < DOC_WINDOW)
		return false;
	return d->text.n >= DOC_WINDOW + DOC_WINDOW / 4 || !doc_same_par(d, r);
}

void
gather(struct run *run, struct in *in, const struct gather *g)
{
	struct rec r;
	int got;

	while ((got = run_record(run, in, &r)) != REC_EOF) {
		if (got == REC_COMMENT) {
			doc_comment(g->doc, r.line);
			continue;
		}
		if (!rec_is(&r, "sentence", SENT_NF)) {
			doc_comment(g->doc, slice_of(""));
			if (slice_is(r.f[REC_KIND], "sentence"))
				run_warn(run, in, r.lineno,
				    "a sentence record has nine columns");
			else if (g->other != NULL)
				g->other(run, g->arg, &r);
			continue;
		}
		if (g->doc->nsent > 0 && !doc_same(g->doc, &r))
			g->done(run, g->arg, false);
		else if (full(g->doc, &r))
			g->done(run, g->arg, true);
		doc_add(g->doc, &r);
	}
	if (g->doc->nsent > 0)
		g->done(run, g->arg, false);
}
