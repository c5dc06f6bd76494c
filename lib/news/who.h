/*
 * who.h -- from what the article wrote for a speaker to who that is.
 *
 * "he", "Rubio", "the US leader", "a White House official": the fullest name in
 * the article, or the description of somebody who is not named.
 */
#ifndef NEWS_WHO_H
#define NEWS_WHO_H
#include "news/antecedent.h"

/* Begin an article. */
void	who_begin(struct who *, const struct view *, const struct names *);
void	who_free(struct who *);

/*
 * Who is meant by the items s, which speak in their sentence.  The one found is
 * remembered as the last speaker.
 */
struct speaker	who_is(struct who *, struct span s);
#endif
