/* subject.c -- verbs of speech and their subjects: subject.h. */
#include "news/subject.h"

#include "gen/lexicon.h"

enum {
	DATELINE = 14		/* items at a sentence's start that may be one */
};

static bool
none(struct span s)
{
	return s.beg == s.end;
}

bool
subject_adverb(const struct view *v, uint32_t i)
{
	return phrase_skip(v, i) > i;
}

/* A form that is as often a noun ("call") is a verb behind these. */
static bool
behind_subject(const struct view *v, uint32_t i)
{
	const struct token *t;

	if (i == 0 || !view_token(v, i - 1))
		return true;
	t = view_at(v, i - 1);
	if (t->kind != TOKEN_WORD)
		return t->kind == TOKEN_PUNCT;
	if (t->bits & (LEXICON_PRON | LEXICON_AUX | LEXICON_ADV | LEXICON_REL))
		return true;
	return t->cap || view_says(v, i - 1, "to") ||
	    (t->bits & (LEXICON_PEOPLE | LEXICON_OFFICE)) != 0;
}

/* "the claim", "its report"; but "some say", "one said". */
static bool
behind_article(const struct view *v, uint32_t i)
{
	static const char *const words[] = { "the", "a", "an", "this", "that",
		"these", "those", "no", "each", "every", "any", "The", "A",
		"An", "This" };
	size_t k;

	if (view_is(v, i - 1, LEXICON_POSS) &&
	    !view_is(v, i - 1, LEXICON_OBJPRON))
		return true;
	if (!view_is(v, i - 1, LEXICON_DET))
		return false;
	for (k = 0; k < sizeof(words) / sizeof(words[0]); k++)
		if (view_says(v, i - 1, words[k]))
			return true;
	return view_is(v, i, LEXICON_NOUNISH);
}

/* Is the word at i a verb of those classes, not a name or a noun? */
bool
subject_verb(const struct view *v, uint32_t i, uint32_t bits)
{
	if (!view_is(v, i, bits))
		return false;
	if (view_is(v, i, LEXICON_NOUNISH) && !behind_subject(v, i))
		return false;
	if (view_at(v, i)->cap && !phrase_initial(v, i))
		return false;
	if (i > 0 && behind_article(v, i))
		return false;
	return i == 0 || !view_token(v, i - 1) ||
	    view_at(v, i - 1)->kind != TOKEN_POSSESSIVE;
}

/* A comma from item i on, or a quotation that ends with one. */
static uint32_t
next_comma(const struct view *v, uint32_t i, uint32_t end)
{
	const struct doc *d = v->doc;

	for (; i < end && !view_ends(v, i) && !view_comma(v, i); i++)
		if (v->item[i].kind == ITEM_QUOTE &&
		    d->text.p[d->marks.m[v->item[i].at].end - 1] == ',')
			break;
	return i;
}

/* Words that lead a clause in: "Asked about it,", "In a statement,". */
static bool
leads_in(const struct view *v, uint32_t i)
{
	struct slice w;

	if (!view_token(v, i) || view_at(v, i)->kind != TOKEN_WORD)
		return false;
	w = view_word(v, i);
	return view_is(v, i, LEXICON_PREP | LEXICON_SUB | LEXICON_SAYING) ||
	    (phrase_initial(v, i) && w.n > 4 &&
		(slice_ends(w, "ing") || slice_ends(w, "ed")) &&
		(view_at(v, i)->bits & (LEXICON_OFFICE | LEXICON_BODY)) == 0);
}

/* Behind "PORT ELSIN, May 3 (Northwire) - ": where the sentence begins. */
static uint32_t
behind_dateline(const struct view *v, struct span s)
{
	uint32_t i;

	if (!view_token(v, s.beg) || !view_at(v, s.beg)->caps)
		return s.beg;
	for (i = s.beg + 1; i < s.end && i < s.beg + DATELINE; i++)
		if (view_dash(v, i))
			return i + 1;
	return s.beg;
}

struct span
subject_first(const struct view *v, struct span s)
{
	struct span p = { s.beg, s.beg };
	uint32_t i = behind_dateline(v, s), comma;
	int turns;

	for (turns = 0; turns < 6 && i < s.end; turns++) {
		if (view_is(v, i, LEXICON_PRON))
			return (struct span){ i, i + 1 };
		if (leads_in(v, i)) {
			comma = next_comma(v, i, s.end);
			if (comma >= s.end)
				return p;
			i = comma + 1;
			continue;
		}
		if (view_is(v, i, LEXICON_CONJ | LEXICON_ADV | LEXICON_WHEN) ||
		    (view_token(v, i) && view_at(v, i)->kind >= TOKEN_MARK)) {
			i++;
			continue;
		}
		p = phrase_at(v, i);
		if (!none(p) && phrase_speaks(v, p))
			return p;
		comma = next_comma(v, i, s.end);
		if (none(p) || comma >= s.end || comma != p.end)
			break;
		i = comma + 1;		/* "Last week, X ..." */
	}
	return (struct span){ s.beg, s.beg };
}

