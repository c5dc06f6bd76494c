/*
 * gather.h -- sentence records, article by article.
 *
 * What an annotator's each() does: reads records, gathers those of one article,
 * calls back when it is whole.  An article longer than DOC_WINDOW is called
 * back in pieces that end with a paragraph, or with a sentence where a
 * paragraph is longer than that again.
 */
#ifndef NEWS_GATHER_H
#define NEWS_GATHER_H
#include "io/run.h"
#include "news/doc.h"

struct gather {
	struct doc	*doc;		/* filled for done() */
	/* The article, or a piece of it, is whole; more of it follows if more.
	 * done() must clear doc. */
	void		(*done)(struct run *, void *arg, bool more);
	/* Another kind of record, of the same article as the sentences gathered
	 * so far if there are any; NULL to pass over it. */
	void		(*other)(struct run *, void *arg, const struct rec *);
	void		*arg;
};

/* Read in to its end. */
void	gather(struct run *, struct in *, const struct gather *);
#endif
