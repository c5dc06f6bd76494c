/* names.c -- who and what is named in an article: names.h. */
#include "news/names.h"

#include <stdlib.h>

#include "gen/given.h"
#include "gen/kin.h"
#include "gen/lexicon.h"

enum {
	LONGEST = 8,		/* words in a name */
	APPOSITION = 10,	/* tokens looked at for the office behind a name */
	DATELINE = 12,		/* tokens at a sentence's start that may be one */
	RIVALS = 64,		/* actors with one last word that are compared */
};
static const uint32_t POSITION = LEXICON_TITLE | LEXICON_OFFICE;
static const uint32_t NO_NAME = LEXICON_PREP | LEXICON_CONJ | LEXICON_SUB |
    LEXICON_DET | LEXICON_POSS | LEXICON_PRON | LEXICON_OBJPRON | LEXICON_REL |
    LEXICON_AUX | LEXICON_ADV | LEXICON_DATE | LEXICON_WHEN;

static const struct token *
tok(const struct doc *d, uint32_t i)
{
	return &d->tokens.t[i];
}

static struct slice
word(const struct doc *d, uint32_t i)
{
	return doc_text(d, tok(d, i)->beg, tok(d, i)->end);
}

/* Does token i stand first in its sentence or in marks? */
static bool
initial(const struct doc *d, uint32_t i)
{
	size_t s = doc_sentence(d, tok(d, i)->beg);

	return i == d->sent[s].tok || tok(d, i - 1)->kind == TOKEN_MARK;
}

/* May is a name where it is no date: not "May 3", "3 May", "in May". */
static bool
surname_may(const struct doc *d, uint32_t i)
{
	if (i + 1 < d->tokens.n && tok(d, i + 1)->kind == TOKEN_NUMBER)
		return false;
	return i == 0 ||
	    (tok(d, i - 1)->kind != TOKEN_NUMBER &&
		(tok(d, i - 1)->bits & (LEXICON_PREP | LEXICON_WHEN)) == 0);
}

static bool
name_word(const struct doc *d, uint32_t i)
{
	const struct token *t = tok(d, i);

	if (t->kind != TOKEN_WORD || !t->cap)
		return false;
	if ((t->bits & NO_NAME) == 0)
		return true;
	if (t->caps)			/* US, IT, WHO; but not IN A HEADLINE */
		return !initial(d, i) ||
		    (i + 1 < d->tokens.n && tok(d, i + 1)->cap &&
			!tok(d, i + 1)->caps);
	return slice_is(word(d, i), "May") && surname_may(d, i);
}

/*
 * Behind what joins the words of a name at token k: Ministry of the Interior,
 * Institute for Peace and War; k if nothing does.  *body: it was a body's name.
 */
static uint32_t
behind_joint(const struct doc *d, uint32_t k, uint32_t end, bool *body)
{
	bool is_body = (tok(d, k - 1)->bits & LEXICON_BODY) != 0;
	bool of = slice_is(word(d, k), "of");

	if (*body && slice_is(word(d, k), "and"))
		return k + 1;
	if (!(is_body &&
		(of || slice_is(word(d, k), "for") ||
		    slice_is(word(d, k), "on"))) &&
	    !(of &&
		(tok(d, k - 1)->bits & (LEXICON_OFFICE | LEXICON_TITLE)) != 0))
		return k;
	*body = is_body;
	return k + 1 < end && slice_is(word(d, k + 1), "the") ? k + 2 : k + 1;
}

uint32_t
names_run(const struct doc *d, uint32_t i, uint32_t end)
{
	uint32_t k = i, n;
	bool body = false;

	if (k >= end || !name_word(d, k))
		return i;
	for (k++; k < end && k - i < LONGEST;) {
		if (name_word(d, k)) {
			k++;
			continue;
		}
		/* van der Leyen; Ministry of the Interior; Smith & Sons */
		n = behind_joint(d, k, end, &body);
		for (; n < end && n < k + 2 && tok(d, n)->kind == TOKEN_WORD &&
		     (tok(d, n)->bits & LEXICON_PARTICLE) != 0 &&
		     !tok(d, n)->cap;
		     n++)
			;
		n += n == k && slice_is(word(d, k), "&");
		if (n == k || n >= end || !name_word(d, n))
			break;
		k = n + 1;
	}
	return k;
}

