/* role.c -- what a paragraph is in its article: role.h. */
#include "text/role.h"

#include <stdint.h>

#include "gen/page.h"
#include "text/ascii.h"
#include "text/stop.h"
#include "text/utf8.h"

enum {
	PHRASE = 64,  /* bytes of a phrase in the list, at most */
	CREDIT = 100, /* bytes of a credit, at most */
	SHORT = 200,  /* bytes of a short line */
	LONG = 600    /* bytes from which on it can only be prose */
};

const char *const role_name[] = {
	"title",
	"standfirst",
	"heading",
	"byline",
	"caption",
	"meta",
	"boiler",
	"body",
};

static bool
is_alnum(char c)
{
	return ascii_letter(c) || ascii_digit(c) || (c & 0x80) != 0;
}

/* s without the blanks on both sides, no-break and zero-width ones too. */
static struct slice
trim(struct slice s)
{
	const char *q;
	uint32_t c;
	size_t n;

	for (; s.n > 0; s.n = (size_t)(q - s.p)) {
		q = utf8_prev(s.p, s.p + s.n);
		utf8_next(q, s.p + s.n, &c);
		if (!utf8_space(c) && c != 0x200B)
			break;
	}
	for (; s.n > 0; s = slice_sub(s, n, s.n)) {
		n = utf8_next(s.p, s.p + s.n, &c);
		if (!utf8_space(c) && c != 0x200B)
			break;
	}
	return s;
}

/* The phrases of the list that a paragraph begins with. */
struct beginning {
	uint32_t bits; /* the classes of all of them */
	size_t by;     /* bytes of the longest in bystart */
};

static struct beginning
beginning(struct slice s)
{
	size_t i, n = s.n < page_words.longest ? s.n : page_words.longest;
	struct beginning b = { 0, 0 };
	uint32_t h = words_hash("", 0), bits;
	char low[PHRASE];
	bool first = false;	/* the first word is behind us */

	for (i = 0; i < n && i < PHRASE; i++) {
		low[i] = (char)(ascii_upper(s.p[i]) ? s.p[i] + 32 : s.p[i]);
		h = words_hash_on(h, low[i]);
		if (i + 1 < s.n && is_alnum(s.p[i]) && is_alnum(s.p[i + 1]))
			continue;
		if (!first && !words_begins(&page_words, h))
			break;
		first = true;
		bits = words_find_hash(&page_words,
		    (struct slice){ low, i + 1 }, h);
		b.bits |= bits;
		if (bits & PAGE_BYSTART)
			b.by = i + 1;
	}
	return b;
}

/* The classes of the whole line, arrows and stops at its end apart. */
static uint32_t
whole(struct slice s)
{
	static const char *const ends[] = {
		".",
		":",
		"!",
		">",
		" ",
		"-",
		"+",
		"\xE2\x80\xA6",
		"\xC2\xBB",
		"\xE2\x86\x92",
		"\xE2\x80\xBA",
		"\xE2\x96\xB6",
		"\xE2\x96\xBC",
	};
	uint32_t bits = words_find_low(&page_words, s);
	size_t i;

	for (i = 0; i < sizeof(ends) / sizeof(ends[0]) && bits == 0; i++)
		if (s.n <= PHRASE && slice_ends(s, ends[i])) {
			s.n -= strlen(ends[i]);
			bits = words_find_low(&page_words, s);
			i = (size_t)-1;
		}
	return bits;
}

/* The next word of *s, what is no letter or digit apart; n 0 at the end. */
static struct slice
next_word(struct slice *s)
{
	size_t b = 0, e;

	while (b < s->n && !is_alnum(s->p[b]))
		b++;
	for (e = b; e < s->n &&
	     (is_alnum(s->p[e]) ||
		 (e + 1 < s->n && is_alnum(s->p[e + 1]) &&
		     memchr(".:'-+", s->p[e], 5) != NULL));)
		e++;
	struct slice w = slice_sub(*s, b, e);
	*s = slice_sub(*s, e, s->n);
	return w;
}

