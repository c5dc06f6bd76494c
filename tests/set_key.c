/* set_key -- key columns compare as they should: set/key.h. */
#include "set/key.h"

#include "tap.h"

/* The key under list of a sentence record with this speaker. */
static struct key_copy
key_with(const char *list, struct slice speaker)
{
	static const char head[] = "a\t10\t20\tsentence\t3\t2\tbody\t";
	struct buf b = { NULL, 0, 0 };
	struct key_copy c = { NULL, 0, 0 };
	struct keys k = { .n = 0 };
	struct rec r;

	buf_add(&b, head, sizeof(head) - 1);
	buf_add(&b, speaker.p, speaker.n);
	buf_add(&b, "\tText.", 6);
	if (keys_add(&k, list).p != NULL || !rec_split(buf_slice(&b), &r))
		abort();
	key_keep(&c, keys_make(&k, &r));
	keys_free(&k);
	buf_free(&b);
	return c;
}

static int
sign(int c)
{
	return (c > 0) - (c < 0);
}

/* How the keys under list of two speakers compare, one way and the other. */
static int
compare(const char *list, struct slice a, struct slice b)
{
	struct key_copy x = key_with(list, a), y = key_with(list, b);
	int c = sign(key_cmp(key_of(&x), key_of(&y), 0));

	if (sign(key_cmp(key_of(&y), key_of(&x), 0)) != -c)
		c = 9;
	free(x.w);
	free(y.w);
	return c;
}

static int
compare_strings(const char *list, const char *a, const char *b)
{
	return compare(list, slice_of(a), slice_of(b));
}

/* clang-format off */
/* In the order of their values. */
static const struct {
	int		 value;
	const char	*s;
} numbers[] = {
	{ 0, "-" }, { 1, "--1" }, { 2, "-x" }, { 3, "." }, { 4, "1 000" },
	{ 5, "10e3" }, { 6, "1x" }, { 7, "abc" },
	{ 10, "-1000000000000000000000" }, { 11, "-1000000000000000000" },
	{ 12, "-999999999999999999" }, { 13, "-256" }, { 14, "-255" },
	{ 15, "-10.51" }, { 16, "-10.5" }, { 17, "-10" }, { 17, "-0010.00" },
	{ 18, "-0.5" }, { 19, "-0.05" },
	{ 20, "0" }, { 20, "-0" }, { 20, "000" }, { 20, "0.00" }, { 20, "-.0" },
	{ 21, "0.05" }, { 22, ".5" }, { 22, "0.50" }, { 23, "0.51" },
	{ 24, "1" }, { 24, "1." }, { 24, "01" }, { 25, "1.25" }, { 26, "9" },
	{ 27, "10" }, { 28, "255" }, { 29, "255.9" }, { 30, "256" },
	{ 31, "65535" }, { 32, "65536" }, { 33, "999999999999999999" },
	{ 34, "1000000000000000000" }, { 35, "18446744073709551615" },
	{ 36, "18446744073709551616" }, { 36, "018446744073709551616.0" },
	{ 37, "18446744073709551616.1" }, { 38, "99999999999999999999999" },
};
/* clang-format on */

static void
test_numbers(void)
{
	size_t n = sizeof(numbers) / sizeof(numbers[0]), i, j;
	int want, bad = 0, bad_reverse = 0;
	const char *a, *b;

	for (i = 0; i < n; i++)
		for (j = 0; j < n; j++) {
			a = numbers[i].s;
			b = numbers[j].s;
			want = sign(numbers[i].value - numbers[j].value);
			bad += compare_strings("speaker:n", a, b) != want;
			bad_reverse += compare_strings("speaker:nr", a, b) !=
			    -want;
		}
	ok(bad == 0, "numbers of all sizes compare by value");
	ok(bad_reverse == 0, "and the other way round in reverse");
}

/* n bytes that may stand in a field, many of them low. */
static size_t
some_bytes(char *p, size_t n, unsigned *seed)
{
	size_t i;

	for (i = 0; i < n; i++) {
		do
			p[i] = (char)(tap_random(seed) % (i % 2 ? 12 : 256));
		while (p[i] == '\t' || p[i] == '\n');
	}
	return n;
}

static void
test_bytes(void)
{
	unsigned seed = 7;
	int want, bad = 0, bad_reverse = 0;
	struct slice a, b;
	char x[40] = "", y[40] = "";
	size_t same, i;

	for (i = 0; i < 20000; i++) {
		a = (struct slice){ x, some_bytes(x, 1 + i % 40, &seed) };
		b = (struct slice){ y, 1 + tap_random(&seed) % 40 };
		some_bytes(y, b.n, &seed);
		same = tap_random(&seed) % 41;
		memcpy(y, x, same < a.n ? same : a.n);
		want = sign(slice_cmp(a, b));
		bad += compare("speaker", a, b) != want;
		bad_reverse += compare("speaker:r", a, b) != -want;
	}
	ok(bad == 0, "fields compare as bytes, NUL and 255 among them");
	ok(bad_reverse == 0, "and the other way round in reverse");
}