/* The name behind "Secretary of State": "of" and what may belong to it. */
static uint32_t
behind_of(const struct doc *d, uint32_t k, uint32_t end)
{
	uint32_t i;

	for (i = k + 2; i < end; i++)
		if (words_find_low(&given_words, word(d, i)) != 0)
			return i;
	return end - k > 3 ? end - 2 : end;
}

static bool
given(const struct doc *d, uint32_t i)
{
	return words_find_low(&given_words, word(d, i)) != 0;
}

/* An office by its word, but for the parties' people: they are no titles. */
static bool
position(const struct doc *d, uint32_t i)
{
	return (tok(d, i)->bits & POSITION) != 0 &&
	    !slice_is(word(d, i), "Republican") &&
	    !slice_is(word(d, i), "Democrat") &&
	    !slice_is(word(d, i), "Conservative") &&
	    !slice_is(word(d, i), "Liberal");
}

/* Special Agent Mara Ilvent: a given name two words before the end, and words
 * before it that are none. */
static uint32_t
from_given(const struct doc *d, uint32_t beg, uint32_t end)
{
	uint32_t i;

	if (end - beg < 3 || given(d, beg))
		return beg;
	for (i = beg + 1; i + 1 < end; i++)
		if (given(d, i))
			return end - i <= 3 ? i : beg;
	return beg;
}

uint32_t
names_behind_titles(const struct doc *d, uint32_t beg, uint32_t end)
{
	uint32_t k;

	/* Justice Department: the title is a part of the body's name. */
	if (end - beg > 1 && (tok(d, end - 1)->bits & LEXICON_BODY) != 0 &&
	    (tok(d, end - 1)->bits & POSITION) == 0)
		return beg;
	for (k = end; k > beg; k--) {
		if (!position(d, k - 1) ||
		    (k == end && k - beg > 1 &&
			(tok(d, k - 1)->bits & LEXICON_OFFICE) == 0))
			continue;
		/* King, Speaker and the like end surnames too: Stephen King. */
		if (k == end && k - beg == 2 &&
		    words_find_low(&given_words, word(d, beg)) != 0)
			continue;
		if (k < end && slice_is(word(d, k), "of"))
			return behind_of(d, k, end);
		return from_given(d, k, end);
	}
	return from_given(d, beg, end);
}

struct slice
names_text(const struct names *n, uint32_t actor)
{
	const struct actor *a = &n->actor[actor];

	return doc_text(n->doc, tok(n->doc, a->beg)->beg,
	    tok(n->doc, a->end - 1)->end);
}

bool
names_fit(const struct names *n, uint32_t actor, enum sex sex)
{
	const struct actor *a = &n->actor[actor];

	if (a->body || a->outlet)
		return false;
	return a->sex == SEX_UNKNOWN || sex == SEX_UNKNOWN || a->sex == sex;
}

/* ---- actors by their last words ------------------------------------------ */

static uint32_t
hash_last(const struct doc *d, uint32_t end)
{
	struct slice w = word(d, end - 1);

	return words_hash(w.p, w.n);
}

static uint32_t *
slot_of(struct names *n, uint32_t end)
{
	size_t i = hash_last(n->doc, end) & (n->slots - 1);

	while (n->slot[i] != NO_ACTOR &&
	    !slice_eq(word(n->doc, end - 1),
		word(n->doc, n->actor[n->slot[i]].end - 1)))
		i = (i + 1) & (n->slots - 1);
	return &n->slot[i];
}

