/*
 * view.h -- an article as its reporter tells it: each quotation one item.
 *
 * The reporter's words stand item by item; a string in marks that is taken for
 * a quotation is one item, whatever stands in it, and sentence ends inside it
 * do not count.  So "..., said Rep. X" is a few items from its quotation,
 * however long that is.
 */
#ifndef NEWS_VIEW_H
#define NEWS_VIEW_H
#include "news/doc.h"

enum item_kind { ITEM_TOKEN, ITEM_QUOTE, ITEM_STOP, ITEM_PAR };

struct item {
	uint32_t	at;	/* index of the token, marked string, sentence or
				 * paragraph that it is or ends */
	uint8_t		kind;
};

struct view {
	const struct doc	*doc;
	struct item		*item;
	size_t			 n, cap;
	uint32_t		*place;	/* by marked string: its item, or UINT32_MAX */
	size_t			 place_cap;
};

/* Items beg..end; empty if they are equal. */
struct span {
	uint32_t	beg, end;
};

/*
 * Make the view of d, which must be parsed and outlive it.  opaque tells which
 * marked strings are one item; the tokens of the others are seen.
 */
void	view_make(struct view *, const struct doc *d, const bool *opaque);
void	view_free(struct view *);

static inline bool
view_token(const struct view *v, uint32_t i)
{
	return i < v->n && v->item[i].kind == ITEM_TOKEN;
}

/* The token of item i, which must be one. */
static inline const struct token *
view_at(const struct view *v, uint32_t i)
{
	return &v->doc->tokens.t[v->item[i].at];
}

/* Is item i a word in one of those classes? */
static inline bool
view_is(const struct view *v, uint32_t i, uint32_t bits)
{
	return view_token(v, i) && (view_at(v, i)->bits & bits) != 0;
}

static inline struct slice
view_word(const struct view *v, uint32_t i)
{
	const struct token *t = view_at(v, i);

	return doc_text(v->doc, t->beg, t->end);
}

/* Is item i that word or sign, byte for byte? */
static inline bool
view_says(const struct view *v, uint32_t i, const char *s)
{
	return view_token(v, i) && slice_is(view_word(v, i), s);
}

/* Is item i a dash of any length? */
bool	view_dash(const struct view *, uint32_t i);

static inline bool
view_comma(const struct view *v, uint32_t i)
{
	return view_says(v, i, ",");
}

/* Does the item end a sentence or a paragraph? */
static inline bool
view_ends(const struct view *v, uint32_t i)
{
	return i >= v->n || v->item[i].kind == ITEM_STOP ||
	    v->item[i].kind == ITEM_PAR;
}

/* The first item that stands at or behind byte pos of the text. */
uint32_t	view_find(const struct view *, uint32_t pos);

/* The role of the paragraph that item i stands in. */
enum role	view_role(const struct view *, uint32_t i);

/* The bytes of the text that items s cover; s is not empty and holds tokens. */
struct slice	view_text(const struct view *, struct span s);
#endif
