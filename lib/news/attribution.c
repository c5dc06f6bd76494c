/* attribution.c -- who is said to speak a quotation: attribution.h. */
#include "news/attribution.h"

#include "gen/lexicon.h"
#include "gen/report.h"

enum {
	SENTENCE = 120,		/* items looked at on either side */
	SPARE = 4,		/* unknown words between a speaker and its verb */
	NEAR = 8,		/* items from a noun cue to the mark */
};
static const uint32_t CUE = LEXICON_SAY | LEXICON_SAYING | LEXICON_JUDGE |
    LEXICON_SAYNOUN;

static const struct attribution nobody;

static bool
none(struct span s)
{
	return s.beg == s.end;
}

static struct attribution
found(enum rule rule, struct span speaker, uint32_t cue, uint32_t cue_end)
{
	return (struct attribution){ speaker, { cue, cue_end }, (uint8_t)rule };
}

struct span
attribution_sentence(const struct view *v, uint32_t i)
{
	struct span s = { i, i };

	/* Bounded, so that a sentence of a million quotations stays linear. */
	while (s.beg > 0 && i - s.beg < SENTENCE && !view_ends(v, s.beg - 1))
		s.beg--;
	while (s.end - i < SENTENCE && !view_ends(v, s.end))
		s.end++;
	return s;
}

/* The Herald quoted X as saying: X, else the subject s of the verb at c. */
static struct span
quoting(const struct view *v, struct span s, uint32_t c)
{
	struct span x = { c, c };
	uint32_t i;

	if (view_says(v, c, "quoted") || view_says(v, c, "quotes") ||
	    view_says(v, c, "cited"))
		x = phrase_at(v, c + 1);
	if (none(x))
		return s;
	for (i = x.end; i < x.end + NEAR && view_token(v, i); i++)
		if (view_says(v, i, "as"))
			return x;
	return s;
}

/* ---- behind the quotation ------------------------------------------------ */

/* Over an insertion that begins with the comma, bracket or dash at i. */
static uint32_t
over_insertion(const struct view *v, uint32_t i)
{
	bool bracket = view_says(v, i, "("), dash = view_dash(v, i);
	uint32_t k;

	for (k = i + 1; k < i + PHRASE_REACH && view_token(v, k); k++)
		if (bracket ? view_says(v, k, ")") :
			dash ? view_dash(v, k) :
			       view_comma(v, k))
			return k + 1;
	return i;
}

/* Behind an insertion another may stand: X, a judge, one of many, said. */
static uint32_t
over_more(const struct view *v, uint32_t i, uint32_t most, uint32_t bits)
{
	uint32_t k;

	if (subject_verb(v, phrase_skip(v, i), bits))
		return i;
	for (k = i; k < most && view_token(v, k); k++)
		if (view_comma(v, k))
			return k + 1;
	return i;
}

/*
 * The verb of speech that follows a phrase ending at i, over insertions and at
 * most spare words that are not known (X smiled and said); UINT32_MAX if none.
 */
static uint32_t
verb_after(const struct view *v, uint32_t i, uint32_t bits, int spare)
{
	uint32_t most = i + PHRASE_REACH, next;

	while (i < most) {
		i = phrase_skip(v, i);
		if (subject_verb(v, i, bits))
			return i;
		if (!view_token(v, i))
			break;
		if (view_comma(v, i) || view_says(v, i, "(") ||
		    view_dash(v, i)) {
			if ((next = over_insertion(v, i)) == i)
				break;
			i = view_comma(v, next - 1) ?
			    over_more(v, next, most, bits) :
			    next;
		} else if (view_is(v, i, LEXICON_PREP)) {
			next = phrase_at(v, i + 1).end;
			i = next > i + 1 ? next : i + 1;
		} else if (view_is(v, i, LEXICON_REL))
			i++, spare += 8;
		else if (spare-- > 0)
			i++;
		else
			break;
	}
	return UINT32_MAX;
}

