/*
 * gaps.h -- from a sentence's text back to the bytes of its article.
 *
 * White space around a line end is one space in the text column, whatever its
 * length in the article.  Where it was longer than one byte a comment line
 * stands directly before the sentence record:
 *
 *	#gaps<TAB>pos+extra pos+extra ...[<TAB>before]
 *
 * At byte pos of the plain text (from 0, rising) stands one space for
 * 1 + extra bytes of the article; "." stands for no such place.  before, if it
 * is there, is how the white space between this sentence and the one before in
 * their paragraph reads in a text that runs over both, escaped as a field.
 * Without it that white space reads as so many blanks as it has bytes.
 */
#ifndef NEWS_GAPS_H
#define NEWS_GAPS_H
#include <stdbool.h>

#include "base/mem.h"

struct gap {
	size_t	pos;		/* of the space, in the plain text */
	size_t	extra;		/* bytes that the article has more */
};

/* Does the comment in line comment (0: there is none) belong to the record in
 * line record of the same file?  Only if nothing stands between them. */
static inline bool
gaps_belong(size_t comment, size_t record)
{
	return comment != 0 && record == comment + 1;
}

/* The gaps of one sentence; all zero is none. */
struct gaps {
	struct gap	*gap;
	size_t		 n;
	size_t		 cap;
	struct buf	 before;	/* plain, if told */
	bool		 told;
};

void	gaps_free(struct gaps *);

/*
 * Add raw, a sentence's bytes in its article, to text as it is told in a
 * record (each run of white space around line ends made one space), and set
 * *g to where bytes were left out.
 */
void	gaps_join(struct gaps *g, struct buf *text, struct slice raw);

/* Note raw, the white space before the sentence in its paragraph, where it does
 * not read as so many blanks.  To be called before gaps_write(). */
void	gaps_before(struct gaps *g, struct slice raw);

/* Add the comment line, without LF, to b; nothing if there are no gaps. */
void	gaps_write(const struct gaps *, struct buf *b);

/*
 * Read a comment line, without LF, into *g, which it empties first.  Returns
 * false, with no gaps, if the line is no #gaps line that gaps_write() makes.
 */
bool	gaps_parse(struct gaps *g, struct slice line);

/*
 * Byte pos of the plain text as an offset from the sentence's first byte in the
 * article.  The end of the text gives the end of the bytes; a space that
 * stands for a gap gives the first byte of it.
 */
size_t	gaps_raw(const struct gaps *, size_t pos);
#endif
