/*
 * article.h -- where articles begin in a stream of text.
 *
 * Either a line says so, ==> name <== as tail -v prints, or it is guessed from
 * what stands there.  A wrong guess is worse than a missed one.
 */
#ifndef NEWS_ARTICLE_H
#define NEWS_ARTICLE_H
#include <stdbool.h>

#include "text/role.h"

enum { ARTICLE_LOOK = 4096 };	/* bytes behind a line that a guess looks at */

/* Is line, without its end, a header?  Then *name is what it names. */
bool	article_header(struct slice line, struct slice *name);

/* What stood before in the article; all zero is its start. */
struct article_state {
	size_t	blanks;		/* the last so many paragraphs stood behind */
	size_t	singles;	/* blank lines, or behind a line end alone */
	size_t	prose;		/* paragraphs that look like prose */
	bool	begun;		/* there was a paragraph */
	bool	ended;		/* the line before ends as an article can */
};

/*
 * Could a line end, or a missing blank in the line, be where another article
 * begins?  Cheap; false for nearly all lines.  below: the line stands
 * directly below another one, no blank line between.
 */
bool article_doubt(const struct article_state *, struct slice line, bool below);

/*
 * The byte of line where another article begins: 0, a byte inside it behind
 * the last word of the old one, or line.n if it is all of one article.  after
 * is what follows behind the line's end, ARTICLE_LOOK bytes or all there is.
 */
size_t	article_cut(const struct article_state *, struct slice line,
    struct slice after, bool below);

/* Tell the state of the paragraph that comes next, and looks so. */
void	article_par(struct article_state *, enum look, bool below);
#endif
