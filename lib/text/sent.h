/*
 * sent.h -- where sentences end inside a paragraph.
 *
 * Two stages: a scan to the next byte that can be a stop, and a judgement there
 * from the words on both sides.  A line end inside the paragraph is a blank.
 */
#ifndef NEWS_SENT_H
#define NEWS_SENT_H
#include "base/slice.h"

enum {
	SENT_MAX = 1 << 16,	/* a longer sentence is cut at a blank */
	SENT_LOOK = 1 << 10	/* bytes behind an end that it may depend on */
};

/*
 * The end of the sentence that begins at from (a byte that is no blank) in
 * par: behind its stop and the quotation marks and brackets that close it, or
 * par.n.  It depends on the bytes up to SENT_LOOK behind it, no more.  What is
 * left over begins at sent_skip() of it.
 */
size_t	sent_end(struct slice par, size_t from);

/* The next byte at or after i that is no blank, or par.n. */
size_t	sent_skip(struct slice par, size_t i);
#endif
