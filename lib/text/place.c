/* place.c -- what stands on both sides of a stop: place.h. */
#include "text/place.h"

#include "text/ascii.h"
#include "text/stop.h"
#include "text/utf8.h"

enum {
	WORD_MAX = 48, /* bytes of a word that are looked at */
	MARKS = 8      /* bytes of opening marks before a word */
};

size_t
place_skip(struct slice par, size_t i)
{
	while (i < par.n && ascii_blank(par.p[i]))
		i++;
	return i;
}

static uint32_t
code_at(struct slice par, size_t i, size_t *n)
{
	uint32_t c = 0;

	*n = i < par.n ? utf8_next(par.p + i, par.p + par.n, &c) : 0;
	return c;
}

/* Marks that close: a bracket, a quotation mark, the asterisk of *this.* */
static bool
closes(uint32_t c)
{
	switch (c) {
	case '"':
	case '\'':
	case ')':
	case ']':
	case '}':
	case '*':
	case '_':
	case 0xBB:
	case 0x2019:
	case 0x201D:
	case 0x203A:
	case 0x300D:
	case 0x300F:
	case 0xFF09:
	case 0x3011:
		return true;
	}
	return false;
}

static bool
opens(uint32_t c)
{
	switch (c) {
	case '"':
	case '\'':
	case '(':
	case '[':
	case '{':
	case '*':
	case '_':
	case 0xAB:
	case 0x2018:
	case 0x201C:
	case 0x201E:
	case 0x201A:
	case 0x2039:
	case 0x300C:
	case 0x300E:
	case 0xFF08:
	case 0x3010:
	case 0xBF:
	case 0xA1:
		return true;
	}
	return false;
}

static bool
is_quote(uint32_t c)
{
	return closes(c) && c != ')' && c != ']' && c != '}' && c != '*' &&
	    c != '_' && c != 0xFF09;
}

/* Behind a reference mark, [10], or [...], that begins at i; else i. */
static size_t
skip_reference(struct slice par, size_t i)
{
	size_t k = i + 1, n = 0;

	if (i >= par.n || par.p[i] != '[')
		return i;
	while (
	    k < par.n && (ascii_digit(par.p[k]) || par.p[k] == '.') && n++ < 4)
		k++;
	return n > 0 && k < par.n && par.p[k] == ']' ? k + 1 : i;
}

/* Behind a face, :-) ;) =D ^_^, that begins at i and a blank ends; else i. */
static size_t
skip_face(struct slice par, size_t i)
{
	static const char *const faces[] = {
		":)",
		":-)",
		";)",
		";-)",
		"=)",
		":D",
		":-D",
		":P",
		":(",
		":-(",
		":/",
		"^_^",
		"<3",
		":p",
		"xD",
		"XD",
		":'(",
		"=D",
		";D",
		":))",
	};
	struct slice rest = slice_sub(par, i < par.n ? i : par.n, par.n);
	size_t f, n;

	if (rest.n < 2 || memchr(":;=^<xX", rest.p[0], 7) == NULL)
		return i;
	for (f = 0; f < sizeof(faces) / sizeof(faces[0]); f++) {
		n = strlen(faces[f]);
		if (slice_begins(rest, faces[f]) &&
		    (rest.n == n || ascii_blank(rest.p[n])))
			return i + n;
	}
	return i;
}

/* The straight mark at i stands between blanks: which side does it close? */
static bool
odd_before(const struct place *g, size_t i)
{
	size_t k = i - g->from > PLACE_LOOK ? i - PLACE_LOOK : g->from;
	bool odd = false;

	for (; k < i; k++)
		odd ^= g->par.p[k] == '"';
	return odd;
}

/* Behind the marks that close at i; sets quoted. */
static size_t
skip_closers(struct place *g, size_t i)
{
	size_t n, k;
	uint32_t c;

	for (;;) {
		c = code_at(g->par, i, &n);
		/* “word“: the wrong mark closes where a blank follows. */
		if (!closes(c) &&
		    !(c == 0x201C &&
			(i + n >= g->par.n || ascii_blank(g->par.p[i + n]))))
			break;
		g->quoted |= is_quote(c) || c == 0x201C;
		g->bracket |= c == ')' || c == ']' || c == '}';
		i += n;
	}
	while ((k = skip_reference(g->par, i)) > i)
		i = k;
	return i;
}

