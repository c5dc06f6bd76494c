/*
 * office.h -- from an office to the one who holds it.
 *
 * "the Velmoran leader", "the secretary of state": the actor to whom the
 * article gives that office elsewhere (names.h gathers them).
 */
#ifndef NEWS_OFFICE_H
#define NEWS_OFFICE_H
#include "news/reference.h"

/* Who holds the office that p describes by the main word head: the nearest
 * before it, else behind it; nobody if the article does not say. */
struct speaker	office_holder(const struct names *, struct phrase p,
    uint32_t head);

/* Does the article give the actor an office that the word head is not? */
bool	office_other(const struct names *, uint32_t actor, uint32_t head);

/* Do two main words name one office: leader and president? */
bool	office_same(struct slice a, struct slice b);

/* How many bytes two words have in common at their start, case apart. */
size_t	office_common(struct slice a, struct slice b);
#endif
