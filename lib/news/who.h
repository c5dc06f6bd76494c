/*
 * who.h -- from what the article wrote for a speaker to who that is.
 *
 * "he", "Rubio", "the US leader", "a White House official": the fullest name in
 * the article, or the description of somebody who is not named.
 */
#ifndef NEWS_WHO_H
#define NEWS_WHO_H
#include "news/names.h"
#include "news/view.h"

/* Somebody: an actor with a name, or a description, or nobody (text.n 0). */
struct speaker {
	uint32_t	actor;		/* or NO_ACTOR */
	struct slice	text;		/* the name or description */
	bool		many;		/* several people: they */
	bool		thing;		/* a body or a document: it */
};

/* One whom the article described, so that "the official" leads back. */
struct described {
	uint32_t	head;		/* token of the main word */
	struct slice	text;
	bool		many, thing;
};

struct who {
	const struct view	*view;
	const struct names	*names;
	struct speaker		 last;		/* who spoke last */
	size_t			 last_sent;	/* in that sentence */
	struct described	*described;
	size_t			 ndescribed, described_cap;
};

/* Begin an article. */
void	who_begin(struct who *, const struct view *, const struct names *);
void	who_free(struct who *);

/*
 * Who is meant by the items s, which speak in their sentence.  The one found is
 * remembered as the last speaker.
 */
struct speaker	who_is(struct who *, struct span s);
#endif
