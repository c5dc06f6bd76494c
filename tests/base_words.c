/* base_words -- words in a const table, found or not: base/words.h. */
#include "base/words.h"

#include "base/mem.h"
#include "gen/page.h"
#include "tap.h"

enum { SAY = 1, TITLE = 2, PHRASE = 4, SLOTS = 16, MANY = 5000 };

static const struct {
	const char *word;
	uint32_t bits;
} list[] = {
	{ "said", SAY },
	{ "says", SAY },
	{ "minister", TITLE },
	{ "chair", SAY | TITLE },
	{ "according to", PHRASE },
	{ "\xC3\xA9tat", TITLE },
	{ "a", PHRASE },
};
enum { LISTED = sizeof(list) / sizeof(list[0]) };

/* As mkwords lays it: open addressing, the next slot if one is taken. */
static void
put(struct word *slot, uint32_t size, uint32_t at, struct slice s,
    uint32_t bits)
{
	uint32_t h = words_hash(s.p, s.n), k = h & (size - 1);

	while (slot[k].bits != 0)
		k = (k + 1) & (size - 1);
	slot[k] = (struct word){ h, at, (uint32_t)s.n, bits };
}

static void
small(void)
{
	struct word slot[SLOTS] = { { 0, 0, 0, 0 } };
	struct words w = { slot, NULL, SLOTS - 1, 0, NULL };
	struct buf text = { NULL, 0, 0 };
	struct slice s;
	size_t i;

	for (i = 0; i < LISTED; i++) {
		s = slice_of(list[i].word);
		put(slot, SLOTS, (uint32_t)text.n, s, list[i].bits);
		buf_add(&text, s.p, s.n);
		w.longest = s.n > w.longest ? (uint32_t)s.n : w.longest;
	}
	w.text = text.p;
	for (i = 0; i < LISTED; i++)
		ok(words_find(&w, slice_of(list[i].word)) == list[i].bits,
		    "found: %s", list[i].word);
	ok(words_find(&w, slice_of("sai")) == 0, "not a prefix");
	ok(words_find(&w, slice_of("saids")) == 0, "nor a longer word");
	ok(words_find(&w, slice_of("Said")) == 0, "byte for byte");
	ok(words_find(&w, slice_of("")) == 0, "nothing is not there");
	ok(words_find(&w, slice_of("according to whom it may")) == 0,
	    "longer than the longest");
	ok(words_find(&w, (struct slice){ "said so", 4 }) == SAY,
	    "a slice needs no end");
	ok(words_find_low(&w, slice_of("SaiD")) == SAY,
	    "capitals taken as small");
	ok(words_find_low(&w, slice_of("According To")) == PHRASE,
	    "in phrases");
	ok(words_find_low(&w, slice_of("\xC3\xA9TAT")) == TITLE,
	    "other bytes stay as they are");
	ok(words_find_low(&w, slice_of("s\x81id")) == 0, "no case beyond A-Z");
	buf_free(&text);
}

/* Many words, so that slots collide; half of the numbers are listed. */
static void
many(void)
{
	static struct word slot[16384];
	struct words w = { slot, NULL, 16383, 0, NULL };
	struct buf text = { NULL, 0, 0 };
	unsigned i, bad = 0;
	char s[16];

	w.longest = 8;
	for (i = 0; i < MANY * 2; i += 2) {
		snprintf(s, sizeof(s), "w%u", i);
		put(slot, 16384, (uint32_t)text.n, slice_of(s), i + 1);
		buf_add(&text, s, strlen(s));
	}
	w.text = text.p;
	for (i = 0; i < MANY * 2; i++) {
		snprintf(s, sizeof(s), "w%u", i);
		bad += words_find(&w, slice_of(s)) != (i % 2 ? 0 : i + 1);
	}
	ok(bad == 0, "%d words found, as many not", MANY);
	buf_free(&text);
}

/* What may begin a listed phrase passes, and most words do not. */
static void
filter(void)
{
	unsigned i, passed = 0;
	char s[8];

	ok(words_begins(&page_words, words_hash("read", 4)), "read more");
	ok(words_begins(&page_words, words_hash("share", 5)), "share");
	for (i = 0; i < 1000; i++) {
		snprintf(s, sizeof(s), "qz%u", i);
		passed += words_begins(&page_words, words_hash(s, strlen(s)));
	}
	ok(passed < 200, "few others do: %u of 1000", passed);
}

int
main(void)
{
	ok(words_hash("", 0) == 2166136261u &&
		words_hash("a", 1) == 0xE40C292Cu,
	    "the hash is FNV-1a");
	small();
	filter();
	many();
	return tap_done();
}
