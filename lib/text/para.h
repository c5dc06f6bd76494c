/*
 * para.h -- lines into paragraphs: is a text wrapped at a column?
 *
 * A text is either wrapped, so that most line ends stand where the next word
 * would not have fit, or each of its lines is a paragraph.  Blank lines end a
 * paragraph in both.
 */
#ifndef NEWS_PARA_H
#define NEWS_PARA_H
#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

enum { WRAP_LINES = 64 };	/* a text's first lines tell */

/* What was seen of a text's first lines; all zero is nothing yet. */
struct wrap {
	struct {
		uint16_t	len;	/* characters of a line */
		uint16_t	fit;	/* with the next line's first word */
		bool		stop;	/* it ends as a sentence does */
	}	pair[WRAP_LINES];
	size_t	pairs, lines;
	size_t	full;		/* lines that are not blank */
	size_t	last;		/* characters of the last line, if not blank */
	bool	last_stop;
	bool	lower;		/* the next line went on in small letters */
	size_t	wide;		/* lines that were too long for any column */
	bool	no;		/* so the text is not wrapped */
};

/* Look at the next line, without its end; false if no more are needed. */
bool	wrap_add(struct wrap *, struct slice line);

/* The column in characters, or 0 if the text is not wrapped. */
size_t	wrap_column(const struct wrap *);

/*
 * Does the paragraph go on from line to next, both without their ends and not
 * blank?  before counts the characters of line that stand before the slice.
 */
bool	wrap_soft(size_t column, size_t before, struct slice line,
    struct slice next);

/* Characters of s, blanks at its end left out. */
size_t	wrap_width(struct slice s);

/* Is there nothing but blanks in s? */
bool	wrap_blank(struct slice s);
#endif
