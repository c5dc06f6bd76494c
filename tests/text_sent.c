/* text_sent -- where sentences end: text/sent.h.  A | shows each end inside. */
#include "text/sent.h"

#include "base/mem.h"
#include "tap.h"

static const char *const cases[] = {
	/* Stops. */
	"The ferry sank.| Nobody was hurt.",
	"Did it sink?| It did!| Who says so?| The pilot.",
	"They left.  |Two blanks are as good as one.",
	"What?!| No!!!| It cannot be.",
	"No stop at the end",
	"One.",
	"   One.  ",
	"She came ... and went.",
	"She came...| Then she went.",
	"She came…| Then she went.",
	"So it goes . . . and goes on.",
	"So it goes . . . |Then it stops.",
	"Is it so ? ? ?| It is.",
	/* Abbreviations: titles, firms, months, times, numbers. */
	"Mr. Lee met Mrs. Day and Dr. Orr.| They spoke.",
	"The Rev. Ann Lee and Gov. Bo Day came.",
	"Sen. Ann Lee, D-Vt., said no.| The Senate agreed.",
	"It was raised by Ann Lee, D-Vt.| Lee would not speak.",
	"Tressel Marine Inc. chairman Bo Day left.",
	"He works for Tressel Marine Inc.| He likes it.",
	"Smith Bros. and Day Ltd. merged.",
	"On Jan. 5 it froze.| On Oct. 31 it thawed.",
	"It ended in Dec.| The rest is known.",
	"They met at 5 p.m. on Monday.| We met at 6 a.m.| Nobody slept.",
	"It starts at 10 p.m. EDT and ends at 1 a.m. Tuesday.",
	"It is in No. 5 and in Nos. 7 and 8.",
	"See p. 12 and pp. 14-15, vol. II, Fig. 3.",
	"Did he agree? |No. |He did not.",
	"He said no.| She said yes.",
	"Ferries, buses, etc., were full.",
	"Ferries, buses, etc.| The trains too.",
	"Some, e.g. the pilots, and others, i.e. the crew, left.",
	"Orr et al. (2019) say so.",
	"Lee v. Day was heard, and Orr vs. Lee.",
	"He lives on Quay St. in Elsin.| She lives on Main St.| They met.",
	"He is a Ph.D. student.| She is an M.D.| Both read.",
	"approx. 5 ft. of water and 3 in. of mud",
	/* Initials and names with stops. */
	"Lester B. Pearson and J. K. Orr came.| So did J.R. Day.",
	"Take vitamin C.| It helps.",
	"He is taller than I.| We know.",
	"The U.S. Senate and the U.N. envoy spoke.",
	"He left the U.S.| The envoy stayed.",
	"He was then-U.S. Attorney for the district.",
	"It is near Shangri-La.| Lee went there.",
	"An editor of Yahoo! News wrote it.",
	/* Numbers, lists, labels. */
	"It fell 11.4% to $3.50.| It rose 2.| Then it fell.",
	"1. Ann Lee came.| 2. Bo Day left.",
	"a. Ann Lee came.",
	"iv. Ann Lee came.",
	"It needs two things: 1. Money.| 2. Time.",
	"Figure 2. The harbour at dawn.",
	"Set the value to 3.| The pump starts.",
	/* Quotations. */
	"“We won,” he said.| “It was hard.”",
	"“We won.| It was hard,” he said.",
	"\"We won.\"| She left.",
	"\"We won!\" he said.| \"Why?\" asked Orr.",
	"“Who came?” Ann Lee asked.",
	"“Who came?”| The hall was still.",
	"‘We won.’| He left.",
	"He said 'We won.'| She left.",
	"«We won.»| He left.",
	"„We won.“| He left.",
	"He called it “hard.”| She did not.",
	"He called it \"hard\".| She did not.",
	"She said: “Go home.| Stop fighting.”",
	"It's John's boat.| It isn't ours.",
	"He said it was the players' fault.| They laughed.",
	"”Mr. Day came.",
	/* Brackets and marks of reference. */
	"It sank (see Fig. 2).| Nobody was hurt.",
	"It sank.| (Nobody was hurt.)| They swam.",
	"He (the pilot!) swam.",
	"It is a rare species.[10]| In summer it flies.",
	"It is a rare species. [10] [11]| In summer it flies.",
	"Thank you! :)| See you.",
	/* No blank; addresses. */
	"This is the end.|The next begins.",
	"“This is the end.”|The next begins.",
	"Write to ann.lee@example.org or see www.example.org/a.b today.",
	"See https://example.org/a.Html?b=C.D for more.| It is long.",
	"Open notes.txt and run.|Now it is late.",
	"The version is 2.1.3.| It works.",
	/* Small letters; other scripts. */
	"i came late. |it was cold. |nobody was there.",
	"It was cold.| then it rained.",
	"Это конец.| Новое начало.",
	"これは文です。|次の文です。|本当？|はい！",
	"यह वाक्य है।| दूसरा वाक्य।",
	"هل هذا صحيح؟| نعم.",
};

/* The case without its bars, in text; where they stood, in end. */
static size_t
unbar(const char *s, struct buf *text, size_t *end)
{
	size_t n = 0;

	for (text->n = 0; *s != '\0'; s++)
		if (*s == '|')
			end[n++] = text->n;
		else
			buf_byte(text, *s);
	return n;
}

static void
one(const char *s, struct buf *text, struct buf *got)
{
	size_t want[16], n = unbar(s, text, want), i, e, k = 0;
	struct slice par = buf_slice(text);
	bool good = true;

	got->n = 0;
	for (i = place_skip(par, 0); i < par.n; i = place_skip(par, e)) {
		e = sent_end(par, i);
		buf_byte(got, '[');
		buf_add(got, par.p + i, e - i);
		buf_byte(got, ']');
		/* A bar may stand before or behind the blank. */
		if (place_skip(par, e) < par.n)
			good = good && k < n &&
			    place_skip(par, want[k]) == place_skip(par, e);
		k += place_skip(par, e) < par.n;
	}
	if (!ok(good && k == n, "%s", s))
		printf("# got  %.*s\n", (int)got->n, got->p);
}

/* A million bytes: the cost may only grow with the length. */
static void
long_ones(void)
{
	static const char *const unit[] = {
		"x",
		".",
		" . ",
		"Mr. ",
		"\" ",
		". \" ",
		"[1] ",
		"(",
		"? ",
		"A.",
		"a.B",
		"\xE2\x80\x9D",
		"\xFF",
		" ",
	};
	size_t u, i, e, most;
	struct buf b = { NULL, 0, 0 };

	for (u = 0; u < sizeof(unit) / sizeof(unit[0]); u++) {
		for (b.n = 0; b.n < 1000000;)
			buf_add(&b, unit[u], strlen(unit[u]));
		most = 0;
		for (i = place_skip(buf_slice(&b), 0); i < b.n;
		     i = place_skip(buf_slice(&b), e)) {
			e = sent_end(buf_slice(&b), i);
			if (e <= i)
				break;
			most = e - i > most ? e - i : most;
		}
		ok(i == b.n && most <= SENT_MAX, "a million bytes of <%s>",
		    unit[u]);
	}
	buf_free(&b);
}

int
main(void)
{
	struct buf text = { NULL, 0, 0 }, got = { NULL, 0, 0 };
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		one(cases[i], &text, &got);
	long_ones();
	buf_free(&text);
	buf_free(&got);
	return tap_done();
}
