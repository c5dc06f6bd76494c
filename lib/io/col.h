/*
 * col.h -- columns by the names of newsutils(5), or by number.
 *
 * A name stands in another place in another kind (speaker is column 8 of a
 * sentence and 7 of a quote), so it is looked up in each record by its kind.
 */
#ifndef NEWS_COL_H
#define NEWS_COL_H
#include <stdbool.h>

#include "io/rec.h"

struct col {
	const char	*name;		/* NULL if given by number */
	size_t		 name_n;	/* bytes of name */
	size_t		 number;	/* from 1 */
};

/* The columns of a kind, "doc\tbeg\t...\ttext", or NULL for an unknown kind. */
const char	*col_names(struct slice kind);

/*
 * Take s, n bytes, as a name that some kind has or as a number from 1 to
 * REC_FIELDS; s must outlive *c.  Returns false if it is neither.
 */
bool	col_parse(struct col *c, const char *s, size_t n);

/* The field of that column in r, or an empty slice if its kind has none. */
struct slice	col_get(const struct col *c, const struct rec *r);
#endif
