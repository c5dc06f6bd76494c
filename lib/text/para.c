/* para.c -- lines into paragraphs: para.h. */
#include "text/para.h"

#include "text/ascii.h"
#include "text/utf8.h"

enum {
	FEW = 4,  /* line ends; after them a long line says nothing */
	WIDE = 2, /* lines too long to be wrapped, and no more are needed */
	LEAST = 24,
	MOST = 160, /* columns that texts are wrapped at */
	LONE = 40   /* so many lines alone, and no wrapped one comes */
};

bool
wrap_blank(struct slice s)
{
	size_t i = 0;

	while (i < s.n && ascii_blank(s.p[i]))
		i++;
	return i == s.n;
}

static struct slice
trim(struct slice s)
{
	while (s.n > 0 && ascii_blank(s.p[s.n - 1]))
		s.n--;
	return s;
}

static size_t
characters(struct slice s)
{
	size_t i, n = 0;

	for (i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return n;
}

size_t
wrap_width(struct slice s)
{
	return characters(trim(s));
}

/* Characters of the first word of s, what is blank before it left out. */
static size_t
first_word(struct slice s)
{
	size_t b = 0, e;

	while (b < s.n && ascii_blank(s.p[b]))
		b++;
	for (e = b; e < s.n && !ascii_blank(s.p[e]);)
		e++;
	return characters(slice_sub(s, b, e));
}

/* Does the line end as a sentence or a lead-in does? */
static bool
looks_ended(struct slice s)
{
	static const char *const stops[] = {
		".",
		"!",
		"?",
		":",
		"\"",
		")",
		"'",
		"\xE2\x80\x9D",
		"\xE2\x80\x99",
		"\xE2\x80\xA6",
		"\xC2\xBB",
	};
	size_t i;

	s = trim(s);
	for (i = 0; i < sizeof(stops) / sizeof(stops[0]); i++)
		if (slice_ends(s, stops[i]))
			return true;
	return false;
}

static bool
begins_lower(struct slice s)
{
	size_t b = 0;
	uint32_t c = 0;

	while (b < s.n && ascii_blank(s.p[b]))
		b++;
	if (b < s.n)
		utf8_next(s.p + b, s.p + s.n, &c);
	return utf8_lower(c);
}

static bool
bullet(struct slice s)
{
	static const char *const marks[] = {
		"* ",
		"\xE2\x80\xA2",
		"\xC2\xB7",
		"\xE2\x96\xAA",
		"\xE2\x97\x8F",
	};
	size_t i, b = 0;

	while (b < s.n && ascii_blank(s.p[b]))
		b++;
	s = slice_sub(s, b, s.n);
	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (slice_begins(s, marks[i]))
			return true;
	return false;
}

/* Is there a blank where one would have wrapped a line this long? */
static bool
has_blank(struct slice line)
{
	return memchr(line.p + MOST / 2, ' ', MOST / 2) != NULL;
}

bool
wrap_add(struct wrap *w, struct slice line)
{
	size_t len;

	/* One word alone may be longer than the column. */
	line = trim(line);
	if (line.n > MOST && has_blank(line) && characters(line) > MOST) {
		w->last = 0;
		w->no = ++w->wide == WIDE && w->pairs < FEW;
		return w->wide < WIDE;
	}
	if (w->pairs == WRAP_LINES || w->lines++ == 4 * WRAP_LINES)
		return false;
	len = line.n > 4 * MOST ? 0 : characters(line);
	if (len > 0 && ++w->full == LONE && w->pairs == 0)
		return false;
	if (bullet(line))
		w->last = 0;
	if (len > 0 && w->last > 0) {
		w->pair[w->pairs].len = (uint16_t)w->last;
		w->pair[w->pairs].fit = (uint16_t)(w->last + 1 +
		    first_word(line));
		w->pair[w->pairs++].stop = w->last_stop;
		w->lower |= begins_lower(line) && !w->last_stop;
	}
	w->last = len;
	w->last_stop = looks_ended(line);
	return true;
}

/* Of the line ends, those where the next word would not have fit in column. */
static size_t
covered(const struct wrap *w, size_t column, size_t *open)
{
	size_t i, n = 0;

	for (*open = i = 0; i < w->pairs; i++)
		if (w->pair[i].len <= column && w->pair[i].fit > column) {
			n++;
			*open += !w->pair[i].stop;
		}
	return n;
}

size_t
wrap_column(const struct wrap *w)
{
	size_t i, n, open, best = 0, best_open = 0, column = 0;

	if (w->no)
		return 0;
	for (i = 0; i < w->pairs; i++) {
		if (w->pair[i].len < LEAST || w->pair[i].len > MOST)
			continue;
		n = covered(w, w->pair[i].len, &open);
		if (n > best || (n == best && w->pair[i].len < column)) {
			best = n;
			best_open = open;
			column = w->pair[i].len;
		}
	}
	/* Lines that are sentences end in stops; so few wrapped lines do. */
	if (best * 10 < w->pairs * 6 || best_open * 2 < best ||
	    (w->pairs < FEW && !w->lower))
		return 0;
	return column;
}

bool
wrap_soft(size_t column, size_t before, struct slice line, struct slice next)
{
	size_t len;

	if (column == 0 || line.n > 8 * MOST || bullet(next))
		return false;
	len = before + wrap_width(line);
	if (len > column + column / 4 &&
	    memchr(line.p, ' ', column < line.n ? column : line.n) != NULL)
		return false;
	if (len + 1 + first_word(next) > column)
		return true;
	/* A ragged edge: the sentence is not over. */
	return len * 10 >= column * 6 && begins_lower(next) &&
	    !looks_ended(line);
}