static bool
is_capital(struct slice w)
{
	uint32_t c = 0;

	if (w.n > 0)
		utf8_next(w.p, w.p + w.n, &c);
	return utf8_upper(c);
}

/* 12, 6:42, 2nd, 5.40am */
static bool
is_number(struct slice w)
{
	size_t i = 0;

	while (i < w.n && (ascii_digit(w.p[i]) || (i > 0 && !is_alnum(w.p[i]))))
		i++;
	return i > 0 &&
	    (i == w.n ||
		(w.n - i <= 2 &&
		    (words_find_low(&page_words, slice_sub(w, i, w.n)) &
			PAGE_DATE)));
}

/* A date, a time, a counter: numbers and the words of dates, nothing else. */
static bool
is_date(struct slice s)
{
	size_t numbers = 0;
	struct slice w;

	if (s.n > 120)
		return false;
	while ((w = next_word(&s)).n > 0) {
		if (is_number(w))
			numbers++;
		else if (!(words_find_low(&page_words, w) & PAGE_DATE))
			return false;
	}
	return numbers > 0;
}

/* Ledger | Markets | 2 May, 16:58: a part between bars is a date. */
static bool
has_date(struct slice s)
{
	const char *bar;
	struct slice part;

	if (s.n > 120)
		return false;
	while ((bar = memchr(s.p, '|', s.n)) != NULL) {
		part = slice_sub(s, 0, (size_t)(bar - s.p));
		if (is_date(part))
			return true;
		s = slice_sub(s, part.n + 1, s.n);
		if (is_date(s))
			return true;
	}
	return is_date(s);
}

/* Is there a word of the class in s?  all: is every word one or a capital? */
static size_t
count_class(struct slice s, uint32_t class, bool *all)
{
	struct slice w;
	size_t n = 0;
	uint32_t bits;

	for (*all = true; (w = next_word(&s)).n > 0;) {
		bits = words_find_low(&page_words, w);
		n += (bits & class) != 0;
		*all &= (bits & class) != 0 || is_capital(w);
	}
	return n;
}

static bool
ends_with_any(struct slice s, const char *const *ends, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (slice_ends(s, ends[i]))
			return true;
	return false;
}

/* s without the marks and brackets at its end. */
static struct slice
without_closers(struct slice s)
{
	static const char *const closers[] = {
		"\"",
		"'",
		")",
		"]",
		"*",
		"\xE2\x80\x9D",
		"\xE2\x80\x9C",
		"\xE2\x80\x99",
		"\xC2\xBB",
	};
	size_t i;

	if (s.n == 0 || ascii_letter(s.p[s.n - 1]))
		return s;
	for (i = 0; i < sizeof(closers) / sizeof(closers[0]); i++)
		if (s.n > 0 && slice_ends(s, closers[i])) {
			s.n -= strlen(closers[i]);
			i = (size_t)-1;
		}
	return s;
}

static bool
ends_stopped(struct slice s)
{
	static const char *const stops[] = {
		".",
		"!",
		"?",
		"\xE2\x80\xA6",
		"\xE3\x80\x82",
		"\xEF\xBC\x81",
		"\xEF\xBC\x9F",
	};
	char last = s.p[s.n - 1];

	if (last == '.' || ascii_letter(last)) /* nearly always */
		return last == '.';
	return ends_with_any(without_closers(s), stops,
	    sizeof(stops) / sizeof(stops[0]));
}

/* Ann Lee/Harbour Herald: a capital on both sides of the stroke. */
static bool
has_stroke(struct slice s)
{
	const char *p = memchr(s.p, '/', s.n);
	size_t i = p == NULL ? 0 : (size_t)(p - s.p);

	return i > 4 && i + 1 < s.n && ascii_upper(s.p[0]) &&
	    memchr(s.p, ' ', i) != NULL && ascii_upper(s.p[i + 1]);
}

