/* text_token -- words, numbers and signs of a text: text/token.h. */
#include "text/token.h"

#include <time.h>

#include "base/mem.h"
#include "gen/lexicon.h"
#include "tap.h"

enum { STOP = LEXICON_TITLE | LEXICON_DATE };

/* A text and its tokens, a blank between two; behind one that is no plain word
 * stands what it is: 9 number, s possessive, m mark, p sign; C all capitals. */
struct test {
	const char *text, *want;
};

static const struct test tests[] = {
	{ "", "" },
	{ "  \t\n", "" },
	{ "The ferry sank.", "The ferry sank ./p" },
	{ "ferry,sank;now", "ferry ,/p sank ;/p now" },
	{ "a (b) [c]", "a (/p b )/p [/p c ]/p" },
	/* Inside a word: hyphens, apostrophes, stops between letters. */
	{ "well-known tug-of-war - no", "well-known tug-of-war -/p no" },
	{ "don't don’t O'Neil O’Neil", "don't don’t O'Neil O’Neil" },
	{ "rock-", "rock -/p" },
	{ "AT&T R&D a&b &", "AT&T/C R&D/C a&b &/p" },
	{ "The U.S. said", "The U.S./C said" },
	{ "at 9 a.m. today", "at 9/9 a.m. today" },
	{ "J. T. Amberley", "J. T. Amberley" },
	{ "an x. y", "an x ./p y" },
	{ "U.S.", "U.S./C" },
	/* Numbers. */
	{ "9,050.5 1990s 13th 2-1 5, 6.",
	    "9,050.5/9 1990s/9 13th/9 2-1/9 5/9 "
	    ",/p 6/9 ./p" },
	{ "$5", "$/p 5/9" },
	/* Possessives. */
	{ "Mara's boat", "Mara 's/s boat" },
	{ "Mara’s boat", "Mara ’s/s boat" },
	{ "MARA'S boat", "MARA/C 'S/s boat" },
	{ "the dockers' choir", "the dockers '/s choir" },
	{ "the dockers’ choir", "the dockers ’/s choir" },
	{ "its'so", "its'so" },
	/* Titles and dates keep their stop, where they are capitals. */
	{ "Sen. Tarn and Mr. Hask", "Sen. Tarn and Mr. Hask" },
	{ "Jan. 5", "Jan. 5/9" },
	{ "the sen. is", "the sen ./p is" },
	{ "Capt.", "Capt." },
	{ "Mr...", "Mr ./p ./p ./p" },
	{ "Lodvin. Next", "Lodvin ./p Next" },
	/* Marks. */
	{ "\"a\" 'b' `c`", "\"/m a \"/m '/m b '/m `/m c `/m" },
	{ "“a” ‘b’ «c» „d“ ‹e›",
	    "“/m a ”/m ‘/m b ’/m «/m c »/m „/m d “/m ‹/m "
	    "e ›/m" },
	{ "’90s", "’/m 90s/9" },
	/* Beyond ASCII. */
	{ "Zoë Ångstrøm-Ćirić", "Zoë Ångstrøm-Ćirić" },
	{ "ЛОДВИН Лодвин", "ЛОДВИН/C Лодвин" },
	{ "a — b – c… €5", "a —/p b –/p c …/p €/p 5/9" },
	{ "NATO Nato nato I A", "NATO/C Nato nato I A" },
	/* Not UTF-8: each byte a sign. */
	{ "a\xFF"
	  "b\xC3",
	    "a \xFF/p b \xC3/p" },
};

static void
tell(struct buf *b, const char *text, const struct token *t)
{
	static const char *const kind[] = { "", "/9", "/s", "/m", "/p" };

	if (b->n > 0)
		buf_byte(b, ' ');
	buf_add(b, text + t->beg, t->end - t->beg);
	buf_add(b, kind[t->kind], strlen(kind[t->kind]));
	if (t->caps)
		buf_add(b, "/C", 2);
}

