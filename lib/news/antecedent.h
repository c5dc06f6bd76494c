/*
 * antecedent.h -- what stood before that a word goes back to.
 *
 * Pronouns, epithets, "the company", "the official": by nearness, by what the
 * sentences before are about, by sex and number.
 */
#ifndef NEWS_ANTECEDENT_H
#define NEWS_ANTECEDENT_H
#include "news/reference.h"

/* One whom the article described, so that "the official" leads back. */
struct described {
	uint32_t	head;		/* token of the main word */
	struct slice	text;
	bool		many, thing;
};

/* What is known of an article's speakers so far. */
struct who {
	const struct view	*view;
	const struct names	*names;
	struct speaker		 last;		/* who spoke last */
	size_t			 last_sent;	/* in that sentence */
	struct described	*described;
	size_t			 ndescribed, described_cap;
};

/* Each returns nobody (text.n 0) if there is none. */

/* Whom the pronoun at token at means. */
struct speaker	antecedent_pronoun(struct who *, uint32_t at);

/* Whom p means that points back by its main word head: the holder of an
 * office, or one described before. */
struct speaker	antecedent_definite(const struct who *, struct phrase p,
    uint32_t head);

/* "the Velmoran leader", said of nobody else: whom the paragraph is about. */
struct speaker antecedent_epithet(struct who *, struct phrase p, uint32_t head);

/* "the ministry", "the company": the body named before. */
struct speaker	antecedent_body(struct who *, struct phrase p);
#endif
