/*
 * sent.h -- where sentences end inside a paragraph.
 *
 * Two stages: a scan to the next byte that can be a stop, and a judgement there
 * from the words on both sides.  A line end inside the paragraph is a blank.
 */
#ifndef NEWS_SENT_H
#define NEWS_SENT_H
#include "base/slice.h"
#include "text/place.h"

enum {
	SENT_MAX = 1 << 16,	/* a longer sentence is cut at a blank */
	SENT_LOOK = PLACE_LOOK	/* bytes behind an end that it may depend on */
};

/*
 * The end of the sentence that begins at from (a byte that is no blank) in
 * par: behind its stop and the quotation marks and brackets that close it, or
 * par.n.  It depends on the bytes up to SENT_LOOK behind it, no more.  What is
 * left over begins at place_skip() of it.
 */
size_t	sent_end(struct slice par, size_t from);

#endif
