/* text_gaps -- what white space was left out, there and back: text/gaps.h. */
#include "text/gaps.h"

#include "tap.h"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Byte for byte: text[i] stands at raw[gaps_raw(i)], or a space for blanks. */
static bool
agrees(const struct gaps *g, struct slice text, struct slice raw)
{
	size_t i, at;

	for (i = 0; i < text.n; i++) {
		at = gaps_raw(g, i);
		if (at >= raw.n ||
		    (text.p[i] != raw.p[at] &&
			!(text.p[i] == ' ' && is_blank(raw.p[at]))))
			return false;
	}
	return gaps_raw(g, text.n) == raw.n;
}

/* Join raw, write the comment, read it again: all must agree. */
static void
there_and_back(const char *raw, const char *text, const char *comment)
{
	struct gaps g = { .n = 0 }, back = { .n = 0 };
	struct buf t = { NULL, 0, 0 }, c = { NULL, 0, 0 };
	struct slice r = slice_of(raw);

	gaps_join(&g, &t, r);
	gaps_write(&g, &c);
	is(buf_slice(&t), text, "text");
	is(buf_slice(&c), comment, "comment");
	ok(gaps_parse(&back, buf_slice(&c)) == (c.n > 0), "read again");
	ok(agrees(&g, buf_slice(&t), r) && agrees(&back, buf_slice(&t), r),
	    "bytes of <%s>", text);
	gaps_free(&g);
	gaps_free(&back);
	buf_free(&t);
	buf_free(&c);
}

static void
before(const char *raw, const char *comment)
{
	struct gaps g = { .n = 0 }, back = { .n = 0 };
	struct buf c = { NULL, 0, 0 };

	gaps_before(&g, slice_of(raw));
	gaps_write(&g, &c);
	is(buf_slice(&c), comment, "before a sentence");
	gaps_parse(&back, buf_slice(&c));
	ok(back.told == g.told &&
		slice_eq(buf_slice(&back.before), buf_slice(&g.before)),
	    "read again");
	gaps_free(&g);
	gaps_free(&back);
	buf_free(&c);
}

static void
no_gaps(const char *line)
{
	struct gaps g = { .n = 0 };

	ok(!gaps_parse(&g, slice_of(line)) && g.n == 0, "no gaps: %s", line);
	gaps_free(&g);
}

static void
random_text(unsigned seed)
{
	static const char alphabet[] = "ab \t\r\n\n";
	char raw[40];
	size_t i, n = tap_random(&seed) % sizeof(raw);
	struct gaps g = { .n = 0 };
	struct buf t = { NULL, 0, 0 };

	for (i = 0; i < n; i++)
		raw[i] = alphabet[tap_random(&seed) % (sizeof(alphabet) - 1)];
	gaps_join(&g, &t, (struct slice){ raw, n });
	ok(agrees(&g, buf_slice(&t), (struct slice){ raw, n }), "random %u",
	    seed);
	gaps_free(&g);
	buf_free(&t);
}

int
main(void)
{
	unsigned i;

	there_and_back("one line", "one line", "");
	there_and_back("two\nlines", "two lines", "");
	there_and_back("two \nlines", "two lines", "#gaps\t3+1");
	there_and_back("a\r\nb c\r\n  d", "a b c d", "#gaps\t1+1 5+3");
	there_and_back("a\n \t\r\n\n b", "a b", "#gaps\t1+6");
	there_and_back("tab\tand  blanks\rstay", "tab\tand  blanks\rstay", "");
	there_and_back("", "", "");
	before(" ", "");
	before("  ", "");
	before("\n", "");
	before("\t", "#gaps\t.\t\\t");
	before(" \r", "#gaps\t.\t \\r");
	before("\r\n  ", "#gaps\t.\t ");
	no_gaps("");
	no_gaps("#gaps");
	no_gaps("#gaps\t");
	no_gaps("#gaps\t.");
	no_gaps("#gaps\t3");
	no_gaps("#gaps\t3+");
	no_gaps("#gaps\t3+0");
	no_gaps("#gaps\t3+1 3+1");
	no_gaps("#gaps\t3+1 2+1");
	no_gaps("#gaps\t3+1 ");
	no_gaps("#gaps\t3+1,4+1");
	no_gaps("#gaps\t99999999999999999999999999+1");
	no_gaps("#gaps\t3+1\tx");
	no_gaps("#other\t3+1");
	for (i = 0; i < 200; i++)
		random_text(i * 7919);
	return tap_done();
}
