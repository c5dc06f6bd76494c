/* news_names -- who is named in an article, and by which office: news/names.h. */
#include "news/names.h"

#include <time.h>

#include "tap.h"

/* An article of sentences, each a paragraph, read and looked through. */
struct article {
	struct doc doc;
	struct names names;
	bool *opaque;
};

static void
add_sentence(struct doc *d, const char *text, size_t n)
{
	static struct buf line;
	char head[100];
	struct rec r;

	line.n = 0;
	snprintf(head, sizeof(head), "a\t0\t%zu\tsentence\t%zu\t%zu\tbody\t.\t",
	    strlen(text), n, n);
	buf_add(&line, head, strlen(head));
	buf_add(&line, text, strlen(text));
	if (!rec_split(buf_slice(&line), &r) || !doc_add(d, &r))
		abort();
}

static void
look(struct article *a)
{
	size_t i;

	doc_parse(&a->doc);
	a->opaque = mem_array(NULL, a->doc.marks.n + 1, sizeof(*a->opaque));
	for (i = 0; i < a->doc.marks.n; i++)
		a->opaque[i] = true;
	names_find(&a->names, &a->doc, a->opaque);
}

/* Reads text, its sentences parted by |. */
static void
read_text(struct article *a, const char *text)
{
	char copy[2000], *s, *next;
	size_t n = 0;

	memset(a, 0, sizeof(*a));
	snprintf(copy, sizeof(copy), "%s", text);
	for (s = copy; s != NULL; s = next) {
		next = strchr(s, '|');
		if (next != NULL)
			*next++ = '\0';
		add_sentence(&a->doc, s, ++n);
	}
	look(a);
}

static void
forget(struct article *a)
{
	names_free(&a->names);
	doc_free(&a->doc);
	free(a->opaque);
}

static struct slice
words(const struct article *a, uint32_t beg, uint32_t end)
{
	return doc_text(&a->doc, a->doc.tokens.t[beg].beg,
	    a->doc.tokens.t[end - 1].end);
}

/* "name count what; ...": m man, w woman, p person, b body, o outlet. */
static struct slice
told(struct buf *b, const struct article *a)
{
	const struct actor *x;
	struct slice s;
	char tail[50];
	uint32_t i;

	b->n = 0;
	for (i = 0; i < a->names.nactor; i++) {
		x = &a->names.actor[i];
		s = names_text(&a->names, i);
		buf_add(b, i > 0 ? "; " : "", i > 0 ? 2 : 0);
		buf_add(b, s.p, s.n);
		snprintf(tail, sizeof(tail), " %u %s%s%s%s", x->count,
		    x->sex == SEX_MAN	    ? "m" :
			x->sex == SEX_WOMAN ? "w" :
					      "",
		    x->person ? "p" : "", x->body ? "b" : "",
		    x->outlet ? "o" : "");
		buf_add(b, tail, strlen(tail));
	}
	return buf_slice(b);
}

/* "office: name; ..." */
static struct slice
offices(struct buf *b, const struct article *a)
{
	const struct office *o;
	struct slice s;
	size_t i;

	b->n = 0;
	for (i = 0; i < a->names.noffice; i++) {
		o = &a->names.office[i];
		buf_add(b, i > 0 ? "; " : "", i > 0 ? 2 : 0);
		s = words(a, o->beg, o->end);
		buf_add(b, s.p, s.n);
		buf_add(b, " (", 2);
		s = words(a, o->head, o->head + 1);
		buf_add(b, s.p, s.n);
		buf_add(b, "): ", 3);
		s = names_text(&a->names, o->actor);
		buf_add(b, s.p, s.n);
	}
	return buf_slice(b);
}

static const struct {
	const char *text, *want;
} actors[] = {
	{ "nobody is named here.", "" },
	{ "Then Anna Tarnby came.|Tarnby left.", "Anna Tarnby 2 wp" },
	{ "Then Tarnby came.|And Anna Tarnby left.", "Anna Tarnby 2 wp" },
	{ "Then Peter J. Hask came.|And Peter Hask left.", "Peter Hask 2 mp" },
	{ "Then Peter Hask came.|And P. Hask left.", "Peter Hask 2 mp" },
	{ "Then Mr. Hask came with Mrs. Hask.", "Hask 1 mp; Hask 1 wp" },
	{ "Then Peter Hask met Clara Hask.|But Mrs Hask left.",
	    "Peter Hask 1 mp; Clara Hask 2 wp" },
	{ "Then Peter Hask met Viktor Hask.",
	    "Peter Hask 1 mp; Viktor Hask 1 mp" },
	{ "Then Foreign Minister Anna Tarnby came.", "Anna Tarnby 1 wp" },
	{ "Then Sen. Tarnby came.", "Tarnby 1 p" },
	{ "Then Clara van der Wennick came.|And Wennick left.",
	    "Clara van der Wennick 2 wp" },
	{ "The Ministry of Transport paid.", "Ministry of Transport 1 b" },
	{ "It is in the Lodvin Courier today.", "Lodvin Courier 1 o" },
	{ "It was told to NATO and to Velmora.", "NATO 1 b; Velmora 1 " },
	{ "On Monday in May the mayor came.", "" },
	{ "“Then Anna Tarnby came,” he said.", "Anna Tarnby 1 wp" },
	{ "The Velmora Transport Ministry paid.|A Transport Ministry note.",
	    "Velmora Transport Ministry 2 b" },
	{ "By then Zoë Ångstrøm came.|Later Ångstrøm left.",
	    "Zoë Ångstrøm 2 " },
};

