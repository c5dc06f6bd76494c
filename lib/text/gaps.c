/* gaps.c -- from a sentence's text back to its bytes: gaps.h. */
#include "text/gaps.h"

#include <stdint.h>
#include <stdlib.h>

#include "text/ascii.h"

static const char head[] = "#gaps\t";

void
gaps_free(struct gaps *g)
{
	free(g->gap);
	buf_free(&g->before);
	*g = (struct gaps){ .gap = NULL };
}

static void
add(struct gaps *g, size_t pos, size_t extra)
{
	if (g->n == g->cap)
		g->gap = mem_grow(g->gap, &g->cap, g->n + 1, sizeof(g->gap[0]));
	g->gap[g->n++] = (struct gap){ pos, extra };
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

void
gaps_join(struct gaps *g, struct buf *text, struct slice raw)
{
	size_t start = text->n, from = 0, b, e;
	const char *lf;

	g->n = 0;
	while (from < raw.n &&
	    (lf = memchr(raw.p + from, '\n', raw.n - from)) != NULL) {
		b = (size_t)(lf - raw.p);
		e = b + 1;
		while (b > from && is_space(raw.p[b - 1]))
			b--;
		while (e < raw.n && is_space(raw.p[e]))
			e++;
		buf_add(text, raw.p + from, b - from);
		if (e - b > 1)
			add(g, text->n - start, e - b - 1);
		buf_byte(text, ' ');
		from = e;
	}
	buf_add(text, raw.p + from, raw.n - from);
}

static void
number(struct buf *b, size_t v)
{
	char d[24];
	size_t i = sizeof(d);

	do
		d[--i] = (char)('0' + v % 10);
	while ((v /= 10) != 0);
	buf_add(b, d + i, sizeof(d) - i);
}

void
gaps_before(struct gaps *g, struct slice raw)
{
	bool lines = raw.n > 0 && memchr(raw.p, '\n', raw.n) != NULL;
	size_t i;

	g->before.n = 0;
	for (i = 0; i < raw.n && raw.p[i] == ' '; i++)
		;
	g->told = i < raw.n && !(lines && raw.n == 1);
	if (g->told && lines)
		buf_byte(&g->before, ' ');
	else if (g->told)
		buf_add(&g->before, raw.p, raw.n);
}

/* What stands for plain text s in a field; white space alone needs little. */
static void
escape(struct buf *b, struct slice s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] == '\t')
			buf_add(b, "\\t", 2);
		else if (s.p[i] == '\r')
			buf_add(b, "\\r", 2);
		else
			buf_byte(b, s.p[i]);
}

void
gaps_write(const struct gaps *g, struct buf *b)
{
	size_t i;

	if (g->n == 0 && !g->told)
		return;
	buf_add(b, head, sizeof(head) - 1);
	if (g->n == 0)
		buf_byte(b, '.');
	for (i = 0; i < g->n; i++) {
		if (i > 0)
			buf_byte(b, ' ');
		number(b, g->gap[i].pos);
		buf_byte(b, '+');
		number(b, g->gap[i].extra);
	}
	if (g->told) {
		buf_byte(b, '\t');
		escape(b, buf_slice(&g->before));
	}
}

/* Take a number off the front of *s; false if there is none, or too large. */
static bool
take(struct slice *s, size_t *v)
{
	size_t i = 0;

	*v = 0;
	while (i < s->n && ascii_digit(s->p[i]) && *v < SIZE_MAX / 16)
		*v = *v * 10 + (size_t)(s->p[i++] - '0');
	*s = slice_sub(*s, i, s->n);
	return i > 0;
}

static bool
take_byte(struct slice *s, char c)
{
	if (s->n == 0 || s->p[0] != c)
		return false;
	*s = slice_sub(*s, 1, s->n);
	return true;
}

/* The list of places at the start of *s. */
static bool
take_places(struct gaps *g, struct slice *s)
{
	size_t pos, extra, next = 0;

	if (take_byte(s, '.'))
		return true;
	do {
		if (!take(s, &pos) || !take_byte(s, '+') || !take(s, &extra) ||
		    pos < next || extra == 0)
			return false;
		add(g, pos, extra);
		next = pos + 1;
	} while (take_byte(s, ' '));
	return true;
}

/* The white space that stands to the end of s; false if it is none. */
static bool
take_before(struct gaps *g, struct slice s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (ascii_blank(s.p[i]))
			buf_byte(&g->before, s.p[i]);
		else if (s.p[i] == '\\' && i + 1 < s.n &&
		    (s.p[i + 1] == 't' || s.p[i + 1] == 'r'))
			buf_byte(&g->before, s.p[++i] == 't' ? '\t' : '\r');
		else
			return false;
	return g->before.n > 0;
}

bool
gaps_parse(struct gaps *g, struct slice line)
{
	bool ok;

	g->n = g->before.n = 0;
	g->told = false;
	if (!slice_begins(line, head))
		return false;
	line = slice_sub(line, sizeof(head) - 1, line.n);
	ok = take_places(g, &line);
	if (ok && take_byte(&line, '\t')) {
		g->told = take_before(g, line);
		ok = g->told;
	} else
		ok = ok && line.n == 0 && g->n > 0;
	if (!ok)
		g->n = 0;
	return ok;
}

size_t
gaps_raw(const struct gaps *g, size_t pos)
{
	size_t i, raw = pos;

	for (i = 0; i < g->n && g->gap[i].pos < pos; i++)
		raw += g->gap[i].extra;
	return raw;
}
