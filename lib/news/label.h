/*
 * label.h -- strings in marks that are no quotation by their look.
 *
 * Titles of works, names of papers and ships, nicknames, words spoken about
 * ("the so-called ..."): told from the string and the words right around it,
 * before anything is known about speakers.
 */
#ifndef NEWS_LABEL_H
#define NEWS_LABEL_H
#include "news/doc.h"

/* Is the marked string, in a paragraph of that role, a label and not
 * somebody's words?  What headlines put in marks are words. */
bool	label_is(const struct doc *, const struct marked *, enum role);
#endif
