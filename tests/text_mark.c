/* text_mark -- which bytes of a paragraph stand in marks: text/mark.h. */
#include "text/mark.h"

#include <time.h>

#include "base/mem.h"
#include "tap.h"

/*
 * A paragraph and the marked strings that are wanted, a line each: the text
 * inside, after it " |" if no mark closes it.
 */
struct test {
	const char *text, *want;
};

static const struct test tests[] = {
	/* Every style. */
	{ "“Stay,” she said.", "Stay," },
	{ "\"Stay,\" she said.", "Stay," },
	{ "''Stay,'' she said.", "Stay," },
	{ "``Stay,'' she said.", "Stay," },
	{ "‘Stay,’ she said.", "Stay," },
	{ "'Stay,' she said.", "Stay," },
	{ "`Stay,' she said.", "Stay," },
	{ "«Stay,» she said.", "Stay," },
	{ "»Stay,« she said.", "Stay," },
	{ "„Stay,“ she said.", "Stay," },
	{ "„Stay,” she said.", "Stay," },
	{ "‚Stay,‘ she said.", "Stay," },
	{ "‹Stay,› she said.", "Stay," },
	{ "”Stay,” she said.", "Stay," },
	{ "\uFF02Stay,\uFF02 she said.", "Stay," },
	/* Several. */
	{ "“Stay,” she said, “or go.” “No.”", "Stay,\nor go.\nNo." },
	{ "\"Stay,\" she said, \"or go.\" \"No.\"", "Stay,\nor go.\nNo." },
	{ "“A”“B”", "A\nB" },
	{ "\"A\"", "A" },
	{ "(“Stay”)—“go”", "Stay\ngo" },
	/* The wrong one at the end, or one of another style. */
	{ "called it “sound“ today", "sound" },
	{ "called it “sound\" today", "sound" },
	{ "called it \"sound” today", "sound" },
	{ "called it ‘sound' today", "sound" },
	/* Nested: the outermost are told. */
	{ "“They said ‘no’ twice,” he said.", "They said ‘no’ twice," },
	{ "‘They said “no” twice,’ he said.", "They said “no” twice," },
	{ "“They said “no” twice,” he said.", "They said “no” twice," },
	{ "\"They said 'no' twice,\" he said.", "They said 'no' twice," },
	{ "\"They said \"no\" twice,\" he said.", "They said \"no\" twice," },
	{ "\"It could close. \"Limits\" are a big deal,\" he said.",
	    "It could close. \"Limits\" are a big deal," },
	{ "\"We said \"no\"\" was all.", "We said \"no\"" },
	{ "«They said “no” twice,» he said.", "They said “no” twice," },
	/* Missing at the end. */
	{ "She said: “Stay and see.", "Stay and see. |" },
	{ "“Stay and see.", "Stay and see. |" },
	{ "\"Stay and see.", "Stay and see. |" },
	{ "She said, \"Stay and see.", "Stay and see. |" },
	{ "“Stay and see. ", "Stay and see. |" },
	{ "She asked: “Why did he say ‘no’?", "Why did he say ‘no’? |" },
	/* Apostrophes. */
	{ "It's the dockers' wives' choir of the '90s.", "" },
	{ "It’s the dockers’ wives’ choir of the ’90s.", "" },
	{ "Rock 'n' roll, get 'em, 'tis O'Tarn.", "" },
	{ "‘It’s the dockers’ choir,’ she said.", "It’s the dockers’ choir," },
	{ "'It's the dockers' choir,' she said.", "It's the dockers' choir," },
	{ "“The ’80s weren’t kind,” he said.", "The ’80s weren’t kind," },
	/* Inches, feet, strays. */
	{ "It is 6\" wide and 2'3\" deep.", "" },
	{ "Nothing is marked here.", "" },
	{ "An end” of nothing", "" },
	{ "", "" },
	{ "\"", "" },
	{ "“", "" },
	{ "“”", "" },
	/* A blank is missing. */
	{ "She said,“Stay.”He left.", "Stay." },
	{ "She said,\"Stay.\"He left.", "Stay." },
	/* Not UTF-8. */
	{ "\xE2\x80 “Stay \xFF\xC2,” she\xE2", "Stay \xFF\xC2," },
};

/* The marked strings of text as in struct test, into b. */
static struct slice
told(struct buf *b, const char *text, bool again)
{
	struct marks ms = { NULL, 0, 0, NULL, NULL, 0, 0 };
	size_t i;

	b->n = 0;
	marks_add(&ms, text, 0, (uint32_t)strlen(text), again);
	for (i = 0; i < ms.n; i++) {
		if (i > 0)
			buf_byte(b, '\n');
		buf_add(b, text + ms.m[i].beg, ms.m[i].end - ms.m[i].beg);
		if (ms.m[i].unclosed)
			buf_add(b, " |", 2);
	}
	marks_free(&ms);
	return buf_slice(b);
}

static void
strings(void)
{
	struct buf b = { NULL, 0, 0 };
	size_t i;

	for (i = 0; i < sizeof(tests) / sizeof(tests[0]); i++)
		is(told(&b, tests[i].text, false), tests[i].want,
		    tests[i].text);
	/* The next paragraph opens again: the mark before goes on there. */
	is(told(&b, "\"They said \"no\" to us.", true),
	    "They said \"no\" to us. |", "again: the outer one is open");
	is(told(&b, "Then \"it went on and on.", true), "it went on and on. |",
	    "again: a stray straight mark opens");
	is(told(&b, "Then it was 6\" wide and on.", false), "",
	    "not again: it does not");
	buf_free(&b);
}

