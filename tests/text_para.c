/* text_para -- is a text wrapped, and where do lines go on: text/para.h. */
#include "text/para.h"

#include "tap.h"

static size_t
column(const char *text)
{
	struct wrap w = { .pairs = 0 };
	const char *lf;

	for (; *text != '\0'; text = lf + 1) {
		lf = strchr(text, '\n');
		if (!wrap_add(&w, (struct slice){ text, (size_t)(lf - text) }))
			break;
	}
	return wrap_column(&w);
}

static const char wrapped[] = "The ferry that left the harbour at dawn\n"
			      "did not come back, and nobody on the\n"
			      "quay could say where it had gone or why\n"
			      "its lamps were out when it passed.\n"
			      "\n"
			      "By noon the pilots had found a door and\n"
			      "two oars, which they laid on the steps\n"
			      "of the town hall.\n";

static const char sentences[] = "The ferry left the harbour at dawn today.\n"
				"It did not come back in the evening hours.\n"
				"Nobody on the quay could say what it was.\n"
				"The pilots found a door and two long oars.\n";

static const char list[] =
    "bread\nmilk and eggs\na rope of twenty yards\nnails\nan oar\n"
    "lamp oil and wicks\nsalt\n";

static const char wide[] =
    "The ferry that left the harbour at dawn did not come back, and nobody on "
    "the quay could say where it had gone or why its lamps were out when it "
    "passed the breakwater in the dark.\n"
    "By noon the pilots had found a door.\n";

static bool
soft(const char *line, const char *next)
{
	return wrap_soft(40, 0, slice_of(line), slice_of(next));
}

int
main(void)
{
	size_t c = column(wrapped);

	ok(c >= 38 && c <= 40, "wrapped at about 40: %zu", c);
	ok(column(sentences) == 0, "sentences a line are not wrapped");
	ok(column(list) == 0, "a list is not wrapped");
	ok(column(wide) == 0, "long lines are not wrapped");
	ok(column("One line.\n") == 0, "one line");
	ok(column("\n\n") == 0, "blank lines");
	ok(column("The ferry that left the harbour at dawn\n"
		  "did not come back.\n") > 0,
	    "two lines");

	ok(soft("its lamps were out when it passed the", "breakwater."),
	    "the next word would not have fit");
	ok(!soft("of the town hall.", "By noon the pilots"),
	    "a short line ends");
	ok(soft("its lamps were out when it passed", "the quay."),
	    "a ragged edge: small letters go on");
	ok(!soft("its lamps were out when it passed the", "\xE2\x80\xA2 oars"),
	    "a bullet begins a paragraph");
	ok(!wrap_soft(0, 0, slice_of("a"), slice_of("b")), "not wrapped: hard");
	ok(wrap_soft(40, 30, slice_of("the quay"), slice_of("tonight")),
	    "what stands before counts");

	ok(wrap_width(slice_of("caf\xC3\xA9  ")) == 4, "characters, not bytes");
	ok(wrap_blank(slice_of(" \t\r")) && wrap_blank(slice_of("")), "blank");
	ok(!wrap_blank(slice_of(" .")), "not blank");
	return tap_done();
}