/* according to X, in the words of X, starting with item i. */
static struct attribution
according(const struct view *v, uint32_t i)
{
	struct span s;
	char c;

	/* Asked for each word: most are ruled out by their first letter. */
	if (!view_token(v, i) ||
	    ((c = view_word(v, i).p[0]) != 'a' && c != 'A' && c != 'i' &&
		c != 'I'))
		return nobody;
	if ((view_says(v, i, "according") || view_says(v, i, "According")) &&
	    view_says(v, i + 1, "to")) {
		s = phrase_at(v, i + 2);
		if (!none(s))
			return found(RULE_ACCORDING, s, i, i + 2);
	}
	if (view_says(v, i + 1, "the") && view_says(v, i + 2, "words") &&
	    view_says(v, i + 3, "of")) {
		s = phrase_at(v, i + 4);
		if (!none(s))
			return found(RULE_ACCORDING, s, i, i + 4);
	}
	return nobody;
}

/* "..." -- Mara Ilvent: a name and the paragraph ends, or nearly. */
static struct attribution
dash_name(const struct view *v, uint32_t i)
{
	struct span s = phrase_at(v, i);

	if (none(s) || !view_token(v, s.beg) || !phrase_speaks(v, s) ||
	    !(view_ends(v, s.end) || view_comma(v, s.end) ||
		view_says(v, s.end, ".")))
		return nobody;
	return found(RULE_DASH, s, i - 1, i);
}

/* "a woman in the queue asked": what belongs to the phrase before its verb c. */
static struct span
whole(const struct view *v, struct span s, uint32_t c)
{
	struct span p;

	while (s.end < c &&
	    (!view_at(v, s.end - 1)->cap ||
		view_is(v, s.end - 1, LEXICON_OFFICE)) &&
	    view_is(v, s.end, LEXICON_PREP)) {
		p = phrase_at(v, s.end + 1);
		if (none(p) || p.end > c)
			break;
		s.end = p.end;
	}
	return s;
}

static struct attribution
behind(const struct view *v, uint32_t q, struct stance st)
{
	uint32_t i = q + 1, k, c;
	bool cross = false, dash = false;
	struct attribution a;
	struct span s;

	if (i < v->n && v->item[i].kind == ITEM_STOP &&
	    (st.asks || view_dash(v, i + 1))) {
		cross = true;	/* "Why?" X asked.  "It is." -- X */
		i++;
	}
	for (; view_comma(v, i) || view_dash(v, i) ||
	     (view_token(v, i) && view_at(v, i)->kind == TOKEN_MARK);
	     i++)
		dash = dash || view_dash(v, i);
	if (subject_verb(v, i, LEXICON_SAY | (st.comma ? LEXICON_JUDGE : 0)) &&
	    !view_at(v, i)->cap) {
		k = phrase_skip(v, i + 1);
		s = phrase_at(v, k);
		if (!none(s) && !view_says(v, i, "told"))
			return found(RULE_SAID_X, s, i, i + 1);
	}
	if ((a = according(v, i)).rule != RULE_NONE)
		return a;
	i += view_says(v, i, "as");
	s = phrase_at(v, i);
	if (!none(s) && phrase_speaks(v, s)) {
		c = verb_after(v, s.end,
		    LEXICON_SAY | (st.comma ? LEXICON_JUDGE : 0),
		    cross ? 0 : SPARE);
		if (c != UINT32_MAX)
			return found(RULE_X_SAID, quoting(v, whole(v, s, c), c),
			    c, c + 1);
	}
	return dash ? dash_name(v, i) : nobody;
}

/* "..." was needed, X said: an attribution in the rest of the sentence. */
static struct attribution
floating(const struct view *v, uint32_t q)
{
	struct attribution a;
	struct span s;
	uint32_t i, j;

	for (i = q + 1; i < q + SENTENCE && !view_ends(v, i); i++) {
		if (subject_verb(v, i, LEXICON_SAY)) {
			j = subject_end(v, i, q + 1);
			s = phrase_before(v, j, q + 1);
			if (!none(s) && s.beg > q &&
			    (view_comma(v, s.beg - 1) ||
				v->item[s.beg - 1].kind == ITEM_QUOTE))
				return found(RULE_FLOATING, quoting(v, s, i), i,
				    i + 1);
		}
		if ((a = according(v, i)).rule != RULE_NONE) {
			a.rule = RULE_FLOATING;
			return a;
		}
	}
	return nobody;
}

/* ---- before the quotation ------------------------------------------------ */

/* "quoted X as saying", "X was quoted as saying": the participle is at k. */
static struct span
quoted_as(const struct view *v, uint32_t k, uint32_t start)
{
	struct span s = { k, k };
	uint32_t i;

	for (i = k - 1; i > start && k - i < PHRASE_REACH; i--) {
		if (!view_says(v, i - 1, "quoted") &&
		    !view_says(v, i - 1, "quoting") &&
		    !view_says(v, i - 1, "quotes") &&
		    !view_says(v, i - 1, "cited"))
			continue;
		s = phrase_at(v, i);
		return none(s) ? subject_of(v, i - 1, start, 1) : s;
	}
	return s;
}

