/*
 * mark.h -- quotation marks: which bytes of a paragraph stand in them.
 *
 * All styles: “ ” " '' ‘ ’ ' « » „ ‚ ‹ ›, nested ones, straight ones nested in
 * straight ones, the wrong mark at the end (“word“), marks that are missing,
 * apostrophes.  One pass with a small stack and looks ahead of a bounded number
 * of marks: linear, whatever comes.
 */
#ifndef NEWS_MARK_H
#define NEWS_MARK_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A string in marks: text[open..beg) is the opening mark, [end..close) the
 * closing one, each with the blanks inside it; close is end where the closing
 * mark is missing, blanks apart.  Only the outermost are told.
 */
struct marked {
	uint32_t	open, beg, end, close;
	bool		single;		/* in ‘ ’ or ' */
	bool		unclosed;	/* runs to the end of its paragraph */
};

struct marks {
	struct marked	*m;
	size_t		 n, cap;
	struct sign	*sign;		/* room kept from paragraph to paragraph */
	struct marked	*pair;
	size_t		 sign_cap, pair_cap;
};

void	marks_free(struct marks *ms);

/*
 * Add the marked strings of the paragraph text[beg..end), in order.  again
 * tells whether the next paragraph begins with an opening mark: then one that
 * is not closed here goes on there.
 */
void marks_add(struct marks *ms, const char *text, uint32_t beg, uint32_t end,
    bool again);

/* Does text[beg..end) begin, blanks apart, with a double opening mark? */
bool	marks_begins(const char *text, uint32_t beg, uint32_t end);
#endif