/* What an item of -k is taken for. */
static const struct {
	const char *item, *name;
	size_t column;
	bool number, reverse;
} good[] = {
	{ "speaker", "speaker", 0, false, false },
	{ "speakerr", "speaker", 0, false, true },
	{ "speaker:r", "speaker", 0, false, true },
	{ "speakern", "speaker", 0, true, false },
	{ "speaker:nr", "speaker", 0, true, true },
	{ "speakerrn", "speaker", 0, true, true },
	{ "beg", "beg", 0, true, false },
	{ "begr", "beg", 0, true, true },
	{ "end:r", "end", 0, true, true },
	{ "scorenr", "score", 0, true, true },
	{ "n", "n", 0, true, false },
	{ "nr", "n", 0, true, true },
	{ "nn", "n", 0, true, false },
	{ "par", "par", 0, true, false },
	{ "cuer", "cue", 0, false, true },
	{ "2", "", 2, false, false },
	{ "2n", "", 2, true, false },
	{ "7nr", "", 7, true, true },
	{ "16:r", "", 16, false, true },
};

static const char *const wrong[] = { "", ":", ":n", "x", "0", "17", "-1",
	"speaker:", "speaker:x", "speaker:nx", "speakerx", "r", "doc:n:r", "2x",
	"Doc", "doc ", "beg,", ",beg", "beg,,end", "beg,nix" };

static void
test_lists(void)
{
	struct keys k;
	struct key_col *c = &k.col[0];
	struct slice name;
	bool right;
	size_t i;

	for (i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		k = (struct keys){ .n = 0 };
		right = keys_add(&k, good[i].item).p == NULL && k.n == 1;
		right = right && c->number == good[i].number;
		right = right && c->reverse == good[i].reverse;
		right = right && c->col.number == good[i].column;
		name = (struct slice){ c->col.name, c->col.name_n };
		right = right && slice_is(name, good[i].name);
		ok(right, "-k %s", good[i].item);
	}
	for (i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		k = (struct keys){ .n = 0 };
		ok(keys_add(&k, wrong[i]).p != NULL, "-k '%s' is wrong",
		    wrong[i]);
	}
	k = (struct keys){ .n = 0 };
	is(keys_add(&k, "doc,nix,beg"), "nix",
	    "the item that is wrong is told");
	k = (struct keys){ .n = 0 };
	right = keys_add(&k, "1,2,3,4,5,6,7,8").p == NULL;
	right = right && keys_add(&k, "1,2,3,4,5,6,7,8").p == NULL;
	ok(right && keys_add(&k, "1").p != NULL, "16 columns and no more");
}

/* Keys of records of many kinds, each made after one of another kind. */
static void
test_kinds(void)
{
	static const char *const lines[] = {
		"a\t1\t2\tsource\t4\tZoe\tx",
		"a\t1\t2\tnew\tx",
		"a\t1\t2\ta-kind-with-a-long-name\tx",
		"a\t1\t2\tentity\tperson\tZoe\t9\tx",
		"a\t1\t2\tsentence\t1\t1\tbody\tAda\tx",
		"a\t1\t2\tquote\tdirect\t1\tBob\tb\ts\t.\t9\tx",
	};
	static const char *const speakers[] = { "Zoe", "", "", "", "Ada",
		"Bob" };
	struct key_copy x = { NULL, 0, 0 };
	size_t i, j, n = sizeof(lines) / sizeof(lines[0]);
	int want, bad = 0;
	struct keys k = { .n = 0 };
	struct rec r;

	keys_add(&k, "speaker");
	for (i = 0; i < n * n; i++) {
		j = i / n;
		bad += !rec_split(slice_of(lines[j]), &r);
		key_keep(&x, keys_make(&k, &r));
		bad += !rec_split(slice_of(lines[i % n]), &r);
		want = sign(strcmp(speakers[j], speakers[i % n]));
		bad += sign(key_cmp(key_of(&x), keys_make(&k, &r), 0)) != want;
	}
	ok(bad == 0,
	    "a column is found by its name in every kind, or is empty");
	free(x.w);
	keys_free(&k);
}

static void
test_many(void)
{
	ok(compare_strings("beg,speaker", "a", "b") < 0, "the second decides");
	ok(compare_strings("speaker:r,text", "a", "ab") > 0,
	    "a reversed column before another: the longer field is first");
	ok(compare_strings("speaker,speaker:r", "a", "b") < 0,
	    "twice the same");
	ok(compare_strings("speaker:n,speaker:r", "1.0", "1") < 0,
	    "as numbers, then as bytes in reverse");
	ok(compare_strings("doc,beg,end", "a", "b") == 0, "others count not");
}

int
main(void)
{
	test_numbers();
	test_bytes();
	test_lists();
	test_kinds();
	test_many();
	return tap_done();
}
