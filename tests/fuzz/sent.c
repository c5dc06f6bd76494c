/*
 * sent -- any bytes as a stream of text: text/split.h, text/gaps.h.
 *
 * With and without guessing: sentences come in order and do not cross, begin
 * and end with no blank; every byte that is no blank, header or byte order mark is
 * in one; a sentence joined and taken back by its gaps is its bytes.
 */
#include <stdlib.h>

#include "text/article.h"
#include "text/ascii.h"
#include "text/gaps.h"
#include "text/split.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

struct state {
	const char *text; /* all of the input */
	size_t n;
	const char *end; /* of the last sentence */
	uint64_t last_n, last_par;
};

static void
must(bool good)
{
	if (!good)
		abort();
}

/* Nothing but blanks, headers and byte order marks from p to end. */
static void
all_blank(const char *p, const char *end)
{
	struct slice name;
	const char *lf;

	while (p < end) {
		lf = memchr(p, '\n', (size_t)(end - p));
		if (lf == NULL)
			lf = end;
		if (ascii_blank(*p))
			p++;
		else if (end - p > 2 && memcmp(p, "\xEF\xBB\xBF", 3) == 0)
			p += 3;
		else {
			must(article_header(
			    (struct slice){ p, (size_t)(lf - p) }, &name));
			p = lf;
		}
	}
}

static void
article(void *arg, struct slice name)
{
	struct state *st = arg;

	(void)name;
	st->last_n = st->last_par = 0;
}

static void
check_gaps(struct slice raw)
{
	struct gaps g = { .n = 0 };
	struct buf text = { NULL, 0, 0 };
	size_t i, at;

	gaps_join(&g, &text, raw);
	for (i = 0; i < text.n; i++) {
		at = gaps_raw(&g, i);
		must(at < raw.n &&
		    (text.p[i] == raw.p[at] ||
			(text.p[i] == ' ' && ascii_blank(raw.p[at]))));
	}
	must(gaps_raw(&g, text.n) == raw.n);
	gaps_free(&g);
	buf_free(&text);
}

static void
sentence(void *arg, const struct split_sentence *s)
{
	struct state *st = arg;
	const char *p = s->raw.p, *end = p + s->raw.n;

	must(s->raw.n > 0 && s->raw.n == s->end - s->beg);
	must(p >= st->end && end <= st->text + st->n);
	must(!ascii_blank(p[0]) && !ascii_blank(end[-1]));
	must(s->n == st->last_n + 1);
	must(s->par == st->last_par || s->par == st->last_par + 1);
	must(s->lines || memchr(p, '\n', s->raw.n) == NULL);
	must(!s->clean ||
	    (memchr(p, '\t', s->raw.n) == NULL &&
		memchr(p, '\\', s->raw.n) == NULL &&
		memchr(p, '\r', s->raw.n) == NULL));
	must(s->before.n == 0 || s->before.p + s->before.n == p);
	all_blank(st->end, p);
	check_gaps(s->raw);
	st->end = end;
	st->last_n = s->n;
	st->last_par = s->par;
}

static void
run(const uint8_t *p, size_t n, bool guess)
{
	struct buf copy = { NULL, 0, 0 };
	struct state st;
	struct split s = { .headers = true,
		.guess = guess,
		.article = article,
		.sentence = sentence,
		.arg = &st };
	struct in in;

	buf_fit(&copy, n + 1);
	if (n > 0)
		buf_add(&copy, (const char *)p, n);
	in = (struct in){ .name = "",
		.buf = copy.p,
		.end = n,
		.fd = -1,
		.eof = true };
	st = (struct state){ .text = copy.p, .n = n, .end = copy.p };
	split_text(&s, &in);
	all_blank(st.end, st.text + st.n);
	buf_free(&copy);
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	run(p, n, true);
	run(p, n, false);
	return 0;
}