static void
grow_slots(struct names *n)
{
	size_t i;

	if (n->slots != 0 && n->nactor * 2 < n->slots)
		return;
	n->slots = n->slots < 256 ? 256 : n->slots * 2;
	n->slot = mem_array(n->slot, n->slots, sizeof(*n->slot));
	for (i = 0; i < n->slots; i++)
		n->slot[i] = NO_ACTOR;
	for (i = 0; i < n->nactor; i++)
		*slot_of(n, n->actor[i].end) = (uint32_t)i;
}

/* Are tokens a and b the same word, or one the other's initial? */
static bool
same_given(const struct doc *d, uint32_t a, uint32_t b)
{
	struct slice x = word(d, a), y = word(d, b);

	if (slice_eq(x, y))
		return true;
	return x.n > 0 && y.n > 0 && x.p[0] == y.p[0] &&
	    ((x.n == 2 && x.p[1] == '.') || (y.n == 2 && y.p[1] == '.'));
}

/* Van der Berg at a sentence's start is Clara van der Berg too. */
static bool
same_word(const struct doc *d, uint32_t a, uint32_t b)
{
	struct slice x = word(d, a), y = word(d, b);

	if (x.n == 0 || x.n != y.n || memcmp(x.p + 1, y.p + 1, x.n - 1) != 0)
		return false;
	return x.p[0] == y.p[0] ||
	    ((tok(d, a)->bits & LEXICON_PARTICLE) != 0 &&
		(x.p[0] ^ y.p[0]) == 0x20);
}

/*
 * Can the name beg..end mean actor a, whose last word is the same?  Bodies: the
 * shorter name is the other's end; people: a surname alone, or first and last.
 */
static bool
same_actor(const struct names *n, uint32_t beg, uint32_t end,
    const struct actor *a, bool body, uint8_t sex)
{
	uint32_t len = end - beg, alen = a->end - a->beg, k;
	uint32_t m = len < alen ? len : alen;

	if (sex != SEX_UNKNOWN && a->sex != SEX_UNKNOWN && sex != a->sex)
		return false;
	for (k = 1; k <= m; k++)
		if (!same_word(n->doc, end - k, a->end - k))
			break;
	if (k > m)			/* one is the other's end */
		return !(body || a->body) || m > 1 || len == alen;
	return !body && !a->body && k > 1 && same_given(n->doc, beg, a->beg);
}

static uint8_t
sex_of(const struct doc *d, uint32_t titles, uint32_t beg, uint32_t end)
{
	uint32_t i, g;

	for (i = titles; i < beg; i++) {
		if (tok(d, i)->bits & LEXICON_MAN)
			return SEX_MAN;
		if (tok(d, i)->bits & LEXICON_WOMAN)
			return SEX_WOMAN;
	}
	if (end - beg < 2)
		return SEX_UNKNOWN;
	g = words_find_low(&given_words, word(d, beg));
	return g & GIVEN_MAN ? SEX_MAN :
	    g & GIVEN_WOMAN  ? SEX_WOMAN :
			       SEX_UNKNOWN;
}

static bool
body_words(const struct doc *d, uint32_t beg, uint32_t end)
{
	uint32_t i;

	for (i = beg; i < end; i++)
		if ((tok(d, i)->bits & LEXICON_BODY) != 0 && (end - beg > 1))
			return true;
	return tok(d, end - 1)->caps && end - beg == 1;
}

static bool
press_words(const struct doc *d, uint32_t beg, uint32_t end)
{
	return (tok(d, end - 1)->bits & (LEXICON_PRESS | LEXICON_PLATFORM)) !=
	    0 ||
	    (tok(d, beg)->bits & LEXICON_PLATFORM) != 0;
}

static bool
abbreviated(const struct doc *d, uint32_t i)
{
	struct slice w = word(d, i);

	return w.n == 2 && w.p[1] == '.';
}