/* The name, or else the phrase, that the possessive at item i belongs to. */
static struct span
owner(const struct view *v, uint32_t i, uint32_t start)
{
	struct span s = { i, i };

	while (s.beg > start && view_token(v, s.beg - 1) &&
	    view_at(v, s.beg - 1)->kind == TOKEN_WORD &&
	    view_at(v, s.beg - 1)->cap)
		s.beg--;
	return none(s) ? phrase_before(v, i, start) : s;
}

/* "the claim by X that", "X's promise of", "his view that": the noun is at k. */
static struct attribution
noun_cue(const struct view *v, uint32_t k, uint32_t start)
{
	struct span s = { k, k };

	if (view_says(v, k + 1, "by") || view_says(v, k + 1, "of") ||
	    view_says(v, k + 1, "from"))
		s = phrase_at(v, k + 2);
	if (!none(s))
		;
	else if (k > start && view_is(v, k - 1, LEXICON_POSS))
		s = (struct span){ k - 1, k };
	else if (k > start + 1 && view_token(v, k - 1) &&
	    view_at(v, k - 1)->kind == TOKEN_POSSESSIVE)
		s = owner(v, k - 1, start);
	if (none(s) ||
	    !(phrase_speaks(v, s) || view_is(v, s.beg, LEXICON_POSS)))
		return nobody;
	return found(RULE_NOUN, s, k, k + 1);
}

/* "had been put", "was called": nobody says who does it. */
static bool
passive(const struct view *v, uint32_t k)
{
	uint32_t i = k;

	if ((view_at(v, k)->bits & (LEXICON_SAY | LEXICON_JUDGE)) == 0 ||
	    !slice_ends(view_word(v, k), "d"))
		return view_says(v, k, "put") && k > 0 &&
		    view_says(v, k - 1, "been");
	while (i > 0 && view_token(v, i - 1) &&
	    !view_is(v, i - 1, LEXICON_AUX) && subject_adverb(v, i - 1))
		i--;
	return i > 0 &&
	    (view_says(v, i - 1, "been") || view_says(v, i - 1, "was") ||
		view_says(v, i - 1, "were") || view_says(v, i - 1, "is") ||
		view_says(v, i - 1, "are") || view_says(v, i - 1, "be") ||
		view_says(v, i - 1, "being"));
}

/* Said X: "..."; The aid, says X, "..."; Then, writes X, "..." */
static bool
inverted(const struct view *v, uint32_t k, uint32_t q)
{
	struct span s;

	if (!phrase_initial(v, k) && !(k > 0 && view_comma(v, k - 1)))
		return false;
	/* told X: the one behind these hears it */
	if (view_says(v, k, "told") || view_says(v, k, "tells") ||
	    view_says(v, k, "asked") || view_says(v, k, "asks"))
		return false;
	s = phrase_at(v, k + 1);
	return subject_verb(v, k, LEXICON_SAY) && !none(s) &&
	    phrase_speaks(v, s) && s.end + 1 == q &&
	    (view_comma(v, s.end) || view_says(v, s.end, ":"));
}

/* The speaker by the cue word at k, somewhere before item q. */
static struct attribution
by_cue(const struct view *v, uint32_t k, uint32_t q, uint32_t start)
{
	struct attribution a = nobody;
	struct span s = { k, k };
	enum rule rule = RULE_VERB_FAR;

	if ((a = according(v, k)).rule != RULE_NONE)
		return a;
	if (subject_verb(v, k, LEXICON_SAY | LEXICON_JUDGE)) {
		if (view_says(v, k + 1, "by"))
			s = phrase_at(v, k + 2);
		else if (passive(v, k))
			return nobody;
		if (none(s))
			s = subject_of(v, k, start, 1);
		if (inverted(v, k, q))
			s = phrase_at(v, k + 1);
	} else if (subject_verb(v, k, LEXICON_SAYING)) {
		rule = RULE_PARTICIPLE;
		if (view_says(v, k, "citing") || view_says(v, k, "quoting"))
			s = phrase_at(v, k + 1);
		if (!none(s))
			;
		else if (k > start && view_says(v, k - 1, "as"))
			s = quoted_as(v, k, start);
		else if (k > start && (view_is(v, k - 1, LEXICON_AUX)))
			s = subject_of(v, k, start, 1);
		else if (k > start)
			s = subject_shared(v, k, start, 1);
	}
	if (none(s))
		return nobody;
	return found(rule, s, k, k + 1);
}

