/*
 * outlet.h -- by what a quotation came to the article: told to an outlet,
 * reported by it, written on a platform.
 */
#ifndef NEWS_OUTLET_H
#define NEWS_OUTLET_H
#include "news/names.h"
#include "news/view.h"

/*
 * The outlet or platform named in sentence s (items) that carried what is said
 * there, without its article; empty if there is none.  cue is the item of the
 * word of speech, or s.end.  An outlet that speaks itself (speaker, the
 * items of the speaker) is none.
 */
struct slice	outlet_find(const struct view *, const struct names *,
    struct span s, uint32_t cue, struct span speaker);
#endif
