/*
 * attribution.h -- who is said to speak a quotation, and by which words.
 *
 * Looks at the reporter's words around one quotation: after it ("...," said X;
 * "...," X said; according to X; -- X), before it (X said: "..."; X, adding
 * "..."; calling it "..."), then in the rest of its sentence.
 */
#ifndef NEWS_ATTRIBUTION_H
#define NEWS_ATTRIBUTION_H
#include "news/subject.h"

/* Which rule found it.  Up to RULE_COLON the words stand right beside the
 * quotation; from RULE_VERB_FAR on they are farther off. */
enum rule {
	RULE_NONE,
	RULE_VERB_BEFORE,	/* X said: "..." right before the mark */
	RULE_SAID_X,		/* "...," said X */
	RULE_X_SAID,		/* "...," X said */
	RULE_ACCORDING,		/* according to X, on either side */
	RULE_DASH,		/* "..." -- X */
	RULE_COLON,		/* X: "..." */
	RULE_VERB_FAR,		/* X said that ... "..." */
	RULE_PARTICIPLE,	/* X did this, calling it "..." */
	RULE_NOUN,		/* the claim by X that "..." */
	RULE_FLOATING,		/* "..." was needed, X said */
	RULE_SUBJECT,		/* the first noun phrase of the sentence */
	RULE_CARRIED,		/* goes on from the quotation before */
	RULE_GIVEN,		/* the record came with a speaker */
	RULES
};

struct attribution {
	struct span	speaker;	/* items; empty if none */
	struct span	cue;
	uint8_t		rule;
};

/* How a quotation stands in its sentence. */
struct stance {
	bool	ended;		/* its last character is . */
	bool	asks;		/* ... is ? or ! or ... */
	bool	comma;		/* ... is , */
	bool	whole;		/* begins like a sentence */
};

/* Find whose words item q of the view are, a quotation that stands so. */
struct attribution	attribution_find(const struct view *, uint32_t q,
    struct stance);

/* The sentence around item i: items from its start to its end. */
struct span	attribution_sentence(const struct view *, uint32_t i);

/*
 * Who says what sentence s, without a quotation, reports: "X said that ...",
 * "..., X said".  rule is RULE_NONE if nobody does.
 */
struct attribution	attribution_reported(const struct view *, struct span s);
#endif
