/* io_col -- columns by name for every kind, and by number: io/col.h. */
#include "io/col.h"

#include "tap.h"

/* A record of each kind whose fields are the names of its columns. */
static const struct {
	const char *kind;
	size_t nf;
	const char *names; /* from column 5 on */
} kinds[] = {
	{ "document", 7, "title\tdate\ttext" },
	{ "sentence", 9, "n\tpar\trole\tspeaker\ttext" },
	{ "quote", 12, "type\tid\tspeaker\tmention\tcue\tvia\tscore\ttext" },
	{ "source", 7, "id\tspeaker\ttext" },
	{ "cue", 7, "id\tspeaker\ttext" },
	{ "entity", 8, "type\tname\tscore\ttext" },
	{ "time", 7, "type\tvalue\ttext" },
	{ "group", 8, "id\tsize\tscore\ttext" },
	{ "match", 9, "id\tdocs\tspeaker\tdiff\ttext" },
};

static struct slice
get(const struct rec *r, const char *name)
{
	struct col c;

	if (!col_parse(&c, name, strlen(name)))
		return slice_of("not a column");
	return col_get(&c, r);
}

static void
each_kind(void)
{
	char line[256], all[256], name[32], number[32];
	size_t i, k;
	struct rec r;

	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		snprintf(line, sizeof(line), "doc\t1\t2\t%s\t%s", kinds[i].kind,
		    kinds[i].names);
		snprintf(all, sizeof(all), "doc\tbeg\tend\tkind\t%s",
		    kinds[i].names);
		is(slice_of(col_names(slice_of(kinds[i].kind))), all,
		    kinds[i].kind);
		ok(rec_split(slice_of(line), &r) && r.nf == kinds[i].nf,
		    "%s: %zu columns", kinds[i].kind, kinds[i].nf);
		for (k = REC_OWN; k < r.nf; k++) {
			snprintf(name, sizeof(name), "%.*s", (int)r.f[k].n,
			    r.f[k].p);
			is(get(&r, name), name, "by name");
			snprintf(number, sizeof(number), "%zu", k + 1);
			is(get(&r, number), name, "by number");
		}
		is(get(&r, "doc"), "doc", "doc");
		is(get(&r, "beg"), "1", "beg");
		is(get(&r, "end"), "2", "end");
		is(get(&r, "kind"), kinds[i].kind, "kind");
	}
}

static void
others(void)
{
	static const char *const bad[] = { "", "0", "17",
		"99999999999999999999", "-1", "+1", "1x", "x", "Speaker",
		"speakers", "speake", "doc\tbeg", " doc", "1 " };
	struct rec r;
	struct col c;
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ok(!col_parse(&c, bad[i], strlen(bad[i])), "no column: [%s]",
		    bad[i]);
	ok(col_parse(&c, "16", 2) && c.name == NULL && c.number == 16,
	    "16 is one");
	ok(col_parse(&c, "speaker,doc", 7), "the first n bytes alone count");
	ok(col_names(slice_of("nonsense")) == NULL,
	    "no names for an unknown kind");
	rec_split(slice_of("d\t3\t4\tnonsense\tone\ttwo\tthree"), &r);
	is(get(&r, "doc"), "d", "an unknown kind has a doc");
	is(get(&r, "text"), "three", "and its text is the last");
	is(get(&r, "speaker"), "", "but no speaker");
	is(get(&r, "7"), "three", "column 7 by number");
	is(get(&r, "8"), "", "there is no column 8");
	rec_split(slice_of("d\t3\t4\tcue\t1\tMara\tsaid"), &r);
	is(get(&r, "via"), "", "a cue has no via");
	is(get(&r, "speaker"), "Mara", "a cue's speaker is in column 6");
}

int
main(void)
{
	each_kind();
	others();
	return tap_done();
}