/* Is there nothing but signs and "that" between the cue's end and item q? */
static bool
adjacent(const struct view *v, uint32_t k, uint32_t q)
{
	for (; k < q; k++)
		if (!view_comma(v, k) && !view_says(v, k, ":") &&
		    !view_says(v, k, "that") && !view_dash(v, k) &&
		    !view_says(v, k, "("))
			return false;
	return true;
}

static struct attribution
ahead(const struct view *v, uint32_t q, uint32_t start)
{
	bool colon = q > start && view_says(v, q - 1, ":");
	struct attribution a = nobody;
	struct span s;
	uint32_t k;

	for (k = q; k > start; k--) {
		if (!view_is(v, k - 1, CUE & ~LEXICON_SAYNOUN) &&
		    !view_says(v, k - 1, "according") &&
		    !view_says(v, k - 1, "According") &&
		    !view_says(v, k - 1, "in"))
			continue;
		a = by_cue(v, k - 1, q, start);
		if (a.rule == RULE_NONE)
			continue;
		if (a.rule != RULE_ACCORDING &&
		    (adjacent(v, k, q) || colon ||
			(q > start && view_says(v, q - 1, "that"))))
			a.rule = RULE_VERB_BEFORE;
		return a;
	}
	for (k = q; k > start && (colon || q - k < NEAR); k--)
		if (view_is(v, k - 1, LEXICON_SAYNOUN)) {
			a = noun_cue(v, k - 1, start);
			if (a.rule != RULE_NONE)
				return a;
		}
	if (!colon)
		return nobody;
	s = phrase_before(v, q - 1, start);
	if (none(s) || !phrase_speaks(v, s) || s.beg > start + 1)
		s = subject_first(v, (struct span){ start, q - 1 });
	return none(s) ? nobody : found(RULE_COLON, s, q - 1, q);
}

/* was called "..." by X */
static struct attribution
agent(const struct view *v, uint32_t q)
{
	struct span s = phrase_at(v, q + 2);

	if (!view_says(v, q + 1, "by") || none(s) || !phrase_speaks(v, s))
		return nobody;
	return found(RULE_FLOATING, s, q + 1, q + 2);
}

struct attribution
attribution_find(const struct view *v, uint32_t q, struct stance st)
{
	struct span sent = attribution_sentence(v, q), s;
	struct attribution b = ahead(v, q, sent.beg), a;
	bool direct = st.whole && (st.comma || st.asks || st.ended);

	if (b.rule == RULE_VERB_BEFORE ||
	    (!direct && !st.comma && b.rule != RULE_NONE))
		return b;
	a = behind(v, q, st);
	if (a.rule != RULE_NONE)
		return a;
	if (b.rule != RULE_NONE)
		return b;
	if (sent.beg < q || !st.ended)
		a = floating(v, q);
	if (a.rule != RULE_NONE)
		return a;
	if ((a = agent(v, q)).rule != RULE_NONE)
		return a;
	if (q == sent.beg || (direct && q == sent.beg + 1))
		return nobody;
	s = subject_first(v, (struct span){ sent.beg, q });
	return none(s) ? nobody : found(RULE_SUBJECT, s, s.end, s.end);
}

struct attribution
attribution_reported(const struct view *v, struct span sent)
{
	struct attribution a;
	struct span s;
	uint32_t k;

	for (k = sent.beg; k < sent.end && k < sent.beg + SENTENCE; k++) {
		if ((a = according(v, k)).rule != RULE_NONE)
			return a;
		if (!subject_verb(v, k, LEXICON_SAY) || passive(v, k))
			continue;
		s = subject_of(v, k, sent.beg, 1);
		if (none(s) || !phrase_speaks(v, s))
			s = subject_first(v, (struct span){ sent.beg, k });
		if (none(s) || !phrase_speaks(v, s))
			continue;
		if (view_says(v, k + 1, "that") ||
		    words_find_low(&report_words, view_word(v, k)) != 0)
			return found(RULE_VERB_FAR, s, k, k + 1);
	}
	return nobody;
}
