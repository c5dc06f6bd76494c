/* office.c -- from an office to the one who holds it: office.h. */
#include "news/office.h"

#include "gen/lexicon.h"

enum { OFFICES = 128 };		/* offices looked through on either side */

static const struct speaker nobody = { NO_ACTOR, { "", 0 }, false, false };

static char
low(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

/* How many bytes two words have in common at the start, case apart. */
size_t
office_common(struct slice a, struct slice b)
{
	size_t i = 0;

	while (i < a.n && i < b.n && low(a.p[i]) == low(b.p[i]))
		i++;
	return i;
}

static bool
america(struct slice s)
{
	return slice_is(s, "US") || slice_is(s, "U.S.") ||
	    slice_is(s, "American") || slice_is(s, "America") ||
	    slice_is(s, "USA") || slice_is(s, "United");
}

/* The same country, party or town as noun and adjective: Russia, Russian. */
static bool
akin(struct slice a, struct slice b)
{
	size_t n = office_common(a, b);

	return (n == a.n && n == b.n) || n >= 4 ||
	    (n == 3 && (a.n <= 5 || b.n <= 5) && a.n > 3 && b.n > 3) ||
	    (america(a) && america(b));
}

/* leader, president; spokesman, spokesperson: one office in two words. */
bool
office_same(struct slice a, struct slice b)
{
	static const char *const heads[] = { "leader", "president", "premier",
		"chancellor", "ruler", "king", "dictator", "minister", "head",
		"chief", "chairman", "chairwoman", "director" };
	bool x = false, y = false;
	size_t i;

	if (office_common(a, b) == a.n && a.n == b.n)
		return true;
	if (office_common(a, b) >= 6 && slice_begins(a, "spokes"))
		return true;
	for (i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
		x = x ||
		    (office_common(a, slice_of(heads[i])) == a.n &&
			a.n == strlen(heads[i]));
		y = y ||
		    (office_common(b, slice_of(heads[i])) == b.n &&
			b.n == strlen(heads[i]));
	}
	return x && y && (low(a.p[0]) == 'l' || low(b.p[0]) == 'l');
}

/* Is every word of p that narrows it down found with the office o? */
static bool
narrows_to(const struct names *n, struct phrase p, uint32_t head,
    const struct office *o)
{
	uint32_t i, k;

	uint32_t end = head + 1 < p.end &&
		(reference_token(n, head + 1)->bits & LEXICON_PREP) != 0 ?
	    p.end :
	    head;

	for (i = p.beg; i < end; i++) {
		if (i == head || reference_token(n, i)->kind != TOKEN_WORD ||
		    (reference_token(n, i)->bits &
			(LEXICON_DET | LEXICON_PREP | LEXICON_POSS)) != 0)
			continue;
		for (k = o->beg; k < o->end; k++)
			if (reference_token(n, k)->kind == TOKEN_WORD &&
			    akin(reference_word(n, i), reference_word(n, k)))
				break;
		if (k == o->end)
			return false;
	}
	return true;
}

/* Whom the article gives the office that p describes; the nearest before. */
struct speaker
office_holder(const struct names *n, struct phrase p, uint32_t head)
{
	const struct office *o;
	size_t here = 0, hi = n->noffice, i;

	while (here < hi) {		/* the first office behind the phrase's start */
		i = here + (hi - here) / 2;
		if (n->office[i].beg < p.beg)
			here = i + 1;
		else
			hi = i;
	}
	for (i = 0; i < 2 * OFFICES; i++) {
		if (i < OFFICES ? i >= here : here + i - OFFICES >= n->noffice)
			continue;
		o = &n->office[i < OFFICES ? here - 1 - i : here + i - OFFICES];
		if (office_same(reference_word(n, head),
			reference_word(n, o->head)) &&
		    narrows_to(n, p, head, o))
			return reference_actor(n, o->actor);
	}
	return nobody;
}

/* Has the article given the actor an office that the word head is not? */
bool
office_other(const struct names *n, uint32_t a, uint32_t head)
{
	size_t i;

	for (i = 0; i < n->noffice && i < 4 * OFFICES; i++)
		if (n->office[i].actor == a &&
		    !office_same(reference_word(n, head),
			reference_word(n, n->office[i].head)))
			return true;
	return false;
}