/*
 * Is beg..end a better name for a than the one it has?  The longer one, but a
 * name that begins with a given name before "Sleepy Joe Biden", and without
 * middle initials where both are used.
 */
static bool
fuller(const struct doc *d, uint32_t beg, uint32_t end, const struct actor *a)
{
	uint32_t len = end - beg, alen = a->end - a->beg;

	if (len == alen && len > 1)	/* P. Hask, then Peter Hask */
		return abbreviated(d, a->beg) && !abbreviated(d, beg);
	if (len < 2 || alen < 2)
		return len > alen && len < 5;
	if (slice_eq(word(d, beg), word(d, a->beg)))	/* Donald J. Trump */
		return len < alen;
	if (given(d, beg) != given(d, a->beg))
		return given(d, beg);
	return len > alen && len < 5;
}

/* his daughter X; the first lady, X: does the word before token i bring in
 * another member of a family? */
static bool
behind_kin(const struct doc *d, uint32_t i)
{
	if (i > 1 && slice_is(word(d, i - 1), ","))
		i--;
	return i > 0 && words_find_low(&kin_words, word(d, i - 1)) != 0;
}

/* The actor of the name beg..end behind titles titles..beg: known or new. */
static uint32_t
actor_of(struct names *n, uint32_t titles, uint32_t beg, uint32_t end,
    bool headline)
{
	uint8_t sex = sex_of(n->doc, titles, beg, end);
	bool body = body_words(n->doc, beg, end), many = false;
	bool kin = end - beg > 1 && behind_kin(n->doc, titles);
	uint32_t *slot, i, best = NO_ACTOR;
	struct actor *a;
	int rivals = 0;

	grow_slots(n);
	slot = slot_of(n, end);
	for (i = *slot; i != NO_ACTOR && rivals++ < RIVALS;
	     i = n->actor[i].next) {
		/* The son X Hask is not the Hask before. */
		if ((kin && n->actor[i].end - n->actor[i].beg == 1) ||
		    !same_actor(n, beg, end, &n->actor[i], body, sex))
			continue;
		many = many || best != NO_ACTOR;
		if (best == NO_ACTOR ||
		    n->actor[i].count > n->actor[best].count)
			best = i;
	}
	if (best == NO_ACTOR ||
	    (many && end - beg > 1 &&
		n->actor[best].end - n->actor[best].beg < 2)) {
		if (n->nactor == n->actor_cap)
			n->actor = mem_grow(n->actor, &n->actor_cap,
			    n->nactor + 1, sizeof(*n->actor));
		best = (uint32_t)n->nactor;
		n->actor[n->nactor++] = (struct actor){ .beg = beg,
			.end = end,
			.next = *slot,
			.body = body,
			.headline = headline };
		*slot = best;
	}
	a = &n->actor[best];
	if (a->headline && !headline &&
	    (end - beg > 1 || a->end - a->beg > 2)) {
		a->beg = beg;	/* Mayor Opens New Bridge: capitals in a row */
		a->end = end;
		a->headline = false;
	} else if (!headline && fuller(n->doc, beg, end, a)) {
		a->beg = beg;
		a->end = end;
	}
	a->sex = a->sex == SEX_UNKNOWN ? sex : a->sex;
	a->outlet = a->outlet || press_words(n->doc, beg, end);
	a->person = a->person || sex != SEX_UNKNOWN || titles < beg;
	a->count++;
	return best;
}

/* ---- offices --------------------------------------------------------------- */

static void
add_office(struct names *n, uint32_t beg, uint32_t end, uint32_t head,
    uint32_t actor)
{
	if (n->noffice == n->office_cap)
		n->office = mem_grow(n->office, &n->office_cap, n->noffice + 1,
		    sizeof(*n->office));
	n->office[n->noffice++] = (struct office){ beg, end, head, actor };
	n->actor[actor].person = true;
}