/* Behind the run of stops that begins at i. */
static size_t
skip_stops(struct place *g, size_t i)
{
	const char *p = g->par.p;
	size_t n, dots = 0, first = i;

	while (i < g->par.n && (n = stop_bytes(p + i, p + g->par.n)) > 0) {
		dots += p[i] == '.' || n == 3 ? 1 : 0;
		g->dots |= (unsigned char)p[i] == 0xE2;
		i += n;
		/* . . . and ? ? */
		if (i + 1 < g->par.n && p[i] == ' ' && p[i + 1] == p[i - 1] &&
		    stop_bytes(p + i + 1, p + g->par.n) == 1)
			i++;
	}
	g->dot = p[first] == '.' && i == first + 1;
	g->dots |= p[first] == '.' && dots > 1 && p[i - 1] == '.';
	return i;
}

struct slice
place_word_before(struct slice par, size_t from, size_t i)
{
	size_t b = i, n;
	uint32_t c;

	while (b > from && i - b < WORD_MAX && !ascii_blank(par.p[b - 1]))
		b--;
	while (b < i) {
		c = code_at(par, b, &n);
		if (!opens(c) && !closes(c) && c != 0x2014 && c != 0x2013 &&
		    c != '-')
			break;
		b += n;
	}
	return slice_sub(par, b < i ? b : i, i);
}

struct slice
place_core(struct slice w)
{
	size_t b = w.n;

	while (b > 0 && memchr("-/(\x94\x93", w.p[b - 1], 5) == NULL)
		b--;
	return slice_sub(w, b, w.n);
}

struct slice
place_word_at(struct slice par, size_t i)
{
	size_t e = i, n;
	uint32_t c;

	while (e < par.n && e - i < WORD_MAX) {
		c = code_at(par, e, &n);
		if (!utf8_letter(c) && !(c >= '0' && c <= '9') && c != '\'' &&
		    c != 0x2019)
			break;
		e += n;
	}
	return slice_sub(par, i, e);
}

static enum place_kind
kind_of(uint32_t c, size_t n)
{
	if (n == 0)
		return PLACE_END;
	if (utf8_upper(c))
		return PLACE_UPPER;
	if (utf8_lower(c))
		return PLACE_LOWER;
	if (c >= '0' && c <= '9')
		return PLACE_DIGIT;
	return utf8_letter(c) ? PLACE_LETTER : PLACE_OTHER;
}

size_t
place_open(struct slice par, size_t i)
{
	size_t n, most = i + MARKS;

	while (i < most && opens(code_at(par, i, &n)))
		i += n;
	return i;
}

/* What stands behind g->closed. */
static void
look_behind(struct place *g)
{
	size_t n;
	uint32_t c;

	g->next = place_skip(g->par, g->closed);
	g->spaced = g->next > g->closed;
	g->open = place_open(g->par, g->next);
	c = code_at(g->par, g->open, &n);
	g->kind = kind_of(c, n);
	g->after = place_word_at(g->par, g->open);
}

struct place
place_at(struct slice par, size_t from, size_t i)
{
	struct place g = { .par = par, .from = from, .stop = i };
	size_t k;

	g.closed = skip_closers(&g, skip_stops(&g, i));
	/* species. [10] [11] In, and so faces */
	for (;;) {
		i = place_skip(par, g.closed);
		k = skip_reference(par, i);
		k = k > i ? k : skip_face(par, i);
		if (k == i)
			break;
		g.closed = k;
	}
	/* A straight mark after a blank closes if one is open. */
	k = place_skip(par, g.closed);
	if (k > g.closed && k < par.n && par.p[k] == '"' &&
	    (k + 1 == par.n || ascii_blank(par.p[k + 1])) && odd_before(&g, k))
		g.closed = k + 1;
	g.word = place_word_before(par, from, g.stop);
	g.core = place_core(g.word);
	look_behind(&g);
	return g;
}
