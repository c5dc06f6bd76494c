/* mark.c -- quotation marks of a paragraph: mark.h. */
#include "text/mark.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/utf8.h"

enum { AHEAD = 64, DEPTH = 16 };	/* signs looked ahead, marks nested */

enum style {
	NONE,
	STRAIGHT,
	LEFT,
	RIGHT,
	LOW,
	GUIL_LEFT,
	GUIL_RIGHT,
	APOS,
	S_LEFT,
	S_RIGHT,
	S_LOW,
	STYLES
};

/* A mark as it stands. */
struct sign {
	uint32_t	beg, end;
	uint8_t		style;
	bool		opens, closes;	/* what its neighbours make it look like */
	bool		stop;		/* follows , . ? ! or the like */
	bool		s;		/* follows an s, and a blank follows it */
};

struct open {
	uint32_t	beg, end;	/* the opening mark */
	uint8_t		style;
};

/* The marks of one paragraph and what is open where we stand. */
struct scan {
	const char	*text;
	uint32_t	 beg, end;
	bool		 again;
	struct sign	*s;
	size_t		 n, cap;
	struct open	 stack[DEPTH];
	size_t		 depth;
	struct marked	*pair;		/* closed ones, by their closing marks */
	size_t		 npair, pcap;
};

static bool
single(uint8_t style)
{
	return style >= APOS;
}

/* The mark at p, its length in *n; NONE if there is none. */
static enum style
style_at(const char *p, const char *end, size_t *n)
{
	uint32_t code;

	if (*p == '\'' || *p == '`') {
		*n = end - p >= 2 && p[1] == *p ? 2 : 1;
		return *n == 2 ? STRAIGHT : *p == '`' ? S_LEFT : APOS;
	}
	*n = utf8_next(p, end, &code);
	switch (code) {
	case '"':
	case 0xFF02:
		return STRAIGHT;
	case 0x201C:
	case 0x201F:
		return LEFT;
	case 0x201D:
		return RIGHT;
	case 0x201E:
		return LOW;
	case 0xAB:
		return GUIL_LEFT;
	case 0xBB:
		return GUIL_RIGHT;
	case 0x2018:
	case 0x201B:
	case 0x2039:
		return S_LEFT;
	case 0x2019:
	case 0x203A:
		return S_RIGHT;
	case 0x201A:
		return S_LOW;
	default:
		return NONE;
	}
}

/* May a mark's first byte stand here?  " ' ` C2 E2 EF: all else is passed. */
static inline bool
maybe(unsigned char c)
{
	static const bool table[256] = {
		['"'] = true,
		['\''] = true,
		['`'] = true,
		[0xC2] = true,
		[0xE2] = true,
		[0xEF] = true,
	};

	return table[c];
}

static uint32_t
before(const struct scan *sc, uint32_t at)
{
	const char *p = sc->text + at;
	uint32_t code = ' ';

	if (at > sc->beg) {
		p = utf8_prev(sc->text + sc->beg, p);
		utf8_next(p, sc->text + sc->end, &code);
	}
	return code;
}

static uint32_t
after(const struct scan *sc, uint32_t at)
{
	uint32_t code = ' ';

	if (at < sc->end)
		utf8_next(sc->text + at, sc->text + sc->end, &code);
	return code;
}

static bool
alnum(uint32_t c)
{
	return utf8_letter(c) || (c >= '0' && c <= '9');
}

/* What an opening mark may follow: blanks, brackets, dashes, other marks. */
static bool
opening_left(uint32_t c)
{
	return utf8_space(c) || c == '(' || c == '[' || c == '{' || c == '-' ||
	    c == '/' || c == '"' || c == '\'' || c == '>' ||
	    (c >= 0x2010 && c <= 0x2015) || c == 0x2018 || c == 0x201C ||
	    c == 0xAB || c == 0x201E || c == 0x2026;
}

/* '90s, 'em, 'tis: an apostrophe that looks like an opening mark. */
static bool
elided(const struct scan *sc, uint32_t at)
{
	static const char *const words[] = { "em ", "em.", "em,", "til ",
		"tis ", "twas ", "cause ", "n ", "n'", "bout ", "round ",
		"cos ", "neath ", "til\n", "ere " };
	size_t i, n;

	if (at < sc->end && sc->text[at] >= '0' && sc->text[at] <= '9')
		return true;
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		n = strlen(words[i]);
		if (sc->end - at >= n &&
		    memcmp(sc->text + at, words[i], n) == 0)
			return true;
	}
	return false;
}