static uint32_t
last_office(const struct doc *d, uint32_t beg, uint32_t end)
{
	uint32_t i, head = end;

	for (i = beg; i < end; i++) {
		if (head != end && (tok(d, i)->bits & LEXICON_PREP) != 0)
			break;		/* secretary of state: the first part leads */
		if (tok(d, i)->bits & LEXICON_OFFICE)
			head = i;
	}
	return head;
}

/* Words that a description of an office is made of, articles included. */
static bool
descriptive(const struct doc *d, uint32_t i)
{
	const struct token *t = tok(d, i);

	return (t->kind == TOKEN_WORD &&
		   (t->bits &
		       (LEXICON_AUX | LEXICON_PRON | LEXICON_REL |
			   LEXICON_CONJ | LEXICON_SUB | LEXICON_SAYING)) ==
		       0) ||
	    t->kind == TOKEN_POSSESSIVE;
}

/* "spokesman X", "Ukraine's president, X": the office before a name at beg. */
static void
office_before(struct names *n, uint32_t first, uint32_t beg, uint32_t actor)
{
	const struct doc *d = n->doc;
	uint32_t end = beg, head, i;

	if (end > first && slice_is(word(d, end - 1), ","))
		end--;
	head = end;
	if (end > first + 2 && slice_is(word(d, end - 2), "of"))
		head = end - 2;		/* the ambassador of Y, X */
	if (head == first || (tok(d, head - 1)->bits & LEXICON_OFFICE) == 0)
		return;
	for (i = head;
	     i > first && head - i < APPOSITION && descriptive(d, i - 1) &&
	     (tok(d, i - 1)->bits & (LEXICON_PREP | LEXICON_SAY)) == 0;
	     i--)
		if (tok(d, i - 1)->bits & LEXICON_DET) {
			i--;
			break;
		}
	add_office(n, i, end, head - 1, actor);
}

/* "X, the foreign minister of Y,": the office behind a name that ends at i. */
static void
office_behind(struct names *n, uint32_t i, uint32_t last, uint32_t actor)
{
	const struct doc *d = n->doc;
	uint32_t beg = i + 1, end, head, k;

	if (i >= last || !slice_is(word(d, i), ","))
		return;
	for (end = beg;
	     end < last && end - beg < APPOSITION && descriptive(d, end); end++)
		;
	head = last_office(d, beg, end);
	/* A verb behind it: "with X, an official said" is no apposition. */
	if (end < last && tok(d, end)->kind <= TOKEN_NUMBER)
		return;
	for (k = beg; k < end; k++)
		if (tok(d, k)->bits & LEXICON_SAY)
			return;
	if (head < end &&
	    (tok(d, beg)->bits & (LEXICON_SAY | LEXICON_PREP | LEXICON_ADV)) ==
		0)
		add_office(n, beg, end, head, actor);
}

/* ", writes "Politico"": an outlet behind its verb. */
static bool
inverted_report(const struct doc *d, uint32_t first, uint32_t beg)
{
	if (beg > first && tok(d, beg - 1)->kind == TOKEN_MARK)
		beg--;
	if (beg > first &&
	    (slice_is(word(d, beg - 1), "the") ||
		slice_is(word(d, beg - 1), "The")))
		beg--;
	if (beg > first + 1 && slice_is(word(d, beg - 1), "on") &&
	    (slice_is(word(d, beg - 2), "wrote") ||
		slice_is(word(d, beg - 2), "posted")))
		return true;		/* a platform */
	return beg > first + 1 && slice_is(word(d, beg - 2), ",") &&
	    (slice_is(word(d, beg - 1), "writes") ||
		slice_is(word(d, beg - 1), "reports") ||
		slice_is(word(d, beg - 1), "reported"));
}

/* What stands right behind a name tells what it is: X, who; X reported; the
 * (X) of a dateline. */
