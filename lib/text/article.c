/* article.c -- where articles begin in a stream of text: article.h. */
#include "text/article.h"

#include <stdint.h>

#include "text/ascii.h"
#include "text/para.h"
#include "text/sent.h"
#include "text/stop.h"
#include "text/utf8.h"

enum {
	TITLE = 200,   /* bytes of a title, at most */
	WRAPPED = 40,  /* bytes of a line that goes on, at least */
	TAIL = 8,      /* bytes of a line without a stop, at least */
	HEADLINE = 25, /* bytes of one that ends in a stop, at least */
	AHEAD = 8,     /* lines that a guess looks at */
	STYLE = 3,     /* separators of one kind that make a style */
	DENSE = AHEAD  /* the same where no title tells */
};

bool
article_header(struct slice line, struct slice *name)
{
	if (line.n > 0 && line.p[line.n - 1] == '\r')
		line.n--;
	if (line.n < 9 || !slice_begins(line, "==> ") ||
	    !slice_ends(line, " <=="))
		return false;
	*name = slice_sub(line, 4, line.n - 4);
	return true;
}

/* The lines behind a place: how they look and how they are parted. */
struct ahead {
	enum look look[AHEAD];
	size_t lines;
	size_t blanks, singles; /* in a row, from the place on */
	size_t n;		/* bytes of the first of them */
};

/* Take the next line off *s. */
static struct slice
take_line(struct slice *s)
{
	const char *lf = s->n > 0 ? memchr(s->p, '\n', s->n) : NULL;
	size_t n = lf != NULL ? (size_t)(lf - s->p) : s->n;
	struct slice line = slice_sub(*s, 0, n);

	*s = slice_sub(*s, n + (lf != NULL), s->n);
	return line;
}

static bool
is_title(enum look l)
{
	return l == LOOK_SHORT || l == LOOK_NAMES;
}

/* Is line, of some length and without a stop, gone on with in the next one? */
static bool
goes_on(struct slice line, struct slice next)
{
	return line.n >= WRAPPED && next.n > 0 && ascii_lower(next.p[0]);
}

static struct ahead
look_ahead(struct slice after)
{
	struct ahead a = { .lines = 0 };
	struct slice line, last = { NULL, 0 };
	bool blank = false, mixed = false;

	while (after.n > 0 && a.lines < AHEAD) {
		line = take_line(&after);
		if (wrap_blank(line)) {
			blank = true;
			continue;
		}
		if (!blank && a.lines > 0 && is_title(a.look[a.lines - 1]) &&
		    goes_on(last, line))
			a.look[a.lines - 1] = LOOK_PROSE;
		a.look[a.lines++] = role_look(line);
		mixed |= blank ? a.singles > 0 : a.blanks > 0;
		a.blanks += !mixed && blank;
		a.singles += !mixed && !blank;
		blank = false;
		last = line;
	}
	return a;
}

/*
 * Do a line that looks so and what follows read as the head of an article: a
 * title with prose near, or with it a date, a caption, boilerplate?
 */
static bool
is_head(enum look first, const struct ahead *a)
{
	size_t i;
	bool title = is_title(first);

	if (!title && !role_cue(first) && first != LOOK_LABEL)
		return false;
	for (i = 0; i < a->lines; i++) {
		if (a->look[i] == LOOK_PROSE)
			return title;
		if (a->look[i] == LOOK_LINE && !title)
			return false;
		title |= is_title(a->look[i]);
	}
	return false;
}

/* Prose alone, line below line: the body of an article whose lines do not
 * stand apart as those before do. */
static bool
is_dense(const struct article_state *st, enum look first, const struct ahead *a)
{
	size_t i, prose = 0;

	for (i = 0; i < a->lines; i++)
		prose += a->look[i] == LOOK_PROSE;
	return st->blanks >= STYLE && st->singles == 0 && first == LOOK_PROSE &&
	    a->singles >= DENSE && prose * 2 > a->singles;
}