/* The comma that begins the insertion ending with the one at i; i if none. */
static uint32_t
insertion(const struct view *v, uint32_t i, uint32_t start)
{
	uint32_t k;

	for (k = i; k > start && i - k < PHRASE_REACH; k--)
		if (view_comma(v, k - 1))
			return k - 1;
	return i;
}

/* Before "to", "and", auxiliaries: where the subject of the verb at k ends. */
uint32_t
subject_end(const struct view *v, uint32_t k, uint32_t start)
{
	while (k > start) {
		if (view_token(v, k - 1) && subject_adverb(v, k - 1))
			k--;
		else if (k > start + 1 && view_says(v, k - 1, "to") &&
		    view_token(v, k - 2) &&
		    view_at(v, k - 2)->kind == TOKEN_WORD)
			k -= 2;		/* refused to say */
		else
			break;
	}
	return k;
}

/* "X said this and added that": the subject of the verb before. */
struct span
subject_shared(const struct view *v, uint32_t k, uint32_t start, int depth)
{
	uint32_t i;

	if (depth > 0)
		for (i = k; i > start; i--)
			if (subject_verb(v, i - 1, LEXICON_SAY | LEXICON_JUDGE))
				return subject_of(v, i - 1, start, depth - 1);
	return subject_first(v, (struct span){ start, k });
}

static bool
participle(const struct view *v, uint32_t i)
{
	struct slice w;

	if (!view_token(v, i) || view_at(v, i)->cap)
		return false;
	w = view_word(v, i);
	return w.n > 4 && (slice_ends(w, "ing") || slice_ends(w, "ed"));
}

/* "protesters marching through the streets": a phrase that a preposition
 * leads in is no subject, the phrase before it is. */
static struct span
led_by(const struct view *v, struct span s, uint32_t start)
{
	struct span b;
	uint32_t j;

	if (none(s) || s.beg <= start + 1 ||
	    !view_is(v, s.beg - 1, LEXICON_PREP))
		return s;
	j = s.beg - 1;
	j -= j > start && participle(v, j - 1);
	b = phrase_before(v, j, start);
	return !none(b) && phrase_speaks(v, b) ? b : s;
}

/*
 * The sentence's first phrase, if it is a name, a comma follows it and no verb
 * stands between there and item j: X, a founder of one, the other, said.
 */
static struct span
apposed(const struct view *v, uint32_t start, uint32_t j)
{
	struct span f = subject_first(v, (struct span){ start, j });
	bool clause = false;
	uint32_t i;

	if (none(f) || !view_comma(v, f.end) || !view_at(v, f.end - 1)->cap)
		return (struct span){ j, j };
	for (i = f.end; i < j; i++) {
		clause = clause || view_is(v, i, LEXICON_REL);
		if (!clause &&
		    view_is(v, i,
			LEXICON_SAY | LEXICON_JUDGE | LEXICON_VERB |
			    LEXICON_AUX))
			return (struct span){ j, j };
	}
	return f;
}

/* The subject of a verb before which, at item j - 1, a comma stands. */
static struct span
over_comma(const struct view *v, uint32_t j, uint32_t start, int depth)
{
	struct span s = apposed(v, start, j);
	uint32_t c = j - 1;
	int turns;

	if (!none(s))
		return s;
	/* X, 26, a roofer, said: over ages to the name */
	for (turns = 0; turns < 3 && insertion(v, c, start) < c; turns++) {
		c = insertion(v, c, start);
		s = phrase_before(v, c, start);
		if (!none(s) && phrase_speaks(v, s))
			return s;
	}
	s = phrase_before(v, j - 1, start);
	if (!none(s) && phrase_speaks(v, s))
		return s;
	return subject_shared(v, j - 1, start, depth);
}

struct span
subject_of(const struct view *v, uint32_t k, uint32_t start, int depth)
{
	uint32_t j = subject_end(v, k, start);
	struct span s = { j, j };

	if (j <= start)
		return s;
	if (view_comma(v, j - 1))
		return over_comma(v, j, start, depth);
	if (view_is(v, j - 1, LEXICON_REL) && !view_says(v, j - 1, "that")) {
		j--;
		j -= j > start && view_comma(v, j - 1);
		return phrase_before(v, j, start);
	}
	if (view_is(v, j - 1, LEXICON_CONJ))
		return subject_shared(v, j - 1, start, depth);
	s = led_by(v, phrase_before(v, j, start), start);
	/* X, alongside Y and Z said: what is led in is not the subject. */
	if (!none(s) && s.beg > start + 2 && view_comma(v, s.beg - 2) &&
	    (view_says(v, s.beg - 1, "alongside") ||
		view_says(v, s.beg - 1, "with")))
		return phrase_before(v, s.beg - 2, start);
	return s;
}