/* The words behind the last c of s if that is near its end, or nothing. */
static struct slice
behind(struct slice s, char c)
{
	size_t from = s.n > CREDIT ? s.n - CREDIT : 0;
	const char *p, *end = s.p + s.n, *last = NULL;

	for (p = s.p + from; (p = memchr(p, c, (size_t)(end - p))) != NULL; p++)
		last = p;
	return last != NULL ?
	    trim(slice_sub(s, (size_t)(last + 1 - s.p), s.n)) :
	    (struct slice){ s.p, 0 };
}

/* (Ann Lee/Getty Images), | AP Photo, /Reuters at the end. */
static bool
has_credit(struct slice s)
{
	struct slice in;
	bool all;
	size_t n;

	if (s.n >= SHORT && s.p[s.n - 1] != ')' && ends_stopped(s))
		return false; /* nearly always */
	if (s.p[s.n - 1] == ')') {
		in = behind(slice_sub(s, 0, s.n - 1), '(');
		if (in.n == 0 || !is_capital(in) || ends_stopped(in))
			return false;
		if (has_stroke(in) || count_class(in, PAGE_CREDIT, &all) > 0)
			return true;
		/* A sentence. (Ann Lee for the Herald) */
		n = (size_t)(in.p - s.p);
		count_class(in, PAGE_BYWORD, &all);
		return n > 3 && all && s.p[n - 2] == ' ' && s.p[n - 3] == '.' &&
		    memchr(in.p, ' ', in.n) != NULL;
	}
	in = behind(s, '|');
	if (in.n > 0 && in.n < 60 && count_class(in, PAGE_CREDIT, &all) > 0)
		return all;
	in = behind(s, '/');
	return in.n > 0 && in.n < 40 && s.n < SHORT &&
	    count_class(in, PAGE_CREDIT, &all) > 0 && all;
}

/* Label: AGENCY, in any script: one word, then capitals alone. */
static bool
is_label_credit(struct slice s)
{
	const char *colon = s.n < 60 ? memchr(s.p, ':', s.n) : NULL;
	size_t i, n, letters = 0, upper = 0;
	uint32_t c;

	if (colon == NULL || memchr(s.p, ' ', (size_t)(colon - s.p)) != NULL ||
	    !is_capital(s) || ascii_upper(s.p[1]))
		return false;
	for (i = (size_t)(colon - s.p); i < s.n; i += n) {
		n = utf8_next(s.p + i, s.p + s.n, &c);
		letters += utf8_letter(c);
		upper += utf8_upper(c);
	}
	return letters > 1 && letters == upper && (unsigned char)s.p[0] >= 0x80;
}

/* A lead-in, a list item, a quotation: no heading, though it has no stop. */
static bool
is_item(struct slice s)
{
	static const char *const marks[] = {
		"\"",
		"'",
		"-",
		"*",
		"(",
		"[",
		"\xE2\x80\x9C",
		"\xE2\x80\xA2",
		"\xE2\x80\x94",
		"\xE2\x80\x93",
		"\xC2\xB7",
		"\xE2\x80\x9E",
		"\xC2\xAB",
		"@",
		"#",
		"http",
		"pic.",
	};
	static const char *const ends[] = {
		":",
		",",
		";",
		"-",
		"\xE2\x80\x94",
		"\xE2\x80\x93",
	};
	size_t i;

	for (i = 0;
	     !ascii_upper(s.p[0]) && i < sizeof(marks) / sizeof(marks[0]); i++)
		if (slice_begins(s, marks[i]))
			return true;
	return ends_with_any(s, ends, sizeof(ends) / sizeof(ends[0]));
}

static size_t
count_words(struct slice s)
{
	size_t n = 0;

	while (next_word(&s).n > 0)
		n++;
	return n;
}