static const struct {
	const char *text, *want;
} jobs[] = {
	{ "nobody is named here.", "" },
	{ "Then Foreign Minister Anna Tarnby came.",
	    "Foreign Minister (Minister): Anna Tarnby" },
	{ "Then Anna Tarnby, the mayor of Lodvin, came.",
	    "the mayor of Lodvin (mayor): Anna Tarnby" },
	{ "Then the harbour master's spokesman Peter Hask came.",
	    "the harbour master's spokesman (spokesman): Peter Hask" },
	{ "Velmora's president, Anna Tarnby, came.",
	    "Velmora's president (president): Anna Tarnby" },
	{ "With Peter Hask, an official said, all was well.", "" },
};

static void
lists(void)
{
	struct buf b = { NULL, 0, 0 };
	struct article a;
	size_t i;

	for (i = 0; i < sizeof(actors) / sizeof(actors[0]); i++) {
		read_text(&a, actors[i].text);
		is(told(&b, &a), actors[i].want, actors[i].text);
		forget(&a);
	}
	for (i = 0; i < sizeof(jobs) / sizeof(jobs[0]); i++) {
		read_text(&a, jobs[i].text);
		is(offices(&b, &a), jobs[i].want, jobs[i].text);
		forget(&a);
	}
	buf_free(&b);
}

static void
runs(void)
{
	static const char text[] = "Prime Minister Anna van der Tarnby of "
				   "Lodvin came";
	struct article a;
	uint32_t end;

	read_text(&a, text);
	end = names_run(&a.doc, 0, (uint32_t)a.doc.tokens.n);
	is(words(&a, 0, end), "Prime Minister Anna van der Tarnby",
	    "a run of capitals, small words inside");
	is(words(&a, names_behind_titles(&a.doc, 0, end), end),
	    "Anna van der Tarnby", "behind its titles");
	ok(names_run(&a.doc, 6, 9) == 6, "a small word begins none");
	ok(names_behind_titles(&a.doc, 0, 2) == 2,
	    "an office alone is all title");
	ok(names_at(&a.names, 0) == 0 && names_at(&a.names, 2) == 0 &&
		names_at(&a.names, 3) == 1 &&
		names_at(&a.names, 99) == a.names.nmention,
	    "the mention at or behind a token");
	forget(&a);
}

static void
sexes(void)
{
	struct article a;

	read_text(&a, "So Anna Tarnby met Hask and the Ministry of Transport.");
	ok(a.names.nactor == 3, "three are named");
	if (a.names.nactor == 3) {
		ok(names_fit(&a.names, 0, SEX_WOMAN) &&
			!names_fit(&a.names, 0, SEX_MAN),
		    "Anna is she");
		ok(names_fit(&a.names, 1, SEX_WOMAN) &&
			names_fit(&a.names, 1, SEX_MAN),
		    "a surname may be both");
		ok(!names_fit(&a.names, 2, SEX_MAN) &&
			!names_fit(&a.names, 2, SEX_WOMAN),
		    "a ministry is neither");
	}
	forget(&a);
}

/* Many actors, and many with one last word, take no square of time. */
static void
many(void)
{
	static const char *const form[] = { "Then Anna Tarn%zub came.",
		"Then Anna%zub Tarn came.", "Then Tarn%zub, the mayor, came." };
	struct article a;
	char text[100];
	clock_t start;
	size_t i, k;

	for (k = 0; k < sizeof(form) / sizeof(form[0]); k++) {
		memset(&a, 0, sizeof(a));
		for (i = 0; i < 100000; i++) {
			const char *p = strstr(form[k], "%zu");

			snprintf(text, sizeof(text), "%.*s%zu%s",
			    (int)(p - form[k]), form[k], i, p + 3);
			add_sentence(&a.doc, text, i + 1);
		}
		start = clock();
		look(&a);
		ok(a.names.nmention == 100000 &&
			(double)(clock() - start) / CLOCKS_PER_SEC < 20,
		    "a hundred thousand names [%s]: linear", form[k]);
		forget(&a);
	}
}

int
main(void)
{
	lists();
	runs();
	sexes();
	many();
	return tap_done();
}