static void
styles(void)
{
	struct marks ms = { NULL, 0, 0, NULL, NULL, 0, 0 };
	const char text[] = "x “a” 'b' ‘c’ \"d";

	marks_add(&ms, text, 2, sizeof(text) - 1, true);
	ok(ms.n == 4 && !ms.m[0].single && ms.m[1].single && ms.m[2].single &&
		!ms.m[3].single,
	    "single marks are told apart");
	ok(ms.n == 4 && ms.m[0].open == 2 && ms.m[0].beg == 5 &&
		ms.m[0].end == 6 && ms.m[0].close == 9,
	    "the bounds of the marks");
	ok(ms.n == 4 && ms.m[3].unclosed && ms.m[3].end == ms.m[3].close &&
		ms.m[3].end == sizeof(text) - 1,
	    "one that is not closed ends with the text");
	marks_add(&ms, text, 2, 9, false);
	ok(ms.n == 5 && ms.m[4].open == 2, "marks are added to those before");
	marks_free(&ms);
}

static void
begins(void)
{
	static const char *const yes[] = { "“a", " \t“a", "\"a", "''a", "„a",
		"«a", "»a", "‘a" };
	static const char *const no[] = { "", " ", "a“", "’90s", "(“a",
		"'tis" };
	size_t i;

	for (i = 0; i < sizeof(yes) / sizeof(yes[0]); i++)
		ok(marks_begins(yes[i], 0, (uint32_t)strlen(yes[i])),
		    "begins with a mark: [%s]", yes[i]);
	for (i = 0; i < sizeof(no) / sizeof(no[0]); i++)
		ok(!marks_begins(no[i], 0, (uint32_t)strlen(no[i])),
		    "does not: [%s]", no[i]);
}

/* What holds for any text: bounds in order, none inside another. */
static bool
sound(const struct marks *ms, uint32_t beg, uint32_t end)
{
	uint32_t at = beg;
	size_t i;

	for (i = 0; i < ms->n; at = ms->m[i++].close)
		if (ms->m[i].open < at || ms->m[i].beg <= ms->m[i].open ||
		    ms->m[i].end < ms->m[i].beg ||
		    ms->m[i].close < ms->m[i].end || ms->m[i].close > end ||
		    ms->m[i].unclosed != (ms->m[i].close == ms->m[i].end))
			return false;
	return true;
}

static void
at_random(void)
{
	static const char *const piece[] = { "“", "”", "‘", "’", "\"", "'",
		"''", "«", "»", "„", "‚", "‹", "›", " ", " ", "a", "b.", ", ",
		"s' ", "\xE2\x80", "\xFF", "(", "—", "`" };
	struct marks ms = { NULL, 0, 0, NULL, NULL, 0, 0 };
	struct buf b = { NULL, 0, 0 };
	const char *p;
	unsigned seed = 7, k, bad = 0;
	size_t n;

	for (k = 0; k < 20000; k++) {
		b.n = ms.n = 0;
		for (n = tap_random(&seed) % 40; n > 0; n--) {
			p = piece[tap_random(&seed) %
			    (sizeof(piece) / sizeof(piece[0]))];
			buf_add(&b, p, strlen(p));
		}
		buf_fit(&b, 1);
		marks_add(&ms, b.p, 0, (uint32_t)b.n, k & 1);
		bad += !sound(&ms, 0, (uint32_t)b.n);
	}
	ok(bad == 0, "20000 texts at random: bounds in order");
	buf_free(&b);
	marks_free(&ms);
}

static double
seconds(const char *piece, size_t n, size_t *found, bool *good)
{
	struct marks ms = { NULL, 0, 0, NULL, NULL, 0, 0 };
	struct buf b = { NULL, 0, 0 };
	clock_t start;
	size_t i;

	for (i = 0; i < n; i++)
		buf_add(&b, piece, strlen(piece));
	start = clock();
	marks_add(&ms, b.p, 0, (uint32_t)b.n, false);
	*found = ms.n;
	*good = sound(&ms, 0, (uint32_t)b.n);
	buf_free(&b);
	marks_free(&ms);
	return (double)(clock() - start) / CLOCKS_PER_SEC;
}

/* Bounded by the number of marks: 15 s allow for a sanitizer on a slow machine,
 * where the square of a million would take hours. */
static void
million(void)
{
	static const char *const piece[] = { "“a” ", "\"a\" ", "\"", "“", "”",
		"‘ ", "' ", "’ ", "“ ‘", "a”“", "„", "'a\"", "s' \"a ", "\"a",
		"‘a s’ ", "«", "»a" };
	size_t i, found;
	double t;
	bool good;

	for (i = 0; i < sizeof(piece) / sizeof(piece[0]); i++) {
		t = seconds(piece[i], 1000000, &found, &good);
		ok(t < 15 && good, "a million times [%s]: linear", piece[i]);
	}
	seconds("“a” ", 1000000, &found, &good);
	ok(found == 1000000, "a million strings in marks are found");
}

int
main(void)
{
	strings();
	styles();
	begins();
	at_random();
	million();
	return tap_done();
}