/* Words with a capital, from the first on, that nothing but blanks parts. */
static size_t
capital_run(struct slice *s)
{
	struct slice w, rest = *s;
	size_t n = 0;

	while ((w = next_word(&rest)).n > 0 && is_capital(w)) {
		n++;
		*s = rest;
		if (rest.n > 0 && rest.p[0] != ' ' && rest.p[0] != '.')
			break;
	}
	return n;
}

/* Names and what stands between them: Ann Lee and Bo Day, Ann Lee in Kyiv. */
static bool
is_names(struct slice s, size_t words)
{
	struct slice rest = s;
	size_t i, n;

	if (words < 2 || words > 12 || s.n > 100)
		return false;
	for (i = 0; i < s.n; i++)
		if (ascii_digit(s.p[i]) || memchr("?!:;\"", s.p[i], 5) != NULL)
			return false;
	while (rest.n > 0) {
		n = capital_run(&rest);
		if (n > 3) /* a headline, not a name */
			return false;
		if (n == 0 &&
		    !(words_find_low(&page_words, next_word(&rest)) &
			PAGE_BYWORD))
			return false;
	}
	return is_capital(s);
}

static bool
is_byline(struct slice s, size_t n)
{
	struct slice rest = trim(slice_sub(s, n, s.n));

	if (n == 0 || s.n > 300 || !(is_capital(s) || s.p[0] == '('))
		return false;
	if (s.p[0] == '(' || s.p[n - 1] == ':')
		return true;
	return is_capital(rest) && s.n < 160 && count_words(rest) <= 14 &&
	    !ends_stopped(s);
}

/* The looks that words of the list tell; LOOK_NONE if they tell nothing. */
static enum look
listed(struct slice s)
{
	uint32_t bits = s.n <= PHRASE + 4 ? whole(s) : 0;
	struct beginning b = beginning(s);

	if (bits & PAGE_LAST)
		return LOOK_LAST;
	if (bits & PAGE_BOILER)
		return LOOK_BOILER;
	if ((bits & PAGE_META) || has_date(s))
		return LOOK_META;
	if (is_byline(s, b.by))
		return LOOK_BYLINE;
	if ((b.bits & PAGE_CAPSTART) || has_credit(s) || is_label_credit(s))
		return LOOK_CAPTION;
	if (s.n < 300 && (b.bits & (PAGE_BOILERSTART | PAGE_LAST)) &&
	    !ascii_lower(s.p[0]))
		return LOOK_BOILER;
	if (s.n < 160 && (b.bits & PAGE_METASTART) && !ends_stopped(s))
		return LOOK_META;
	return LOOK_NONE;
}

/* No letter and no digit: a rule of dashes, asterisks. */
static bool
is_rule(struct slice s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (ascii_letter(s.p[i]) || ascii_digit(s.p[i]) ||
		    (unsigned char)s.p[i] >= 0xC3)
			return false;
	return true;
}

enum look
role_look(struct slice par)
{
	struct slice s = par.n > 2 * LONG ? par : trim(par);
	enum look look;
	size_t words;

	if (s.n > LONG)
		return LOOK_PROSE;
	if (s.n == 0 || is_rule(s))
		return LOOK_META;
	if ((look = listed(s)) != LOOK_NONE)
		return look;
	if (ends_stopped(s))
		return s.n >= 80 ? LOOK_PROSE : LOOK_LINE;
	if (s.n > SHORT)
		return LOOK_PROSE;
	if (is_item(s))
		return LOOK_LINE;
	words = count_words(s);
	if (is_names(s, words))
		return words <= 2 ? LOOK_LABEL : LOOK_NAMES;
	return words <= 2 ? LOOK_LABEL : LOOK_SHORT;
}

size_t
role_last(struct slice line)
{
	size_t i, n = line.n < page_words.longest ? line.n : page_words.longest;

	for (i = 1; i < n && (i = seam_next(line.p, i, n)) < n; i++)
		if (words_find_low(&page_words, slice_sub(line, 0, i)) &
		    PAGE_LAST)
			return i;
	return 0;
}