/* One way of parting paragraphs before, the other from here on. */
static bool
style_turns(const struct article_state *st, const struct ahead *a)
{
	return (st->blanks >= STYLE && st->singles == 0 &&
		   a->singles >= STYLE) ||
	    (st->singles >= STYLE && st->blanks == 0 && a->blanks >= STYLE);
}

/* Behind the marks that close at i. */
static size_t
skip_closers(struct slice line, size_t i)
{
	static const char *const closers[] = {
		"\"",
		"'",
		")",
		"\xE2\x80\x9D",
		"\xE2\x80\x99",
		"\xC2\xBB",
	};
	size_t k;

	if (i == line.n || line.p[i] == ' ') /* nearly always */
		return i;
	for (k = 0; k < sizeof(closers) / sizeof(closers[0]); k++)
		if (slice_begins(slice_sub(line, i, line.n), closers[k])) {
			i += strlen(closers[k]);
			k = (size_t)-1;
		}
	return i;
}

/* Does a sentence begin at byte i? */
static bool
begins_sentence(struct slice line, size_t i)
{
	uint32_t c = 0;

	if (i < line.n)
		utf8_next(line.p + i, line.p + line.n, &c);
	return utf8_upper(c) || c == 0x201C || c == 0x2018 || c == '"';
}

/* Three bytes before a stop that ends a sentence: not U.S, Ph.D, no blank. */
static bool
is_end(struct slice s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (ascii_upper(s.p[i]) || s.p[i] == '.' ||
		    (ascii_blank(s.p[i]) && i > 0))
			return false;
	return true;
}

/*
 * The next byte at or after from where a sentence begins and no blank parts it
 * from the one before; line.n if there is none.
 */
static size_t
next_glue(struct slice line, size_t from)
{
	size_t i = from, k;

	while ((i = stop_next(line.p, i, line.n)) < line.n) {
		k = i + stop_bytes(line.p + i, line.p + line.n);
		k = skip_closers(line, k);
		/* Not U.S. or J.R.: small letters or digits before the stop. */
		if (i > 3 && is_end(slice_sub(line, i - 3, i)) &&
		    begins_sentence(line, k))
			return k;
		i = k;
	}
	return line.n;
}

/* How a line looks that may begin an article: headlines may have a stop. */
static enum look
head_look(struct slice line)
{
	enum look l;

	while (line.n > 0 && ascii_blank(line.p[line.n - 1]))
		line.n--;
	l = role_look(line);
	/* A title is one sentence, and has a capital. */
	if (!role_cue(l) &&
	    (ascii_lower(line.p[0]) || sent_end(line, 0) < line.n))
		return LOOK_PROSE;
	return (l == LOOK_LINE || l == LOOK_PROSE) && line.n >= HEADLINE &&
		role_headline(line) ?
	    LOOK_SHORT :
	    l;
}

/* The glue that begins a title or the like at the line's end, or line.n. */
static size_t
glued_head(struct slice line, const struct ahead *a)
{
	size_t i = line.n > 2 * TITLE ? line.n - 2 * TITLE : 1;

	while ((i = next_glue(line, i)) < line.n &&
	    !is_head(head_look(slice_sub(line, i, line.n)), a))
		;
	return i;
}

/* Is a date, a byline or the like ahead, before the prose? */
static bool
cue_ahead(const struct ahead *a)
{
	size_t i;

	for (i = 0; i < a->lines && a->look[i] != LOOK_PROSE; i++)
		if (role_cue(a->look[i]))
			return a->blanks > i;
	return false;
}

/* wordTitle, 12Title: not McLee, YouTube, iPad. */
static bool
is_seam(struct slice line, size_t i)
{
	size_t b = i;

	if (!ascii_upper(line.p[i]) || !ascii_lower(line.p[i + 1]))
		return false;
	while (
	    b > 0 && (ascii_lower(line.p[b - 1]) || ascii_digit(line.p[b - 1])))
		b--;
	return i > b && b > 0 && ascii_blank(line.p[b - 1]) &&
	    (i - b > 1 || (line.p[b] != 'i' && line.p[b] != 'e'));
}

