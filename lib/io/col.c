/* col.c -- columns by name or by number: col.h. */
#include "io/col.h"

#define FIRST "doc\tbeg\tend\tkind\t"

static const struct {
	const char	*kind, *names;
} kinds[] = {
	{ "document", FIRST "title\tdate\ttext" },
	{ "sentence", FIRST "n\tpar\trole\tspeaker\ttext" },
	{ "quote", FIRST "type\tid\tspeaker\tmention\tcue\tvia\tscore\ttext" },
	{ "source", FIRST "id\tspeaker\ttext" },
	{ "cue", FIRST "id\tspeaker\ttext" },
	{ "entity", FIRST "type\tname\tscore\ttext" },
	{ "time", FIRST "type\tvalue\ttext" },
	{ "group", FIRST "id\tsize\tscore\ttext" },
	{ "match", FIRST "id\tdocs\tspeaker\tdiff\ttext" },
};
enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

const char *
col_names(struct slice kind)
{
	size_t i;

	for (i = 0; i < KINDS; i++)
		if (slice_is(kind, kinds[i].kind))
			return kinds[i].names;
	return NULL;
}

/* Where name, n bytes, stands in names, from 1; 0 if it does not. */
static size_t
place(const char *names, const char *name, size_t n)
{
	size_t at = 1, k;

	for (;; names += k + 1, at++) {
		k = strcspn(names, "\t");
		if (k == n && memcmp(names, name, n) == 0)
			return at;
		if (names[k] == '\0')
			return 0;
	}
}

bool
col_parse(struct col *c, const char *s, size_t n)
{
	size_t i, v = 0;

	*c = (struct col){ s, n, 0 };
	for (i = 0; i < KINDS; i++)
		if (n > 0 && place(kinds[i].names, s, n) != 0)
			return true;
	for (i = 0; i < n && s[i] >= '0' && s[i] <= '9' && v <= REC_FIELDS; i++)
		v = v * 10 + (size_t)(s[i] - '0');
	*c = (struct col){ NULL, 0, v };
	return n > 0 && i == n && v >= 1 && v <= REC_FIELDS;
}

struct slice
col_get(const struct col *c, const struct rec *r)
{
	size_t at = c->number;
	const char *names;

	/* The usual ones stand in the same place everywhere. */
	if (c->name != NULL && (at = place(FIRST, c->name, c->name_n)) == 0) {
		names = col_names(r->f[REC_KIND]);
		at = names != NULL ? place(names, c->name, c->name_n) : 0;
		if (at == 0 && c->name_n == 4 &&
		    memcmp(c->name, "text", 4) == 0)
			at = r->nf;
	}
	if (at == 0 || at > r->nf)
		return (struct slice){ "", 0 };
	return r->f[at - 1];
}
