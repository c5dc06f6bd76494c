/* split.c -- a stream of text into articles, paragraphs, sentences: split.h. */
#include "text/split.h"

#include "text/article.h"
#include "text/para.h"
#include "text/sent.h"

enum {
	PIECE = 1 << 18, /* bytes of a paragraph that are held at once */
	FAR = 1 << 16,	 /* paragraphs further ahead are not looked at */
	FIRST = 1 << 14	 /* bytes that tell whether the text is wrapped */
};

/* Bytes of the input, counted from its start. */
struct line {
	uint64_t beg, end; /* without the line's end */
	uint64_t next;	   /* where the next line begins */
	bool cut;	   /* longer than PIECE: it goes on at next */
};

struct piece {
	uint64_t beg, end;
	enum look look;
	size_t lines;
	bool clean; /* no byte of it needs an escape */
	bool more;  /* it goes on; no sentence need end at end */
};

struct work {
	const struct split *s;
	struct in *in;
	uint64_t at; /* where the window begins */

	/* The article. */
	uint64_t beg;
	uint64_t n, pars; /* sentences and paragraphs so far */
	size_t column;	  /* that it is wrapped at, or 0 */
	struct article_state article;
	struct role_state state;
	enum role role; /* of the last paragraph */
	bool guess;
	bool any; /* a paragraph was found */

	/* Where the next paragraph is looked for. */
	uint64_t scan;
	size_t before;	    /* characters of its line before scan */
	bool below;	    /* no blank line since the last one */
	bool within;	    /* scan stands inside a paragraph */
	bool over;	    /* the article ends at scan */
	bool done;	    /* and so does the input */
	struct slice name;  /* of the next article, or p NULL */
	struct line header; /* where that name stands */

	/* Paragraphs found and not yet told. */
	struct piece par[ROLE_AHEAD + 1];
	size_t npar;
};

static struct slice
bytes(const struct work *w, uint64_t beg, uint64_t end)
{
	const struct in *in = w->in;

	return (struct slice){ in->buf + in->beg + (beg - w->at), end - beg };
}

/* Let the window hold the bytes up to end, if there are as many. */
static uint64_t
need(struct work *w, uint64_t end)
{
	uint64_t have;

	do
		have = w->at + (w->in->end - w->in->beg);
	while (have < end && in_fill(w->in));
	return have < end ? have : end;
}

/* The bytes before beg are done with. */
static void
release(struct work *w, uint64_t beg)
{
	w->in->beg += (size_t)(beg - w->at);
	w->at = beg;
}

/* The line that begins at from; false at the end of the input. */
static bool
line_at(struct work *w, uint64_t from, struct line *l)
{
	uint64_t seen = from, have;
	const char *lf = NULL;
	struct slice s;

	*l = (struct line){ .beg = from };
	for (;;) {
		have = need(w, seen + 1);
		have = w->at + (w->in->end - w->in->beg);
		if (have > from + PIECE)
			have = from + PIECE;
		s = bytes(w, seen, have);
		if (s.n > 0 && (lf = memchr(s.p, '\n', s.n)) != NULL)
			break;
		if (s.n == 0 || have == from + PIECE)
			break;
		seen = have;
	}
	l->end = lf != NULL ? seen + (uint64_t)(lf - s.p) : have;
	l->next = l->end + (lf != NULL);
	l->cut = lf == NULL && have == from + PIECE;
	return have > from;
}

static struct slice
text_of(const struct work *w, const struct line *l)
{
	return bytes(w, l->beg, l->end);
}

/* Learn from the article's first lines whether it is wrapped. */
static size_t
find_column(struct work *w)
{
	struct wrap wrap = { .pairs = 0 };
	uint64_t from = w->scan;
	struct slice name;
	struct line l;

	while (from < w->scan + FIRST && line_at(w, from, &l)) {
		if (w->s->headers && article_header(text_of(w, &l), &name))
			break;
		if (!wrap_add(&wrap, text_of(w, &l)))
			break;
		from = l.next;
	}
	return wrap_column(&wrap);
}

