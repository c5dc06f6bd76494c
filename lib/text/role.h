/*
 * role.h -- what a paragraph is in its article: title, caption, body ...
 *
 * Two steps: how a paragraph looks by itself (words that news sites print, its
 * length, its end), then its role from that, what stands before it and what
 * comes next.
 */
#ifndef NEWS_ROLE_H
#define NEWS_ROLE_H
#include <stdbool.h>

#include "base/slice.h"

enum role {
	ROLE_TITLE,
	ROLE_STANDFIRST,
	ROLE_HEADING,
	ROLE_BYLINE,
	ROLE_CAPTION,
	ROLE_META,
	ROLE_BOILER,
	ROLE_BODY
};

/* The words for them in records. */
extern const char *const role_name[];

/* How a paragraph looks by itself. */
enum look {
	LOOK_NONE,		/* there is no paragraph: the article ends */
	LOOK_PROSE,		/* sentences */
	LOOK_LINE,		/* short, with a stop; a lead-in; a list item */
	LOOK_SHORT,		/* a short line that no stop ends */
	LOOK_NAMES,		/* the same, made of names alone */
	LOOK_LABEL,		/* the same, one or two words */
	LOOK_BYLINE,
	LOOK_CAPTION,
	LOOK_META,
	LOOK_BOILER,
	LOOK_LAST		/* boilerplate that ends an article */
};

/* How the paragraph looks; bounded work, however long it is. */
enum look	role_look(struct slice par);

/*
 * Does the line begin with a phrase that ends articles, and go on with another
 * sentence and no blank (Read Entire ArticleThe talks)?  Returns the bytes of
 * the phrase, or 0.
 */
size_t	role_last(struct slice line);

/* Do the words of par have capitals, as in headlines? */
bool	role_headline(struct slice par);

/* What stood before in the article; all zero is its start. */
struct role_state {
	bool	titled;		/* the title was there */
	bool	body;		/* and so was a paragraph of the body */
};

enum { ROLE_AHEAD = 6 };	/* paragraphs that a role may depend on */

/*
 * Does the role of a paragraph that looks so depend on those ahead?  On the
 * next ones, up to the first that is neither byline, caption, meta nor
 * boilerplate (role_cue) and ROLE_AHEAD of them at most.
 */
bool	role_needs(const struct role_state *, enum look);
bool	role_cue(enum look);

/*
 * The role of the next paragraph, par, whose look is look[0]; from look[1] on
 * stand those of the paragraphs ahead, LOOK_NONE where they were not needed.
 */
enum role	role_next(struct role_state *, struct slice par,
    const enum look look[ROLE_AHEAD + 1]);
#endif
