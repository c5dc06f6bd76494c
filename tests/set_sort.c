/* set_sort -- sorted in memory, merged, and through runs on disk. */
#include "set/sort.h"

#include "set/merge.h"
#include "set/spill.h"
#include "tap.h"

/*
 * The records of these tests are "DOC\tNUMBER": the key is DOC, and the numbers
 * count up in the order of the input.
 */
enum { DOC_MAX = 2000 };

/* How the docs of a set look. */
enum shape {
	RANDOM,
	FEW_DOCS,
	ONE_DOC,
	SORTED,
	REVERSED,
	LONG,
	CHAIN,
	PARTS,
	SHAPES
};

static const char *const shape_names[SHAPES] = { "random", "few docs",
	"one doc", "sorted", "reversed", "long common beginnings",
	"each begins the next", "sorted parts" };

/* Doc i of n of that shape. */
static struct slice
make_doc(char *d, enum shape shape, size_t i, size_t n, unsigned *seed)
{
	size_t k = 0;

	switch (shape) {
	case RANDOM:
		k = 1 + tap_random(seed) % 12;
		for (i = 0; i < k; i++)
			d[i] = (char)('a' + tap_random(seed) % 4);
		return (struct slice){ d, k };
	case FEW_DOCS:
		k = (size_t)sprintf(d, "news/%u.txt", tap_random(seed) % 7);
		break;
	case ONE_DOC:
		k = (size_t)sprintf(d, "one");
		break;
	case SORTED:
		k = (size_t)sprintf(d, "articles/2024/%08zu", i);
		break;
	case REVERSED:
		k = (size_t)sprintf(d, "articles/2024/%08zu", n - i);
		break;
	case LONG:
		memset(d, 'x', DOC_MAX);
		k = 900 + tap_random(seed) % 50;
		d[k++] = (char)('a' + tap_random(seed) % 3);
		break;
	case CHAIN:
		memset(d, 'y', DOC_MAX);
		k = 1 + i * 7919 % DOC_MAX;
		break;
	default:
		k = (size_t)sprintf(d, "articles/%08zu", i % (n / 5 + 1));
	}
	return (struct slice){ d, k };
}

/* Keys as key.c would make them of docs without low bytes. */
static struct key
make_key(struct slice doc)
{
	static uint32_t w[DOC_MAX / 4 + 4];
	size_t i, n = (doc.n + 8) / 8 * 2;

	memset(w, 0, sizeof(w));
	for (i = 0; i < doc.n; i++)
		w[i / 4] |= (uint32_t)(unsigned char)doc.p[i]
		    << (24 - i % 4 * 8);
	return (struct key){ w, n };
}

/* Add the records from..to of a set of n. */
static void
fill(struct sort *s, enum shape shape, size_t n, size_t from, size_t to,
    unsigned *seed)
{
	char line[DOC_MAX + 32], doc[DOC_MAX + 32];
	struct slice d;
	int k;

	for (; from < to; from++) {
		d = make_doc(doc, shape, from, n, seed);
		k = snprintf(line, sizeof(line), "%.*s\t%zu", (int)d.n, d.p,
		    from);
		sort_add(s, make_key(d), (struct slice){ line, (size_t)k });
	}
}

/*
 * Whether m gives n records (or as many docs, if unique) in order, equal ones
 * in the order of their numbers, with codes that are true.
 */
static bool
in_order(struct merge *m, size_t n, bool unique)
{
	struct buf last = { NULL, 0, 0 };
	struct key_copy key = { NULL, 0, 0 };
	const struct source *s;
	size_t seen = 0, number, before = 0, tab, shared;
	bool good = true;
	int c;

	while (good && (s = merge_next(m)) != NULL) {
		tab = s->line.n;
		while (s->line.p[--tab] != '\t')
			;
		number = 0;
		for (c = (int)tab + 1; (size_t)c < s->line.n; c++)
			number = number * 10 + (size_t)(s->line.p[c] - '0');
		c = slice_cmp(buf_slice(&last), slice_sub(s->line, 0, tab));
		good = c < 0 || (c == 0 && before < number);
		shared = key_differ(key_of(&key), s->key, 0);
		good = good && (s->code == 0) == (seen > 0 && c == 0);
		good = good && merge_shared(s->code, s->key) == shared;
		last.n = 0;
		buf_add(&last, s->line.p, tab);
		key_keep(&key, s->key);
		before = number;
		seen += !unique || s->code != 0;
	}
	buf_free(&last);
	free(key.w);
	return good && seen == n;
}

