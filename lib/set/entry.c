/* entry.c -- a record with the comment that is its own: entry.h. */
#include "set/entry.h"

bool
entry_next(struct entry *e, struct run *r, struct in *in)
{
	size_t comment = 0;	/* the line of the last #gaps */
	int got;

	while ((got = run_record(r, in, &e->rec)) == REC_COMMENT) {
		comment = 0;
		if (!gaps_parse(&e->gaps, e->rec.line))
			continue;
		comment = e->rec.lineno;
		e->joined.n = 0;
		buf_add(&e->joined, e->rec.line.p, e->rec.line.n);
		buf_byte(&e->joined, '\n');
	}
	e->lines = e->rec.line;
	if (got == REC_OK && gaps_belong(comment, e->rec.lineno)) {
		buf_add(&e->joined, e->rec.line.p, e->rec.line.n);
		e->lines = buf_slice(&e->joined);
	}
	return got == REC_OK;
}

void
entry_free(struct entry *e)
{
	buf_free(&e->joined);
	gaps_free(&e->gaps);
}

struct slice
entry_record(struct slice lines, struct slice *comment)
{
	const char *lf;

	*comment = (struct slice){ lines.p, 0 };
	if (lines.n == 0 || lines.p[0] != '#' ||
	    (lf = memchr(lines.p, '\n', lines.n)) == NULL)
		return lines;
	*comment = slice_sub(lines, 0, (size_t)(lf - lines.p));
	return slice_sub(lines, comment->n + 1, lines.n);
}
