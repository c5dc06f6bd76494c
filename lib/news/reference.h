/*
 * reference.h -- a phrase that stands for somebody, as tokens.
 *
 * Its main word, whether it points back ("the official"), the name in it, its
 * text as a description of one who has no name.
 */
#ifndef NEWS_REFERENCE_H
#define NEWS_REFERENCE_H
#include "news/names.h"
#include "news/view.h"

/* Somebody: an actor with a name, or a description, or nobody (text.n 0). */
struct speaker {
	uint32_t	actor;		/* or NO_ACTOR */
	struct slice	text;		/* the name or description */
	bool		many;		/* several people: they */
	bool		thing;		/* a body or a document: it */
};

/* Tokens beg..end of a phrase; its first part, before "of", ends at head_end. */
struct phrase {
	uint32_t	beg, end, head_end;
};

/* The phrase of the items s, which is not empty. */
struct phrase	reference_of(const struct view *, struct span s);

/* Its main word, the last office or people word before "of"; p.end if none. */
uint32_t	reference_head(const struct names *, struct phrase p);

/* Does it point back to somebody: the, that, his, X's? */
bool	reference_definite(const struct names *, struct phrase p);

/* Its text without article. */
struct slice	reference_text(const struct names *, struct phrase p);

/* The actor whose name it ends with; NO_ACTOR if it has none, or two. */
uint32_t	reference_named(const struct names *, struct phrase p);

/* The actor put beside it: "the harbour master, X, told"; "X, the journalist
 * who said"; NO_ACTOR if there is none. */
uint32_t	reference_put_in(const struct names *, struct phrase p);

struct speaker	reference_actor(const struct names *, uint32_t actor);

static inline const struct token *
reference_token(const struct names *n, uint32_t i)
{
	return &n->doc->tokens.t[i];
}

static inline struct slice
reference_word(const struct names *n, uint32_t i)
{
	return doc_text(n->doc, n->doc->tokens.t[i].beg,
	    n->doc->tokens.t[i].end);
}
#endif
