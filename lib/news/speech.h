/*
 * speech.h -- the quotations of an article and whose they are.
 *
 * The one analysis behind nquote and nspeak: marked strings, which of them are
 * quotations, attribution, carrying on from one to the next, who is meant.
 */
#ifndef NEWS_SPEECH_H
#define NEWS_SPEECH_H
#include "news/attribution.h"
#include "news/doc.h"
#include "news/names.h"
#include "news/view.h"
#include "news/who.h"

enum quote_type { QUOTE_DIRECT, QUOTE_MIXED };

struct quote {
	uint32_t	beg, end;	/* inside the marks, in doc->text */
	uint32_t	mark;		/* its marked string */
	uint32_t	id;		/* the utterance, from 1 */
	uint8_t		type;		/* enum quote_type */
	uint8_t		rule;		/* enum rule: how the speaker was found */
	struct slice	speaker;	/* canonical; empty if nobody */
	struct slice	mention;	/* as the article wrote; or empty */
	struct slice	cue, via;	/* likewise */
	int		score;		/* 0..1000 */
};

/* What the analysis of an article needs and gives; used again for the next. */
struct speech {
	struct doc	 doc;
	struct view	 view;
	struct names	 names;
	struct who	 who;
	struct quote	*quote;		/* by their place in the text */
	size_t		 nquote, quote_cap;
	bool		*opaque;	/* by marked string: taken for a quotation */
	size_t		 opaque_cap;
	uint32_t	 ids;		/* given so far in the article */
	struct slice	*says;		/* by sentence: its speaker, or empty */
	size_t		 says_cap;
};

/*
 * Analyse s->doc, to which sentences were added: fills s->quote and s->says.
 * Slices point into the document and live until it is cleared.
 */
void	speech_find(struct speech *);

/* Forget the article; ids go on if it is the next window of the same one. */
void	speech_clear(struct speech *, bool same);
void	speech_free(struct speech *);
#endif