/* An article begins at byte beg. */
static void
begin_article(struct work *w, uint64_t beg)
{
	w->beg = w->scan = beg;
	w->n = w->pars = 0;
	w->article = (struct article_state){ .prose = 0 };
	w->state = (struct role_state){ .body = false };
	w->below = w->within = w->over = w->any = false;
	w->before = 0;
	release(w, beg);
	if (need(w, beg + 3) == beg + 3 &&
	    memcmp(bytes(w, beg, beg + 3).p, "\xEF\xBB\xBF", 3) == 0)
		w->scan += 3;
	w->column = find_column(w);
}

/* The byte of the line where another article begins, or its end. */
static uint64_t
boundary(struct work *w, const struct line *l)
{
	struct slice line = text_of(w, l), after;
	uint64_t end;
	size_t cut;

	if (w->s->headers && article_header(line, &w->name)) {
		w->header = *l;
		return l->beg;
	}
	w->name.p = NULL;
	if (w->s->match != NULL) {
		/* Not where this article itself begins. */
		cut = w->s->match(w->s->arg, line, w->any ? 0 : 1,
		    w->before > 0 || (l->beg == w->beg && l->beg > 0));
		return l->beg + cut;
	}
	if (!w->guess || l->cut || w->within ||
	    !article_doubt(&w->article, line, w->below))
		return l->end;
	end = need(w, l->next + ARTICLE_LOOK);
	line = text_of(w, l);
	after = bytes(w, l->next, end);
	return l->beg + article_cut(&w->article, line, after, w->below);
}

/*
 * Pass over blank lines; false if the article ends before a paragraph, or if
 * there is none near enough to look at.
 */
static bool
first_line(struct work *w, struct line *l, uint64_t *cut)
{
	for (;; w->scan = l->next) {
		if (w->npar == 0)
			release(w, w->scan);
		else if (w->scan > w->par[0].beg + PIECE + FAR)
			return false;
		if (!line_at(w, w->scan, l)) {
			w->over = w->done = true;
			return false;
		}
		if (!wrap_blank(text_of(w, l)))
			break;
		w->below = false;
		w->within = w->within && l->cut;
		w->before = 0;
	}
	*cut = boundary(w, l);
	w->over = *cut == l->beg && *cut < l->end;
	return !w->over;
}

/* Does the paragraph go on from l to the line behind it, *next? */
static bool
goes_on(struct work *w, const struct line *l, struct line *next, uint64_t *cut)
{
	if (w->column == 0 || !line_at(w, l->next, next) ||
	    wrap_blank(text_of(w, next)) ||
	    !wrap_soft(w->column, w->before, text_of(w, l), text_of(w, next)))
		return false;
	w->below = true;
	*cut = boundary(w, next);
	return *cut > next->beg;
}

/* Find the next paragraph of the article; false if there is none. */
static bool
find_par(struct work *w, struct piece *p)
{
	struct line l = { .beg = 0 }, next;
	uint64_t cut;
	bool below;

	if (w->over || !first_line(w, &l, &cut))
		return false;
	below = w->below;
	*p = (struct piece){ .beg = l.beg, .lines = 1, .more = l.cut };
	while (cut == l.end && !p->more && goes_on(w, &l, &next, &cut)) {
		l = next;
		w->before = 0;
		p->lines++;
		p->more = l.cut || l.end - p->beg >= PIECE;
	}
	p->end = cut;
	p->look = p->more ? LOOK_PROSE : role_look(bytes(w, p->beg, p->end));
	if (!w->within)
		article_par(&w->article, p->look, below);
	w->scan = cut < l.end ? cut : l.next;
	w->over = cut < l.end;
	w->below = true;
	w->before = 0;
	w->any = true;
	return true;
}