bool
role_headline(struct slice par)
{
	size_t capitals = 0, words = 0;
	struct slice w;

	if (par.n > SHORT)
		return false;
	while ((w = next_word(&par)).n > 0)
		if (w.n > 3) {
			words++;
			capitals += is_capital(w);
		}
	return words >= 2 && capitals * 10 >= words * 7;
}

static bool
is_short(enum look l)
{
	return l == LOOK_SHORT || l == LOOK_NAMES || l == LOOK_LABEL;
}

bool
role_cue(enum look l)
{
	return l >= LOOK_BYLINE;
}

bool
role_needs(const struct role_state *s, enum look l)
{
	return !role_cue(l) && (!s->body || is_short(l));
}

/* The first paragraph ahead that is no caption, date, byline, boilerplate. */
static enum look
ahead(const enum look *look, size_t *at)
{
	size_t i;

	for (i = 1; i <= ROLE_AHEAD && role_cue(look[i]); i++)
		;
	*at = i;
	return i <= ROLE_AHEAD ? look[i] : LOOK_NONE;
}

/* Before the title. */
static enum role
untitled(struct role_state *s, struct slice par, const enum look *look)
{
	size_t at;
	enum look next = ahead(look, &at);
	bool all, line = look[0] == LOOK_LINE || look[0] == LOOK_PROSE;

	if (line &&
	    !(par.n < 180 && next == LOOK_PROSE &&
		(role_headline(par) || (look[0] == LOOK_LINE && at > 1))))
		return ROLE_BODY;
	if (next == LOOK_NONE)
		return ROLE_BODY;
	/* A section or a site before the title itself. */
	if ((look[0] == LOOK_LABEL && is_short(next)) ||
	    (is_short(next) && par.n < 60 &&
		count_class(par, PAGE_SITE, &all) > 0))
		return ROLE_META;
	s->titled = true;
	return ROLE_TITLE;
}

/* Between the title and the body. */
static enum role
in_head(struct slice par, const enum look *look)
{
	size_t at;
	enum look next = ahead(look, &at);

	if (look[0] == LOOK_NAMES || (look[0] == LOOK_LABEL && !is_short(next)))
		return ROLE_BYLINE;
	if (look[0] == LOOK_LABEL)
		return role_headline(par) || par.n > 12 ? ROLE_BYLINE :
							  ROLE_META;
	if (look[0] == LOOK_SHORT && next != LOOK_NONE)
		return ROLE_STANDFIRST;
	/* A summary with a stop, then a byline or a date, then prose. */
	if (at > 1 && next == LOOK_PROSE && par.n < 400 &&
	    (look[1] == LOOK_BYLINE || look[1] == LOOK_META))
		return ROLE_STANDFIRST;
	return ROLE_BODY;
}

static enum role
in_body(struct slice par, const enum look *look)
{
	size_t at;
	enum look next = ahead(look, &at);

	if (is_short(look[0]) && par.n <= 100 && next != LOOK_NONE &&
	    (next == LOOK_PROSE || next == LOOK_LINE))
		return ROLE_HEADING;
	return ROLE_BODY;
}

static enum role
cue_role(enum look look)
{
	switch (look) {
	case LOOK_BYLINE:
		return ROLE_BYLINE;
	case LOOK_CAPTION:
		return ROLE_CAPTION;
	case LOOK_META:
		return ROLE_META;
	default:
		return ROLE_BOILER;
	}
}

enum role
role_next(struct role_state *s, struct slice par,
    const enum look look[ROLE_AHEAD + 1])
{
	enum role role;

	if (role_cue(look[0]))
		return cue_role(look[0]);
	if (s->body)
		role = in_body(par, look);
	else if (s->titled)
		role = in_head(par, look);
	else
		role = untitled(s, par, look);
	s->body |= role == ROLE_BODY;
	return role;
}
