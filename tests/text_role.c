/* text_role -- how paragraphs look, and what they are: text/role.h. */
#include "text/role.h"

#include "tap.h"

static const char *const look_name[] = {
	"none",
	"prose",
	"line",
	"short",
	"names",
	"label",
	"byline",
	"caption",
	"meta",
	"boiler",
	"last",
};

static const struct {
	const char *par;
	enum look look;
} looks[] = {
	{ "Share", LOOK_BOILER },
	{ "SHARE THIS ARTICLE", LOOK_BOILER },
	{ "Advertisement", LOOK_BOILER },
	{ "Read more \xC2\xBB", LOOK_BOILER },
	{ "Read more: Ferry found off Elsin", LOOK_BOILER },
	{ "Read more to find out how they did it", LOOK_SHORT },
	{ "Subscribe to our newsletter for more.", LOOK_BOILER },
	{ "Copyright 2024 Northwire", LOOK_BOILER },
	{ "\xC2\xA9 Northwire 2024", LOOK_BOILER },
	{ "Read the full story", LOOK_LAST },
	{ "Continue reading...", LOOK_LAST },
	{ "318", LOOK_META },
	{ "3 hours ago", LOOK_META },
	{ "9 hours ago 12", LOOK_META },
	{ "Thursday 2 May, 19.10", LOOK_META },
	{ "Updated 6:42 p.m., May 2", LOOK_META },
	{ "2 May 2024 | 3 min read", LOOK_META },
	{ "Ledger | Markets | 2 May, 16:58", LOOK_META },
	{ "27 comments", LOOK_META },
	{ "World News", LOOK_META },
	{ "* * *", LOOK_META },
	{ "By Ann Lee and Bo Day", LOOK_BYLINE },
	{ "By ANN LEE, Chief Reporter", LOOK_BYLINE },
	{ "(Reporting by Ann Lee; Editing by Bo Day)", LOOK_BYLINE },
	{ "By noon the pilots had found a door", LOOK_SHORT },
	{ "By Monday the pilots had found a door.", LOOK_LINE },
	{ "Ann Lee in Elsin and Bo Day in Lodvin", LOOK_NAMES },
	{ "Ann Lee, Harbour Correspondent", LOOK_NAMES },
	{ "The Heron off Elsin. (Ann Lee/Getty Images)", LOOK_CAPTION },
	{ "The Heron off Elsin. (Ann Lee for the Herald)", LOOK_CAPTION },
	{ "The Heron off Elsin | Ann Lee/AP Photo", LOOK_CAPTION },
	{ "Photo: Ann Lee", LOOK_CAPTION },
	{ "FILE PHOTO: The Heron off Elsin. REUTERS/Ann Lee", LOOK_CAPTION },
	{ "\xD0\xA1\xD0\xBD\xD0\xB8\xD0\xBC\xD0\xBA\xD0\xB0: \xD0\x90\xD0\x92/ EPA",
	    LOOK_CAPTION },
	{ "He left. (The company would not say why.)", LOOK_LINE },
	{ "Ferry inquiry to open in June", LOOK_SHORT },
	{ "Ferry inquiry", LOOK_LABEL },
	{ "Who knew what?", LOOK_LINE },
	{ "The minister replied:", LOOK_LINE },
	{ "\xE2\x80\xA2 two oars", LOOK_LINE },
	{ "\"We won,\" she said", LOOK_LINE },
	{ "The ferry that left the harbour at dawn did not come back, and nobody "
	  "on the quay could say why.",
	    LOOK_PROSE },
	{ "", LOOK_META },
};

static void
check_looks(void)
{
	size_t i;
	enum look got;

	for (i = 0; i < sizeof(looks) / sizeof(looks[0]); i++) {
		got = role_look(slice_of(looks[i].par));
		ok(got == looks[i].look, "<%s> looks %s, want %s", looks[i].par,
		    look_name[got], look_name[looks[i].look]);
	}
}

/* An article, a paragraph a line behind its role. */
struct line {
	const char *role;
	const char *par;
};

static const char prose[] =
    "The ferry that left the harbour at dawn did not come back, and nobody on "
    "the quay could say why.";

static const struct line plain[] = {
	{ "title", "Ferry lost off Elsin with all its lamps out" },
	{ "standfirst", "Pilots find a door and two oars at noon" },
	{ "byline", "Ann Lee" },
	{ "meta", "2 May 2024, 19:10" },
	{ "body", prose },
	{ "heading", "What the pilots found" },
	{ "body", prose },
	{ "caption", "The Heron off Elsin. (Ann Lee/Getty Images)" },
	{ "body", prose },
	{ "boiler", "Read the full story" },
	{ NULL, NULL },
};

static const struct line furniture[] = {
	{ "boiler", "Skip to main content" },
	{ "meta", "World" },
	{ "meta", "318" },
	{ "title", "Ferry Lost Off Elsin." },
	{ "body", prose },
	{ "body", "\"We won.\"" },
	{ "body", "She added:" },
	{ "body", "Ferry lost" },
	{ NULL, NULL },
};

static const struct line untitled[] = {
	{ "body", prose },
	{ "heading", "The Inquiry" },
	{ "body", prose },
	{ NULL, NULL },
};

static const struct line lone[] = { { "body", "Hello there" }, { NULL, NULL } };

static void
check_roles(const char *name, const struct line *l)
{
	struct role_state st = { .body = false };
	enum look look[ROLE_AHEAD + 1];
	enum role role;
	size_t i, k;

	for (i = 0; l[i].par != NULL; i++) {
		memset(look, 0, sizeof(look));
		for (k = 0; k <= ROLE_AHEAD && l[i + k].par != NULL; k++)
			look[k] = role_look(slice_of(l[i + k].par));
		role = role_next(&st, slice_of(l[i].par), look);
		is(slice_of(role_name[role]), l[i].role, name);
	}
}

int
main(void)
{
	check_looks();
	check_roles("an article with all parts", plain);
	check_roles("one with boilerplate before the title", furniture);
	check_roles("one without a title", untitled);
	check_roles("one line", lone);
	ok(role_last(slice_of("Read Entire ArticleThe talks")) == 19,
	    "a glued phrase that ends articles");
	ok(role_last(slice_of("Read Entire Article")) == 0, "not glued");
	ok(role_last(slice_of("Read the fine print")) == 0, "no such phrase");
	ok(role_headline(slice_of("Ferry Lost Off Elsin")), "a headline");
	ok(!role_headline(slice_of("The ferry was lost off Elsin")), "none");
	return tap_done();
}