static void
add_sign(struct scan *sc, uint32_t at, size_t n, enum style style)
{
	struct sign s = { at, at + (uint32_t)n, (uint8_t)style, false, false,
		false, false };
	uint32_t l = before(sc, at), r = after(sc, s.end);

	if (single(s.style) && alnum(l) && alnum(r))
		return;			/* an apostrophe in a word */
	if (single(s.style) && s.style != S_LOW && !alnum(l) &&
	    elided(sc, s.end))
		return;
	s.opens = opening_left(l) && !utf8_space(r);
	s.closes = !utf8_space(l) && !alnum(r);
	s.stop = l == ',' || l == '.' || l == '?' || l == '!' || l == 0x2026 ||
	    l == 0x201D || l == '"';
	s.s = l == 's' && utf8_space(r);
	if (sc->n == sc->cap)
		sc->s = mem_grow(sc->s, &sc->cap, sc->n + 1, sizeof(*sc->s));
	sc->s[sc->n++] = s;
}

static void
find_signs(struct scan *sc)
{
	uint32_t at = sc->beg;
	enum style style;
	size_t n;

	sc->n = sc->depth = sc->npair = 0;
	while (at < sc->end) {
		if (!maybe((unsigned char)sc->text[at])) {
			at++;
			continue;
		}
		style = style_at(sc->text + at, sc->text + sc->end, &n);
		if (style != NONE)
			add_sign(sc, at, n, style);
		at += (uint32_t)n;
	}
}

/* Can a mark of style close one that was opened by style open? */
static bool
pairs(uint8_t open, uint8_t style)
{
	static const bool table[STYLES][STYLES] = {
		[STRAIGHT] = { [STRAIGHT] = true, [RIGHT] = true },
		[LEFT] = { [RIGHT] = true, [LEFT] = true, [STRAIGHT] = true },
		[RIGHT] = { [RIGHT] = true, [LEFT] = true },
		[LOW] = { [LEFT] = true, [RIGHT] = true, [STRAIGHT] = true },
		[GUIL_LEFT] = { [GUIL_RIGHT] = true },
		[GUIL_RIGHT] = { [GUIL_LEFT] = true, [GUIL_RIGHT] = true },
		[APOS] = { [APOS] = true, [S_RIGHT] = true },
		[S_LEFT] = { [S_RIGHT] = true, [APOS] = true },
		[S_RIGHT] = { [S_RIGHT] = true },
		[S_LOW] = { [S_LEFT] = true, [S_RIGHT] = true },
	};

	return table[open][style];
}

/* Does a closing mark for style stand among the next signs? */
static bool
closes_later(const struct scan *sc, size_t i, uint8_t style, bool stop)
{
	size_t k;

	for (k = i + 1; k < sc->n && k <= i + AHEAD; k++)
		if (pairs(style, sc->s[k].style)) {
			if (sc->s[k].closes && (!stop || sc->s[k].stop))
				return true;
		} else if (stop && sc->s[k].style == style)
			return false;
	return false;
}

/*
 * A mark that looks opening stands inside marks of its own style.  It is
 * nested if there are closing marks enough for both, or if the outer one goes
 * on in the next paragraph; otherwise the outer one was never closed.
 */
static bool
nests(const struct scan *sc, size_t i, uint8_t style)
{
	int open = 2;
	size_t k;

	for (k = i + 1; k < sc->n && k <= i + AHEAD && open > 0; k++) {
		if (sc->s[k].style != style && !pairs(style, sc->s[k].style))
			continue;
		if (sc->s[k].closes)
			open--;
		else if (sc->s[k].opens)
			open++;
	}
	return open == 0 || (open == 1 && sc->again);
}

static void
push(struct scan *sc, const struct sign *s)
{
	if (sc->depth < DEPTH)
		sc->stack[sc->depth++] = (struct open){ s->beg, s->end,
			s->style };
}

static void
add_pair(struct scan *sc, const struct open *o, uint32_t end, uint32_t close)
{
	bool unclosed = end == close;
	uint32_t beg = o->end;

	if (sc->npair == sc->pcap)
		sc->pair = mem_grow(sc->pair, &sc->pcap, sc->npair + 1,
		    sizeof(*sc->pair));
	/* Blanks inside the marks belong to them. */
	while (beg < end && utf8_space((unsigned char)sc->text[beg]))
		beg++;
	while (end > beg && utf8_space((unsigned char)sc->text[end - 1]))
		end--;
	sc->pair[sc->npair++] = (struct marked){ o->beg, beg, end, close,
		single(o->style), unclosed };
}