static void
all(void)
{
	struct tokens ts = { NULL, 0, 0 };
	struct buf b = { NULL, 0, 0 };
	size_t i, k;

	for (k = 0; k < sizeof(tests) / sizeof(tests[0]); k++) {
		b.n = ts.n = 0;
		tokens_add(&ts, tests[k].text, 0,
		    (uint32_t)strlen(tests[k].text), &lexicon_words, STOP);
		for (i = 0; i < ts.n; i++)
			tell(&b, tests[k].text, &ts.t[i]);
		ok(slice_is(buf_slice(&b), tests[k].want), "text %zu", k);
		if (!slice_is(buf_slice(&b), tests[k].want))
			printf("# [%s]\n# got  [%.*s]\n# want [%s]\n",
			    tests[k].text, (int)b.n, b.p, tests[k].want);
	}
	free(ts.t);
	buf_free(&b);
}

static void
flags(void)
{
	const char text[] = "xx Mara said: \"No, Élan.\" yy";
	struct tokens ts = { NULL, 0, 0 };

	tokens_add(&ts, text, 3, sizeof(text) - 4, &lexicon_words, STOP);
	ok(ts.n == 9, "from beg to end, no more");
	ok(ts.n == 9 && ts.t[0].cap && !ts.t[1].cap && ts.t[6].cap,
	    "capitals are told, beyond ASCII too");
	ok(ts.n == 9 && ts.t[0].space && ts.t[1].space && !ts.t[2].space &&
		ts.t[3].space && !ts.t[4].space && ts.t[6].space,
	    "what stands behind a blank");
	ok(ts.n == 9 && (ts.t[1].bits & LEXICON_SAY) != 0 && ts.t[6].bits == 0,
	    "words have their classes");
	tokens_add(&ts, "SAID", 0, 4, &lexicon_words, STOP);
	ok(ts.n == 10 && (ts.t[9].bits & LEXICON_SAY) != 0 && ts.t[9].caps,
	    "tokens are added; letter case does not count");
	free(ts.t);
}

/* Tokens in order, none empty, nothing but blanks between them. */
static bool
sound(const struct tokens *ts, const char *p, size_t n)
{
	size_t i, at = 0;

	for (i = 0; i <= ts->n; i++) {
		for (; at < (i < ts->n ? ts->t[i].beg : n); at++)
			if (memchr(" \t\r\n\v\f", p[at], 6) == NULL)
				return false;
		if (i < ts->n &&
		    (ts->t[i].beg != at || ts->t[i].end <= ts->t[i].beg))
			return false;
		at = i < ts->n ? ts->t[i].end : at;
	}
	return at == n;
}

static void
at_random(void)
{
	static const char *const piece[] = { "a", "B", "7", ".", ",", "'", "’",
		"s", "-", "&", " ", "é", "Sen", "said", "\"", "“", "\xE2\x80",
		"\xFF", "\t", "U." };
	struct tokens ts = { NULL, 0, 0 };
	struct buf b = { NULL, 0, 0 };
	const char *p;
	unsigned seed = 3, k, bad = 0;
	size_t n;

	for (k = 0; k < 20000; k++) {
		b.n = ts.n = 0;
		for (n = 1 + tap_random(&seed) % 30; n > 0; n--) {
			p = piece[tap_random(&seed) %
			    (sizeof(piece) / sizeof(piece[0]))];
			buf_add(&b, p, strlen(p));
		}
		tokens_add(&ts, b.p, 0, (uint32_t)b.n, &lexicon_words, STOP);
		bad += !sound(&ts, b.p, b.n);
	}
	ok(bad == 0, "20000 texts at random: all bytes but blanks, in order");
	free(ts.t);
	buf_free(&b);
}

static void
long_ones(void)
{
	static const char *const piece[] = { "a", "a-", "'", "a'", "U.", "9,",
		"’s", "a&", ".", "\xFF", "é" };
	struct tokens ts = { NULL, 0, 0 };
	struct buf b = { NULL, 0, 0 };
	clock_t start;
	size_t i, k;

	for (k = 0; k < sizeof(piece) / sizeof(piece[0]); k++) {
		b.n = ts.n = 0;
		for (i = 0; i < 1000000; i++)
			buf_add(&b, piece[k], strlen(piece[k]));
		start = clock();
		tokens_add(&ts, b.p, 0, (uint32_t)b.n, &lexicon_words, STOP);
		ok(sound(&ts, b.p, b.n) &&
			(double)(clock() - start) / CLOCKS_PER_SEC < 15,
		    "a million times [%s]: linear", piece[k]);
	}
	free(ts.t);
	buf_free(&b);
}

int
main(void)
{
	all();
	flags();
	at_random();
	long_ones();
	return tap_done();
}
