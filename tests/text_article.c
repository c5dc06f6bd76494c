/* text_article -- where articles begin in a stream: text/article.h. */
#include "text/article.h"

#include "tap.h"

/* The article before: n paragraphs of prose, parted so. */
static struct article_state
after_prose(size_t n, bool below)
{
	struct article_state st = { .begun = false };

	while (n-- > 0)
		article_par(&st, LOOK_PROSE, below);
	return st;
}

#define PROSE                                                             \
	"The ferry that left the harbour at dawn did not come back, and " \
	"nobody on the quay could say why."

static void
cuts(struct article_state st, bool below, const char *line, const char *after,
    size_t want, const char *name)
{
	struct slice l = slice_of(line);
	size_t got = l.n;

	if (article_doubt(&st, l, below))
		got = article_cut(&st, l, slice_of(after), below);
	if (!ok(got == want, "%s", name))
		printf("# got  %zu of %zu, want %zu\n", got, l.n, want);
}

static void
headers(void)
{
	struct slice name;

	ok(article_header(slice_of("==> a b.txt <=="), &name) &&
		slice_is(name, "a b.txt"),
	    "a header");
	ok(article_header(slice_of("==> a <==\r"), &name) &&
		slice_is(name, "a"),
	    "a header with CR");
	ok(!article_header(slice_of("==>  <=="), &name), "no name");
	ok(!article_header(slice_of(" ==> a <=="), &name), "not at the start");
	ok(!article_header(slice_of("==> a <== b"), &name), "not at the end");
	ok(!article_header(slice_of("==> <=="), &name), "too short");
}

int
main(void)
{
	struct article_state apart = after_prose(5, false);
	struct article_state close = after_prose(5, true);
	struct article_state young = after_prose(1, false);
	static const char head[] =
	    "\n193\n\nFerry lost off Elsin at dawn\n\n" PROSE "\n\n" PROSE "\n";
	static const char body[] = "\n" PROSE "\n\n" PROSE "\n";
	static const char dense[] = PROSE "\n" PROSE "\n" PROSE "\n" PROSE
					  "\n" PROSE "\n" PROSE "\n" PROSE
					  "\n" PROSE "\n";

	headers();

	cuts(apart, false, "It sank, he said.Link to main version", head, 17,
	    "boilerplate behind the last word");
	cuts(apart, false, "It sank,\xE2\x80\x9D he said.Ferry lost off Elsin",
	    body, 20, "a title behind the last word");
	cuts(close, true, "It sank, he said.Link to main version", head, 17,
	    "the same in an article whose lines are not parted");
	cuts(apart, false, "It sank.Heron off Elsin. (Ann Lee/Getty Images)",
	    head, 8, "a caption behind the last word");
	cuts(apart, false, "Read Entire ArticleThe talks went on.", dense, 19,
	    "a phrase that ends articles");
	cuts(apart, false, "It sank.The talks went on.", dense, 8,
	    "paragraphs are parted in another way from here on");
	cuts(apart, false, "He left.\xEF\xBB\xBFThe talks", "", 8,
	    "a byte order mark");
	cuts(apart, true, "Ferry lost off Elsin at dawn", body, 0,
	    "a title in the line below");
	cuts(close, true, "Link to main version", head, 0,
	    "boilerplate below, and another way of parting");
	cuts(apart, true, PROSE, dense, 0, "a body without title below");

	cuts(apart, false, "It sank.The pilot said so.", body, 26,
	    "a blank that is missing");
	cuts(apart, false, "It sank.Then they left the town", "", 31,
	    "no prose follows");
	cuts(apart, false, "It sank in the U.S.Ferry lost off Elsin", body, 39,
	    "an abbreviation");
	cuts(apart, false, "Ferry lost off Elsin at dawn", body, 28,
	    "behind a blank line it may be a heading");
	cuts(close, true, "Ferry lost off Elsin at dawn", dense, 28,
	    "a heading between lines");
	cuts(apart, true, "the talks went on", body, 17, "small letters go on");
	cuts(young, false, "It sank, he said.Link to main version", head, 37,
	    "hardly any prose before");
	cuts(apart, false, "", "", 0, "an empty line");
	return tap_done();
}