/* Does sign i close the mark o? */
static bool
closes(const struct scan *sc, size_t i, const struct open *o)
{
	const struct sign *s = &sc->s[i];

	if (!pairs(o->style, s->style) || s->beg < o->end)
		return false;
	if (single(o->style)) {
		/* the officials’ view: no end if a better one comes */
		if (s->s && closes_later(sc, i, o->style, true))
			return false;
		return s->closes;
	}
	if (s->style == STRAIGHT || (s->style == LEFT && o->style != LOW))
		return s->closes || !s->opens;
	return true;
}

/* Does sign i open something?  outer is the innermost open mark, or NULL. */
static bool
opens(const struct scan *sc, size_t i, const struct open *outer)
{
	const struct sign *s = &sc->s[i];

	switch (s->style) {
	case LEFT:
	case LOW:
	case GUIL_LEFT:
	case S_LOW:
		return true;
	case STRAIGHT:
		/* said,"No: a blank is missing; 6'2" tall: inches */
		return s->opens || s->beg == sc->beg ||
		    (outer == NULL && s->stop && !s->closes);
	case RIGHT:
	case GUIL_RIGHT:
		return outer == NULL && (s->opens || s->beg == sc->beg) &&
		    closes_later(sc, i, s->style, false);
	case S_LEFT:
		return closes_later(sc, i, s->style, false);
	default:
		return s->opens && closes_later(sc, i, s->style, false);
	}
}

static void
take(struct scan *sc, size_t i)
{
	const struct sign *s = &sc->s[i];
	struct open *top = sc->depth > 0 ? &sc->stack[sc->depth - 1] : NULL;
	size_t d;

	for (d = sc->depth; d > 0; d--)
		if (closes(sc, i, &sc->stack[d - 1])) {
			add_pair(sc, &sc->stack[d - 1], s->beg, s->end);
			sc->depth = d - 1;
			return;
		}
	if (!opens(sc, i, top))
		return;
	if (top != NULL && top->style == s->style && !nests(sc, i, s->style))
		sc->depth--;		/* it was never closed: a stray mark */
	push(sc, s);
}

/* Marks left open at the paragraph's end: which of them is a quotation? */
static void
end_open(struct scan *sc)
{
	const struct open *o;
	uint32_t end = sc->end, l;
	size_t d;

	while (end > sc->beg && utf8_space((unsigned char)sc->text[end - 1]))
		end--;
	for (d = 0; d < sc->depth; d++) {
		o = &sc->stack[d];
		if (single(o->style) || o->end >= end)
			continue;
		l = o->beg >= sc->beg + 2 ? before(sc, o->beg - 1) : ',';
		if (sc->again || o->style != STRAIGHT || o->beg == sc->beg ||
		    l == ',' || l == ':') {
			add_pair(sc, o, end, end);
			return;
		}
	}
}

void
marks_add(struct marks *ms, const char *text, uint32_t beg, uint32_t end,
    bool again)
{
	struct scan sc = { .text = text,
		.beg = beg,
		.end = end,
		.again = again,
		.s = ms->sign,
		.cap = ms->sign_cap,
		.pair = ms->pair,
		.pcap = ms->pair_cap };
	uint32_t limit = UINT32_MAX;
	size_t i, first = ms->n;
	struct marked m;

	find_signs(&sc);
	for (i = 0; i < sc.n; i++)
		take(&sc, i);
	end_open(&sc);
	/* Pairs stand by their ends: going back, what ends after the last one
	 * taken begins lies in it. */
	for (i = sc.npair; i-- > 0;) {
		if (sc.pair[i].close > limit)
			continue;
		limit = sc.pair[i].open;
		if (ms->n == ms->cap)
			ms->m = mem_grow(ms->m, &ms->cap, ms->n + 1,
			    sizeof(*ms->m));
		ms->m[ms->n++] = sc.pair[i];
	}
	for (i = 0; i < (ms->n - first) / 2; i++) {
		m = ms->m[first + i];
		ms->m[first + i] = ms->m[ms->n - 1 - i];
		ms->m[ms->n - 1 - i] = m;
	}
	ms->sign = sc.s;
	ms->sign_cap = sc.cap;
	ms->pair = sc.pair;
	ms->pair_cap = sc.pcap;
}

void
marks_free(struct marks *ms)
{
	free(ms->m);
	free(ms->sign);
	free(ms->pair);
}

bool
marks_begins(const char *text, uint32_t beg, uint32_t end)
{
	size_t n;

	while (beg < end && utf8_space((unsigned char)text[beg]))
		beg++;
	if (beg >= end)
		return false;
	switch (style_at(text + beg, text + end, &n)) {
	case STRAIGHT:
	case LEFT:
	case LOW:
	case GUIL_LEFT:
	case GUIL_RIGHT:
	case S_LEFT:
		return true;
	default:
		return false;
	}
}