static void
test_memory(enum shape shape, size_t n)
{
	struct sort s = { .n = 0 };
	unsigned seed = 1;
	struct source *one;
	struct merge m;

	fill(&s, shape, n, 0, n, &seed);
	sort_run(&s);
	one = sort_source(&s);
	merge_open(&m, &one, 1);
	ok(in_order(&m, n, false), "%zu records, %s", n, shape_names[shape]);
	merge_close(&m);
	sort_free(&s);
}

/* Parts of the set, sorted each by itself, merged with each other. */
static void
test_merge(enum shape shape, size_t n, size_t parts)
{
	struct sort *s = mem_array(NULL, parts, sizeof(*s));
	struct source **src = mem_array(NULL, parts, sizeof(*src));
	unsigned seed = 2;
	struct merge m;
	size_t i;

	for (i = 0; i < parts; i++) {
		s[i] = (struct sort){ .n = 0 };
		fill(&s[i], shape, n, i * n / parts, (i + 1) * n / parts,
		    &seed);
		sort_run(&s[i]);
		src[i] = sort_source(&s[i]);
	}
	merge_open(&m, src, parts);
	ok(in_order(&m, n, false), "%zu parts of %zu records, %s", parts, n,
	    shape_names[shape]);
	merge_close(&m);
	for (i = 0; i < parts; i++)
		sort_free(&s[i]);
	free(s);
	free(src);
}

/* The same through the disk, with memory to merge so many bytes. */
static void
test_spill(enum shape shape, size_t n, size_t parts, size_t memory)
{
	struct sort s = { .n = 0 };
	struct spill d;
	unsigned seed = 3;
	struct source *one = NULL;
	struct merge m;
	size_t i;

	spill_open(&d, "/tmp", memory, false);
	for (i = 0; i < parts; i++) {
		fill(&s, shape, n, i * n / parts, (i + 1) * n / parts, &seed);
		sort_run(&s);
		one = sort_source(&s);
		if (i + 1 < parts) {
			spill_add(&d, &one, 1);
			sort_clear(&s);
		}
	}
	i = d.n;
	spill_merge(&d, one, &m);
	ok(in_order(&m, n, false),
	    "%zu records, %s, in %zu parts, %zu runs on disk, merged by %zu", n,
	    shape_names[shape], parts, i, spill_fan(&d));
	merge_close(&m);
	spill_close(&d);
	sort_free(&s);
}

static void
test_unique(void)
{
	struct sort s = { .n = 0 };
	struct spill d;
	unsigned seed = 3;
	struct source *one;
	struct merge m;
	size_t i;

	spill_open(&d, "/tmp", 1, true);
	for (i = 0; i < 100; i++) {
		fill(&s, FEW_DOCS, 5000, i * 50, (i + 1) * 50, &seed);
		sort_run(&s);
		one = sort_source(&s);
		spill_add(&d, &one, 1);
		sort_clear(&s);
	}
	spill_merge(&d, NULL, &m);
	ok(in_order(&m, 7, true), "unique: one record a key, from 100 parts");
	merge_close(&m);
	spill_close(&d);
	sort_free(&s);
}

static void
test_sorted_runs(void)
{
	struct sort s = { .n = 0 };
	struct spill d;
	unsigned seed = 3;
	struct source *one;
	size_t i;

	spill_open(&d, "/tmp", 1 << 20, false);
	for (i = 0; i < 10; i++) {
		fill(&s, SORTED, 1000, i * 100, (i + 1) * 100, &seed);
		sort_run(&s);
		one = sort_source(&s);
		spill_add(&d, &one, 1);
		sort_clear(&s);
	}
	ok(d.n == 1, "parts in order make one run");
	spill_close(&d);
	sort_free(&s);
}

int
main(void)
{
	static const size_t sizes[] = { 0, 1, 2, 12, 13, 14, 100, 3000 };
	struct merge none;
	size_t i;
	int shape;

	for (shape = 0; shape < SHAPES; shape++) {
		for (i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++)
			test_memory((enum shape)shape, sizes[i]);
		for (i = 1; i < 10; i++)
			test_merge((enum shape)shape, 500, i);
		test_spill((enum shape)shape, 2000, 2, 1);
		test_spill((enum shape)shape, 2000, 50, 1);
		test_spill((enum shape)shape, 2000, 50, 1 << 19);
		test_spill((enum shape)shape, 2000, 400, 1 << 30);
	}
	test_merge(RANDOM, 40, 64);
	merge_open(&none, NULL, 0);
	ok(merge_next(&none) == NULL, "nothing to merge");
	merge_close(&none);
	test_unique();
	test_sorted_runs();
	return tap_done();
}
