/*
 * mark -- any bytes as a paragraph: text/mark.h, text/token.h.
 *
 * The marked strings stand in order, none in another, inside the bytes given;
 * the tokens take every byte but blanks.  What a part of the text gives does not
 * depend on the bytes around it, nor on what was there before.
 */
#include <stdint.h>
#include <stdlib.h>

#include "gen/lexicon.h"
#include "text/mark.h"
#include "text/token.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
must(bool good)
{
	if (!good)
		abort();
}

static void
check_marks(const struct marks *ms, uint32_t beg, uint32_t end)
{
	const struct marked *m;
	uint32_t at = beg;
	size_t i;

	for (i = 0; i < ms->n; i++) {
		m = &ms->m[i];
		must(m->open >= at && m->open < m->beg && m->beg <= m->end);
		must(m->end <= m->close && m->close <= end);
		must(m->unclosed == (m->end == m->close));
		at = m->close;
	}
}

static bool
blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static void
check_tokens(const char *p, uint32_t beg, uint32_t end)
{
	struct tokens ts = { NULL, 0, 0 };
	uint32_t at = beg;
	size_t i;

	tokens_add(&ts, p, beg, end, &lexicon_words,
	    LEXICON_TITLE | LEXICON_DATE);
	for (i = 0; i <= ts.n; i++) {
		for (; at < (i < ts.n ? ts.t[i].beg : end); at++)
			must(blank(p[at]));
		if (i == ts.n)
			break;
		must(ts.t[i].beg == at && ts.t[i].end > at);
		must(ts.t[i].kind <= TOKEN_PUNCT);
		at = ts.t[i].end;
		must(at <= end);
	}
	free(ts.t);
}

static void
same(const struct marks *a, size_t from, const struct marks *b, uint32_t shift)
{
	size_t i;

	must(a->n - from == b->n);
	for (i = 0; i < b->n; i++)
		must(a->m[from + i].open == b->m[i].open + shift &&
		    a->m[from + i].close == b->m[i].close + shift);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct marks all = { NULL, 0, 0, NULL, NULL, 0, 0 }, part = all;
	uint32_t end = (uint32_t)n, beg = end / 3;
	const char *p = (const char *)data;
	char *copy;
	size_t first;
	bool again = n % 2;

	marks_add(&all, p, 0, end, again);
	check_marks(&all, 0, end);
	check_tokens(p, 0, end);
	check_tokens(p, beg, end);
	marks_begins(p, beg, end);

	/* A part inside the text, and the same bytes by themselves. */
	first = all.n;
	marks_add(&all, p, beg, end - beg / 2, !again);
	if ((copy = malloc(n + 1)) == NULL)
		abort();
	if (n > 0)
		memcpy(copy, p + beg, end - beg / 2 - beg);
	marks_add(&part, copy, 0, end - beg / 2 - beg, !again);
	check_marks(&part, 0, end - beg / 2 - beg);
	same(&all, first, &part, beg);
	free(copy);
	marks_free(&all);
	marks_free(&part);
	return 0;
}