static void
note_neighbours(struct names *n, const struct sentence *s, uint32_t beg,
    uint32_t end, uint32_t actor)
{
	const struct doc *d = n->doc;
	struct actor *a = &n->actor[actor];

	if (end + 1 < s->tok_end && slice_is(word(d, end), ",") &&
	    slice_is(word(d, end + 1), "who"))
		a->person = true;
	if (!a->person && inverted_report(d, s->tok, beg))
		a->outlet = true;
	if (end < s->tok_end && !a->person &&
	    (slice_is(word(d, end), "reported") ||
		slice_is(word(d, end), "reports")))
		a->outlet = true;
	if (end + 1 < s->tok_end && end < s->tok + DATELINE &&
	    slice_is(word(d, end), ")") &&
	    (slice_is(word(d, end + 1), "-") ||
		slice_is(word(d, end + 1), "\u2014") ||
		slice_is(word(d, end + 1), "\u2013")))
		a->outlet = true;
}

static void
add_name(struct names *n, const struct sentence *s, uint32_t run, uint32_t beg,
    uint32_t end, bool quoted)
{
	uint8_t role = n->doc->par[s->par].role;
	uint32_t actor = actor_of(n, run, beg, end,
		     role == ROLE_TITLE || role == ROLE_HEADING),
		 head;

	if (n->nmention == n->mention_cap)
		n->mention = mem_grow(n->mention, &n->mention_cap,
		    n->nmention + 1, sizeof(*n->mention));
	n->mention[n->nmention++] = (struct mention){ beg, end, actor, quoted };
	if (quoted)
		return;
	note_neighbours(n, s, beg, end, actor);
	if (beg > run && (head = last_office(n->doc, run, beg)) < beg)
		add_office(n, run, beg, head, actor);
	else if (beg == run)
		office_before(n, s->tok, beg, actor);
	office_behind(n, end, s->tok_end, actor);
}

/* A capital at the start of a sentence says little: is the word a name? */
static bool
false_name(struct names *n, uint32_t beg, uint32_t end)
{
	const struct doc *d = n->doc;
	uint32_t bits = tok(d, beg)->bits;

	if (end - beg > 1 || !initial(d, beg))
		return false;
	if (n->slots > 0 && *slot_of(n, end) != NO_ACTOR)
		return false;	/* somebody of that name was there */
	return bits != 0 && (bits & (LEXICON_PRESS | LEXICON_PLATFORM)) == 0;
}

static void
names_sentence(struct names *n, const struct sentence *s, const bool *opaque,
    uint32_t *mark)
{
	const struct doc *d = n->doc;
	const struct marked *m;
	uint32_t i, end, beg;
	bool quoted;

	for (i = s->tok; i < s->tok_end; i = end == i ? i + 1 : end) {
		while (*mark < d->marks.n &&
		    (!opaque[*mark] ||
			d->marks.m[*mark].close <= tok(d, i)->beg))
			++*mark;
		m = *mark < d->marks.n ? &d->marks.m[*mark] : NULL;
		quoted = m != NULL && tok(d, i)->beg >= m->open;
		end = names_run(d, i, s->tok_end);
		if (end == i)
			continue;
		beg = names_behind_titles(d, i, end);
		if (beg < end && !false_name(n, beg, end))
			add_name(n, s, i, beg, end, quoted);
	}
}

void
names_find(struct names *n, const struct doc *d, const bool *opaque)
{
	uint32_t mark = 0;
	size_t i;

	n->doc = d;
	n->nactor = n->nmention = n->noffice = 0;
	for (i = 0; i < n->slots; i++)
		n->slot[i] = NO_ACTOR;
	for (i = 0; i < d->nsent; i++)
		if (d->par[d->sent[i].par].role != ROLE_BOILER)
			names_sentence(n, &d->sent[i], opaque, &mark);
}

void
names_free(struct names *n)
{
	free(n->actor);
	free(n->mention);
	free(n->office);
	free(n->slot);
}

size_t
names_at(const struct names *n, uint32_t token)
{
	size_t lo = 0, hi = n->nmention, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (n->mention[mid].beg < token)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}
