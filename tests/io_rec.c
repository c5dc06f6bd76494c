/* io_rec -- lines into records, and escapes there and back: io/rec.h. */
#include "io/rec.h"

#include <unistd.h>

#include "io/out.h"
#include "tap.h"

static const struct {
	const char *line;
	size_t nf; /* 0: no record */
} splits[] = {
	{ "a.txt\t0\t5\tsentence\t1\t1\tbody\t.\tHello", 9 },
	{ "a\t0\t0\tx\ttext", 5 },
	{ "a\t3\t7\tx\t.", 5 },
	{ "a\t999999999999999998\t999999999999999999\tx\t.", 5 },
	{ "a\t0\t1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14", 16 },
	{ "a\t0\t1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14\t15", 0 },
	{ "a\t0\t5\tsentence", 0 },
	{ "", 0 },
	{ "\t", 0 },
	{ "Plain text, and no record at all.", 0 },
	{ "\t0\t5\tx\ttext", 0 },
	{ "a\t0\t5\tx\ttext\t", 0 },
	{ "a\t0\t5\t\ttext", 0 },
	{ "a\t5\t4\tx\ttext", 0 },
	{ "a\t-1\t4\tx\ttext", 0 },
	{ "a\t+1\t4\tx\ttext", 0 },
	{ "a\t1 \t4\tx\ttext", 0 },
	{ "a\t0x1\t4\tx\ttext", 0 },
	{ "a\t0\t9999999999999999999\tx\ttext", 0 },
	{ "a\t1e2\t400\tx\ttext", 0 },
};

static void
split(void)
{
	size_t i, k, n;
	struct rec r;
	bool good;

	for (i = 0; i < sizeof(splits) / sizeof(splits[0]); i++) {
		good = rec_split(slice_of(splits[i].line), &r);
		ok(good == (splits[i].nf > 0) &&
			(!good || r.nf == splits[i].nf),
		    "split %zu: %zu fields", i, splits[i].nf);
		for (k = n = 0; good && k < r.nf; k++)
			n += r.f[k].n + (k > 0);
		ok(!good || n == r.line.n,
		    "split %zu: the fields fill the line", i);
	}
	rec_split(slice_of(splits[0].line), &r);
	ok(r.beg == 0 && r.end == 5, "beg and end are numbers");
	is(r.f[REC_DOC], "a.txt", "doc");
	is(r.f[SENT_ROLE], "body", "role");
	is(rec_text(&r), "Hello", "the text is the last field");
	ok(rec_is(&r, "sentence", SENT_NF), "it is a sentence of nine columns");
	ok(!rec_is(&r, "sentence", SENT_NF - 1), "not of eight");
	ok(!rec_is(&r, "sentences", SENT_NF), "nor of another kind");
}

static const struct {
	const char *field, *plain;
} escapes[] = {
	{ "", "" },
	{ ".", "." },
	{ "plain", "plain" },
	{ "a\\tb\\nc\\rd\\\\e", "a\tb\nc\rd\\e" },
	{ "\\\\t", "\\t" },
	{ "\\\\\\t", "\\\t" },
	{ "\\x41\\u0041\\0", "\\x41\\u0041\\0" },
	{ "end\\", "end\\" },
	{ "\\", "\\" },
	{ "\\\\\\\\", "\\\\" },
	{ "\xFF\xC3\\n\xC3\xA9", "\xFF\xC3\n\xC3\xA9" },
};

static void
plain(void)
{
	struct buf b = { NULL, 0, 0 };
	size_t i;

	for (i = 0; i < sizeof(escapes) / sizeof(escapes[0]); i++) {
		b.n = 0;
		rec_plain(&b, slice_of(escapes[i].field));
		is(buf_slice(&b), escapes[i].plain, "escapes undone");
	}
	b.n = 0;
	rec_plain(&b, slice_of("one"));
	rec_plain(&b, slice_of("\\ttwo"));
	is(buf_slice(&b), "one\ttwo", "rec_plain adds to what is there");
	buf_free(&b);
}

/* Random bytes, rich in the four that matter: there and back. */
static void
round_trip(void)
{
	static const char rich[] = "\\\\\\\t\n\rtnr.\0 \xE2\x80\x9C";
	struct buf field = { NULL, 0, 0 }, back = { NULL, 0, 0 };
	unsigned seed = 1, i, bad = 0, raw = 0;
	char s[64];
	size_t n, k;

	for (i = 0; i < 20000; i++) {
		n = 1 + tap_random(&seed) % sizeof(s);
		for (k = 0; k < n; k++)
			s[k] = tap_random(&seed) % 4 == 0 ?
			    (char)tap_random(&seed) :
			    rich[tap_random(&seed) % (sizeof(rich) - 1)];
		field.n = back.n = 0;
		out_escape(&field, (struct slice){ s, n });
		rec_plain(&back, buf_slice(&field));
		bad += !slice_eq(buf_slice(&back), (struct slice){ s, n });
		for (k = 0; k < field.n; k++)
			raw += field.p[k] != '\0' &&
			    strchr("\t\n\r", field.p[k]) != NULL;
	}
	ok(bad == 0, "20,000 texts come back as they were");
	ok(raw == 0, "no raw TAB, LF or CR in a field");
	field.n = 0;
	out_escape(&field, (struct slice){ NULL, 0 });
	is(buf_slice(&field), ".", "an empty text is a dot");
	buf_free(&field);
	buf_free(&back);
}

static void
next(void)
{
	static const char text[] = "#doc\tbeg\n"
				   "a\t0\t2\tx\tok\n"
				   "no record\n"
				   "\n"
				   "a\t3\t5\tx\tlast\r\r\n"
				   "a\t3\t5\tx\tlast";
	static const int want[] = { REC_COMMENT, REC_OK, REC_BAD, REC_BAD,
		REC_OK, REC_OK, REC_EOF, REC_EOF };
	struct rec r;
	struct in in;
	size_t i;
	int fd[2];

	if (pipe(fd) != 0 || write(fd[1], text, sizeof(text) - 1) < 0)
		exit(1);
	close(fd[1]);
	in_open(&in, fd[0], "pipe");
	for (i = 0; i < sizeof(want) / sizeof(want[0]); i++) {
		ok(rec_next(&in, &r) == want[i], "line %zu gives %d", i + 1,
		    want[i]);
		if (i < 6)
			ok(r.lineno == i + 1, "and says its number");
		if (i == 0)
			is(r.line, "#doc\tbeg", "a comment is whole");
		if (i == 4)
			is(rec_text(&r), "last\r",
			    "the CR of a CRLF is dropped");
		if (i == 5)
			is(rec_text(&r), "last",
			    "the last line may lack its LF");
	}
	in_close(&in);
	close(fd[0]);
}

int
main(void)
{
	split();
	plain();
	round_trip();
	next();
	return tap_done();
}
