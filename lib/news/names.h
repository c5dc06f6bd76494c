/*
 * names.h -- who and what is named in an article, and under which names.
 *
 * Runs of capitalised words are gathered into actors: a person, or a body such
 * as a ministry or a paper.  A surname belongs to the full name that ends with
 * it, "Donald J. Trump" to "Donald Trump"; two people with one surname stay
 * two.  What the article says about an actor's office ("Foreign Minister
 * X", "X, the foreign minister,") is kept, so that the office alone leads back
 * to the name.
 */
#ifndef NEWS_NAMES_H
#define NEWS_NAMES_H
#include "news/doc.h"

#define NO_ACTOR UINT32_MAX

enum sex { SEX_UNKNOWN, SEX_MAN, SEX_WOMAN };

struct actor {
	uint32_t	beg, end;	/* tokens of its fullest name */
	uint32_t	next;		/* the actor before it with this last word */
	uint32_t	count;		/* mentions */
	uint8_t		sex;		/* enum sex */
	bool		person;
	bool		body;		/* an institution by its words */
	bool		outlet;		/* it prints or broadcasts */
	bool		headline;	/* its name is from a headline so far */
};

struct mention {
	uint32_t	beg, end;	/* tokens */
	uint32_t	actor;
	bool		quoted;		/* inside a quotation */
};

/* An office that the article gives to an actor: tokens beg..end name it and
 * head is its main word ("minister"). */
struct office {
	uint32_t	beg, end, head;
	uint32_t	actor;
};

struct names {
	const struct doc	*doc;
	struct actor		*actor;
	size_t			 nactor, actor_cap;
	struct mention		*mention;	/* by their place in the text */
	size_t			 nmention, mention_cap;
	struct office		*office;	/* by their place in the text */
	size_t			 noffice, office_cap;
	uint32_t		*slot;		/* last words to actors */
	size_t			 slots;
};

/* Gather them from d, which must be parsed and outlive *n.  opaque tells which
 * marked strings are quotations. */
void	names_find(struct names *n, const struct doc *d, const bool *opaque);
void	names_free(struct names *n);

/* The mention that begins at or after token, as an index; nmention if none. */
size_t	names_at(const struct names *, uint32_t token);

/* The text of an actor's fullest name. */
struct slice	names_text(const struct names *, uint32_t actor);

/* May the actor be meant by he (SEX_MAN) or she (SEX_WOMAN)? */
bool	names_fit(const struct names *, uint32_t actor, enum sex sex);

/*
 * The run of capitalised words that begins at token i, before token end, as
 * tokens; and where in it the name begins behind titles and offices (at its
 * end if it is an office and no name).
 */
uint32_t	names_run(const struct doc *, uint32_t i, uint32_t end);
uint32_t	names_behind_titles(const struct doc *, uint32_t beg, uint32_t end);
#endif
