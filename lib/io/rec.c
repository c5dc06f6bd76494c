/* rec.c -- newsutils(5) records: rec.h. */
#include "io/rec.h"

/* A decimal number that fits; false if s is none. */
static bool
number(struct slice s, uint64_t *v)
{
	size_t i;

	*v = 0;
	if (s.n == 0 || s.n > 18)
		return false;
	for (i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		*v = *v * 10 + (uint64_t)(s.p[i] - '0');
	}
	return true;
}

/* Tell why of a line that has some columns; of any other it is no news. */
static bool
refuse(struct rec *r, const char *why)
{
	r->why = r->nf > REC_OWN ? why : NULL;
	return false;
}

bool
rec_split(struct slice line, struct rec *r)
{
	const char *p = line.p, *end = line.p + line.n, *tab;

	r->line = line;
	r->nf = 0;
	r->why = NULL;
	for (;;) {
		tab = memchr(p, '\t', (size_t)(end - p));
		if (r->nf == REC_FIELDS)
			return refuse(r, "too many columns");
		if ((tab == NULL ? end : tab) == p)
			return refuse(r, "an empty column");
		r->f[r->nf].p = p;
		r->f[r->nf++].n = (size_t)((tab == NULL ? end : tab) - p);
		if (tab == NULL)
			break;
		p = tab + 1;
	}
	if (r->nf <= REC_OWN || !number(r->f[REC_BEG], &r->beg) ||
	    !number(r->f[REC_END], &r->end))
		return refuse(r, "beg or end is no number");
	return r->beg <= r->end || refuse(r, "end is before beg");
}

int
rec_next(struct in *in, struct rec *r)
{
	struct slice line;
	int got = in_line(in, &line, REC_MAX);

	r->lineno = in->lineno;
	if (got == IN_END)
		return REC_EOF;
	if (got == IN_ERROR)
		return REC_ERROR;
	if (got == IN_LONG)
		return REC_LONG;
	/* No field holds a raw CR: this one is of a CRLF. */
	if (line.n > 0 && line.p[line.n - 1] == '\r')
		line.n--;
	r->line = line;
	if (line.n > 0 && line.p[0] == '#')
		return REC_COMMENT;
	return rec_split(line, r) ? REC_OK : REC_BAD;
}

void
rec_plain(struct buf *b, struct slice s)
{
	const char *p = s.p, *end = s.p + s.n, *q;
	char c;

	buf_fit(b, s.n);
	while ((q = memchr(p, '\\', (size_t)(end - p))) != NULL) {
		buf_add(b, p, (size_t)(q - p));
		c = q + 1 < end ? q[1] : '\0';
		p = q + 2;
		if (c == 't')
			buf_byte(b, '\t');
		else if (c == 'n')
			buf_byte(b, '\n');
		else if (c == 'r')
			buf_byte(b, '\r');
		else if (c == '\\')
			buf_byte(b, '\\');
		else {		/* not one of ours: the backslash stays */
			buf_byte(b, '\\');
			p = q + 1;
		}
	}
	buf_add(b, p, (size_t)(end - p));
}