/* Is there a seam in the line, if it is short? */
static bool
may_seam(struct slice line)
{
	size_t i;

	if (line.n > 2 * TITLE || line.n < 2 * TAIL)
		return false;
	for (i = TAIL;
	     (i = seam_next(line.p, i, line.n - TAIL)) < line.n - TAIL; i++)
		if (is_seam(line, i))
			return true;
	return false;
}

/*
 * Where a capital stands directly behind a small letter or digit, and what is
 * on both sides reads as a line of its own: boilerplate ends in no stop.
 * Only before a title, or boilerplate, that has both a date or the like and
 * prose behind it; line.n if there is none.
 */
static size_t
glued_line(struct slice line, const struct ahead *a)
{
	size_t i;

	if (!may_seam(line) || !cue_ahead(a))
		return line.n;
	for (i = TAIL; i + TAIL < line.n; i++)
		if (is_seam(line, i) &&
		    role_look(slice_sub(line, 0, i)) != LOOK_PROSE &&
		    is_head(head_look(slice_sub(line, i, line.n)), a))
			return i;
	return line.n;
}

/* The one glue in the line, or line.n if there is none or more. */
static size_t
only_glue(struct slice line)
{
	size_t i = next_glue(line, 1);

	return next_glue(line, i) == line.n ? i : line.n;
}

/* Where a byte order mark stands, the start of a file, or line.n. */
static size_t
bom_at(struct slice line)
{
	const char *p = line.p, *end = line.p + line.n;

	while ((p = memchr(p, 0xEF, (size_t)(end - p))) != NULL &&
	    end - p > 2 && memcmp(p, "\xEF\xBB\xBF", 3) != 0)
		p++;
	return p != NULL && end - p > 2 ? (size_t)(p - line.p) : line.n;
}

static bool
may_head(enum look l)
{
	return is_title(l) || role_cue(l) || l == LOOK_LABEL;
}

/* A head, where the way of parting paragraphs says that one may begin. */
static bool
begins_apart(const struct article_state *st, struct slice line,
    const struct ahead *a)
{
	return (style_turns(st, a) ||
		   (st->blanks >= STYLE && st->singles == 0 &&
		       a->blanks > 0)) &&
	    is_head(head_look(line), a);
}

bool
article_doubt(const struct article_state *st, struct slice line, bool below)
{
	if (line.n == 0)
		return false;
	if (bom_at(line) < line.n || role_last(line) > 0)
		return true;
	if (st->prose < 2)
		return false;
	if (below && st->ended && (st->blanks == 0 || st->singles == 0) &&
	    st->blanks + st->singles >= STYLE &&
	    (may_head(role_look(line)) || st->singles == 0))
		return true;
	return next_glue(line, 1) < line.n || may_seam(line);
}

size_t
article_cut(const struct article_state *st, struct slice line,
    struct slice after, bool below)
{
	struct ahead a = look_ahead(after);
	bool turns = style_turns(st, &a);
	size_t i;

	if ((i = bom_at(line)) < line.n &&
	    (st->begun || !wrap_blank(slice_sub(line, 0, i))))
		return i;
	/* Read Entire ArticleThe talks */
	if ((i = role_last(line)) > 0 && st->prose > 0)
		return i;
	if (st->prose < 2)
		return line.n;
	/* Directly below the end of an article whose paragraphs stand apart. */
	if (below && st->ended &&
	    (begins_apart(st, line, &a) || is_dense(st, role_look(line), &a)))
		return 0;
	if ((i = glued_head(line, &a)) < line.n)
		return i;
	if ((i = glued_line(line, &a)) < line.n)
		return i;
	return turns ? only_glue(line) : line.n;
}

void
article_par(struct article_state *st, enum look look, bool below)
{
	if (st->begun) {
		st->blanks = below ? 0 : st->blanks + 1;
		st->singles = below ? st->singles + 1 : 0;
	}
	st->begun = true;
	st->prose += look == LOOK_PROSE;
	st->ended = look == LOOK_PROSE || look == LOOK_LINE || role_cue(look);
}
