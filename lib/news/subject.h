/*
 * subject.h -- verbs of speech and their subjects, found without a parser.
 */
#ifndef NEWS_SUBJECT_H
#define NEWS_SUBJECT_H
#include "news/phrase.h"

/* Is item i a verb of those classes (LEXICON_SAY ...), not a name or a noun? */
bool	subject_verb(const struct view *, uint32_t i, uint32_t classes);

/* Is item i an adverb or an auxiliary verb? */
bool	subject_adverb(const struct view *, uint32_t i);

/*
 * The subject of the verb at item k, in a sentence that begins with item start;
 * empty if none is found.  Goes over insertions, "who", "and"; depth: how many
 * verbs back a subject may be shared with ("X said this and added that").
 */
struct span	subject_of(const struct view *, uint32_t k, uint32_t start,
    int depth);

/* The subject that the verb at k shares with a verb before it, else that of
 * the sentence. */
struct span subject_shared(const struct view *, uint32_t k, uint32_t start,
    int depth);

/* Where the subject of the verb at k ends: before auxiliaries, adverbs and
 * "refused to". */
uint32_t	subject_end(const struct view *, uint32_t k, uint32_t start);

/* The subject of the sentence s: the first phrase that is not led in. */
struct span	subject_first(const struct view *, struct span s);
#endif