/* Find the paragraphs that the role of the first one depends on. */
static void
look_ahead(struct work *w)
{
	size_t i;

	if (!role_needs(&w->state, w->par[0].look))
		return;
	for (i = 1; i <= ROLE_AHEAD; i++) {
		if (i == w->npar &&
		    (w->par[i - 1].more || w->scan > w->par[0].beg + FAR ||
			!find_par(w, &w->par[i])))
			return;
		w->npar += i == w->npar;
		if (!role_cue(w->par[i].look))
			return;
	}
}

/* Tell the sentence beg..end of p's text; last is where the one before ends. */
static void
tell_sentence(struct work *w, const struct piece *p, struct slice text,
    size_t last, size_t beg, size_t end)
{
	struct split_sentence s = {
		.beg = p->beg - w->beg + beg,
		.end = p->beg - w->beg + end,
		.raw = slice_sub(text, beg, end),
		.before = slice_sub(text, last, beg),
		.n = ++w->n,
		.par = w->pars,
		.role = w->role,
		.lines = p->lines > 1,
		.clean = p->clean,
	};

	w->s->sentence(w->s->arg, &s);
}

/* Characters of the line that byte end stands in, from p->beg on. */
static size_t
line_before(struct slice text, size_t end)
{
	size_t b = end;

	while (b > 0 && text.p[b - 1] != '\n')
		b--;
	return wrap_width(slice_sub(text, b, end));
}

static bool
has_byte(struct slice s, char c)
{
	return memchr(s.p, c, s.n) != NULL;
}

/* Tell the sentences of p.  Of a piece the last one is left for the next. */
static void
tell_par(struct work *w, struct piece *p)
{
	struct slice text = bytes(w, p->beg, p->end);
	size_t from = place_skip(text, 0), last = from, end;

	p->clean = p->lines == 1 && !has_byte(text, '\\') &&
	    !has_byte(text, '\t') && !has_byte(text, '\r');
	while (from < text.n) {
		end = sent_end(text, from);
		if (p->more && end + SENT_LOOK > text.n)
			break;
		tell_sentence(w, p, text, last, from, end);
		last = end;
		from = place_skip(text, end);
	}
	w->within = p->more;
	if (p->more) {
		w->scan = p->beg + from;
		w->before = line_before(text, from);
	}
}

static enum role
role_of(struct work *w, const struct piece *p)
{
	enum look look[ROLE_AHEAD + 1] = { LOOK_NONE };
	size_t i;

	for (i = 0; i < w->npar; i++)
		look[i] = w->par[i].look;
	return role_next(&w->state, bytes(w, p->beg, p->end), look);
}

static void
tell_article(struct work *w)
{
	struct piece *p = &w->par[0];
	bool within;

	for (w->npar = 0;; w->npar--) {
		within = w->within && w->npar == 0;
		if (w->npar == 0 && !find_par(w, p))
			return;
		w->npar += w->npar == 0;
		within = within && w->within;
		if (!within) {
			look_ahead(w);
			w->role = role_of(w, p);
			w->pars++;
		}
		tell_par(w, p);
		release(w, w->npar > 1 ? w->par[1].beg : w->scan);
		memmove(w->par, w->par + 1, sizeof(w->par) - sizeof(w->par[0]));
	}
}

void
split_text(const struct split *s, struct in *in)
{
	struct work w = { .s = s, .in = in, .guess = s->guess };
	struct slice none = { NULL, 0 };

	begin_article(&w, 0);
	s->article(s->arg, none);
	for (;;) {
		tell_article(&w);
		if (w.done)
			return;
		if (w.name.p != NULL) {
			w.guess = false;
			article_header(text_of(&w, &w.header), &w.name);
			s->article(s->arg, w.name);
			begin_article(&w, w.header.next);
		} else {
			s->article(s->arg, none);
			begin_article(&w, w.scan);
		}
	}
}
