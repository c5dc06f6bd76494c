/* label.c -- strings in marks that are no quotation by their look: label.h. */
#include "news/label.h"

#include "gen/lexicon.h"
#include "gen/work.h"

enum {
	TITLE_WORDS =
	    12, /* in the longest title that is told by its capitals */
};
static const uint32_t SMALL = LEXICON_PREP | LEXICON_CONJ | LEXICON_DET |
    LEXICON_POSS | LEXICON_SUB | LEXICON_PARTICLE;

/* The tokens inside and around a marked string. */
struct inside {
	const struct token	*t;		/* first token inside */
	size_t			 n;
	const struct token	*left, *right;	/* beside the marks, or NULL */
	struct slice		 left_word;
	struct slice		 before;	/* the word before that one */
	bool			 inverted;	/* ", writes" stands before it */
};

static struct inside
look(const struct doc *d, const struct marked *m)
{
	uint32_t b = doc_token(d, m->beg), e = b, o = doc_token(d, m->open);
	struct inside in = { .left_word = { "", 0 }, .before = { "", 0 } };

	while (e < d->tokens.n && d->tokens.t[e].beg < m->end)
		e++;
	in.t = d->tokens.t + b;
	in.n = e - b;
	if (o > 0) {
		in.left = &d->tokens.t[o - 1];
		in.left_word = doc_text(d, in.left->beg, in.left->end);
		if (o > 1)
			in.before = doc_text(d, d->tokens.t[o - 2].beg,
			    d->tokens.t[o - 2].end);
		in.inverted = slice_is(in.before, ",");
	}
	while (e < d->tokens.n && d->tokens.t[e].end <= m->close)
		e++;
	if (e < d->tokens.n)
		in.right = &d->tokens.t[e];
	return in;
}

/* Words inside, and whether all that count have a capital. */
static size_t
capitals(const struct inside *in, bool *all)
{
	size_t words = 0, i;

	*all = true;
	for (i = 0; i < in->n; i++) {
		if (in->t[i].kind > TOKEN_NUMBER)
			continue;
		words++;
		if (!in->t[i].cap && in->t[i].kind == TOKEN_WORD &&
		    ((in->t[i].bits & SMALL) == 0 || words == 1))
			*all = false;
	}
	return words;
}

/* Dwayne "The Rock" Johnson */
static bool
nickname(const struct inside *in, size_t words, bool all)
{
	return words > 0 && words <= 4 && all && in->left != NULL &&
	    in->right != NULL && in->left->kind == TOKEN_WORD &&
	    in->left->cap && in->right->kind == TOKEN_WORD && in->right->cap &&
	    in->n <= words + 1 && (in->right->bits & LEXICON_PRON) == 0;
}

/* Words before the marks that announce a name: "titled", "so-called". */
static bool
naming(struct slice w)
{
	static const char *const words[] = { "so-called", "called", "titled",
		"entitled", "named", "nicknamed", "dubbed", "codenamed",
		"code-named", "christened", "renamed", "call", "known" };
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (slice_is(w, words[i]))
			return true;
	return false;
}

static bool
speaks(const struct token *t, struct slice w)
{
	return t != NULL && (t->bits & (LEXICON_SAY | LEXICON_SAYING)) != 0 &&
	    !t->cap && !slice_is(w, "told") && !slice_is(w, "read");
}

/* Words that names and titles follow: on "X", the "X", his "X", Mann's "X". */
static bool
leads_to_name(const struct inside *in)
{
	if (in->left == NULL || in->left->kind == TOKEN_POSSESSIVE)
		return in->left != NULL;
	if (words_find_low(&work_words, in->left_word) != 0 ||
	    slice_is(in->left_word, "told"))	/* told "Politico" */
		return true;
	if (slice_is(in->left_word, ","))	/* her memoir, "X" */
		return words_find_low(&work_words, in->before) != 0;
	return !slice_is(in->left_word, "as") &&
	    !slice_is(in->left_word, "that") &&
	    (in->left->bits & (LEXICON_PREP | LEXICON_DET | LEXICON_POSS)) != 0;
}

bool
label_is(const struct doc *d, const struct marked *m, enum role role)
{
	struct inside in = look(d, m);
	const struct token *last;
	bool all;
	size_t words = capitals(&in, &all);
	char c;

	if (words == 0)
		return true;
	if (words == 1 && in.t[0].kind == TOKEN_NUMBER)
		return true;		/* "13th" */
	if (role == ROLE_TITLE || role == ROLE_STANDFIRST ||
	    role == ROLE_HEADING)
		return false;
	if (nickname(&in, words, all) || slice_is(in.left_word, "so-called") ||
	    (naming(in.left_word) && all && words <= TITLE_WORDS))
		return true;
	if (!all || words > TITLE_WORDS ||
	    (speaks(in.left, in.left_word) && !in.inverted) ||
	    slice_is(in.left_word, ":") ||
	    (slice_is(in.left_word, ",") && words > 1 && !leads_to_name(&in)))
		return false;
	/* A title: all capitals, and what stop there is was put inside the marks
	 * by the house. */
	last = &in.t[in.n - 1];
	c = d->text.p[last->beg];
	if (last->kind == TOKEN_PUNCT &&
	    (c == '.' || c == '?' || c == '!' || c == ','))
		return c != '!' && words > 1 && leads_to_name(&in);
	return words == 1 || leads_to_name(&in);
}
