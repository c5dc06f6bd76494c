/*
 * phrase.h -- noun phrases that can speak, found without a parser.
 *
 * "A spokesman for the ministry in Vienna", "Rep. John Mica (R-Fla.)", "he":
 * from a place where one must end or begin, over words that can stand inside.
 */
#ifndef NEWS_PHRASE_H
#define NEWS_PHRASE_H
#include "news/view.h"

enum {
	PHRASE_REACH = 34	/* items from a phrase to its verb, insertions too */
};

/*
 * The phrase that ends right before item end and begins at least or later;
 * empty if no phrase can end there.  Prepositional parts in front are taken
 * in: "a source familiar with the matter".
 */
struct span	phrase_before(const struct view *, uint32_t end, uint32_t least);

/* The phrase that begins with item beg; empty if none can. */
struct span	phrase_at(const struct view *, uint32_t beg);

/*
 * Is it a name, a pronoun, a person by office, a body, a document: something
 * that speaks even where the words around it do not say so?
 */
bool	phrase_speaks(const struct view *, struct span s);

/* The first item after beg that is no adverb or auxiliary verb. */
uint32_t	phrase_skip(const struct view *, uint32_t beg);

/* Does item i stand at the start of its sentence, marks apart? */
bool	phrase_initial(const struct view *, uint32_t i);
#endif
