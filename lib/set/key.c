/* key.c -- key columns as words that compare as they should: key.h. */
#include "set/key.h"

#include <stdlib.h>

/*
 * The first byte of a number column.  Numbers up to WHOLE digits before the
 * point: WHOLE_0 + the bytes of that part in binary, then those bytes.  Longer
 * ones: WHOLE_LONG, how many digits in 4 bytes, the digits.  Then the
 * digits after the point, without zeros at the end, and a 0.  A number below
 * zero has all of it inverted.  No number: NONE, then as a bytes column.
 */
enum { NONE = 0, WHOLE = 18, WHOLE_0 = 0x81, WHOLE_LONG = 0x8a };

enum { FIELD_MORE = 8 };	/* bytes that a field may gain */

static bool
is_number(struct slice name)
{
	static const char *const numbers[] = { "beg", "end", "n", "par", "id",
		"score", "size", "docs" };
	size_t i;

	for (i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		if (slice_is(name, numbers[i]))
			return true;
	return false;
}

static bool
flags(struct key_col *c, struct slice s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] == 'n')
			c->number = true;
		else if (s.p[i] == 'r')
			c->reverse = true;
		else
			return false;
	return true;
}

/* One COL[FLAGS]; the longest name that leaves only flags is the column. */
static bool
parse(struct key_col *c, struct slice s)
{
	const char *colon = memchr(s.p, ':', s.n);
	size_t n = s.n, behind;

	*c = (struct key_col){ .number = false };
	if (colon != NULL) {
		n = (size_t)(colon - s.p);
		behind = n + 1;
		if (behind == s.n || !col_parse(&c->col, s.p, n))
			return false;
	} else {
		while (!col_parse(&c->col, s.p, n)) {
			if (n == 0 || (s.p[n - 1] != 'n' && s.p[n - 1] != 'r'))
				return false;
			n--;
		}
		behind = n;
	}
	c->number = c->col.name != NULL && is_number(slice_sub(s, 0, n));
	return flags(c, slice_sub(s, behind, s.n));
}

struct slice
keys_add(struct keys *k, const char *list)
{
	struct slice item;

	for (;; list += item.n + 1) {
		item = (struct slice){ list, strcspn(list, ",") };
		if (k->n == KEYS_MAX || !parse(&k->col[k->n], item))
			return item;
		k->n++;
		if (list[item.n] == '\0')
			break;
	}
	k->nf = 0;
	return (struct slice){ NULL, 0 };
}

/* Where records of r's kind have the key columns. */
static void
locate(struct keys *k, const struct rec *r)
{
	struct slice kind = r->f[REC_KIND], s;
	size_t i, j;

	if (k->nf == r->nf && k->kind_n == kind.n &&
	    memcmp(k->kind, kind.p, kind.n) == 0)
		return;
	for (i = 0; i < k->n; i++) {
		s = col_get(&k->col[i].col, r);
		for (j = 0; j < r->nf && (s.n == 0 || s.p != r->f[j].p); j++)
			;
		k->at[i] = j < r->nf ? j : REC_FIELDS;
	}
	k->nf = 0;	/* nothing is known of kinds with long names */
	if (kind.n <= sizeof(k->kind)) {
		memcpy(k->kind, kind.p, kind.n);
		k->kind_n = kind.n;
		k->nf = r->nf;
	}
}

/* Whether one of the eight bytes of v is less than a TAB. */
static bool
has_low(uint64_t v)
{
	const uint64_t ones = UINT64_MAX / 255;

	return ((v - ones * '\t') & ~v & ones * 128) != 0;
}

/*
 * A field holds no TAB (9), so moving the bytes 0..8 up by one keeps their
 * order and sets 0 free to stand for the end.
 */
static unsigned char *
put_bytes(unsigned char *restrict d, struct slice s)
{
	unsigned char c;
	uint64_t v;
	size_t i;

	for (i = 0; i + 8 <= s.n; i += 8) {
		memcpy(&v, s.p + i, 8);
		if (has_low(v))
			break;
		memcpy(d + i, &v, 8);
	}
	for (; i < s.n; i++) {
		c = (unsigned char)s.p[i];
		d[i] = (unsigned char)(c + (c < '\t'));
	}
	d[s.n] = 0;
	return d + s.n + 1;
}

static void
invert(unsigned char *p, const unsigned char *end)
{
	for (; p < end; p++)
		*p = (unsigned char)~*p;
}

static size_t
span_digits(struct slice s, size_t i)
{
	while (i < s.n && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	return i;
}

/* The digits of s before and after the point, without the zeros that mean
 * nothing; false if s is no number. */
static bool
split_number(struct slice s, struct slice *whole, struct slice *part)
{
	size_t i = s.n > 0 && s.p[0] == '-', j = span_digits(s, i), e = j;

	*part = (struct slice){ "", 0 };
	if (j < s.n && s.p[j] == '.') {
		e = span_digits(s, j + 1);
		*part = slice_sub(s, j + 1, e);
	}
	if (e != s.n || j - i + part->n == 0)
		return false;
	while (i < j && s.p[i] == '0')
		i++;
	*whole = slice_sub(s, i, j);
	while (part->n > 0 && part->p[part->n - 1] == '0')
		part->n--;
	return true;
}

static unsigned char *
put_big_endian(unsigned char *d, uint64_t v, size_t n)
{
	while (n-- > 0)
		*d++ = (unsigned char)(v >> (8 * n));
	return d;
}

static unsigned char *
put_whole(unsigned char *d, struct slice s)
{
	uint64_t v = 0;
	size_t i, bytes = 0;

	if (s.n > WHOLE) {
		*d++ = WHOLE_LONG;
		d = put_big_endian(d, s.n, 4);
		memcpy(d, s.p, s.n);
		return d + s.n;
	}
	for (i = 0; i < s.n; i++)
		v = v * 10 + (uint64_t)(s.p[i] - '0');
	while (bytes < 8 && v >> (8 * bytes) != 0)
		bytes++;
	*d++ = (unsigned char)(WHOLE_0 + bytes);
	return put_big_endian(d, v, bytes);
}

static unsigned char *
put_number(unsigned char *d, struct slice s)
{
	unsigned char *from = d;
	struct slice whole, part;

	if (!split_number(s, &whole, &part)) {
		*d++ = NONE;
		return put_bytes(d, s);
	}
	d = put_whole(d, whole);
	memcpy(d, part.p, part.n);
	d += part.n;
	*d++ = 0;
	if (s.p[0] == '-' && whole.n + part.n > 0)
		invert(from, d);
	return d;
}

/* The n bytes gathered in k->bytes, filled up with zeros, as words. */
static struct key
to_words(struct keys *k, size_t n)
{
	unsigned char *p = (unsigned char *)k->bytes.p;
	size_t words = (n + 7) / 8 * 2, i;
	uint32_t *w;

	memset(p + n, 0, words * 4 - n);
	k->made.w = mem_grow(k->made.w, &k->made.cap, words, sizeof(*w));
	k->made.n = words;
	for (i = 0, w = k->made.w; i < words; i++, p += 4)
		w[i] = (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
		    (uint32_t)p[2] << 8 | (uint32_t)p[3];
	return key_of(&k->made);
}

struct key
keys_make(struct keys *k, const struct rec *r)
{
	static const struct slice empty = { "", 0 };
	struct slice s;
	unsigned char *d, *from;
	size_t i, n = 0;

	locate(k, r);
	for (i = 0; i < k->n; i++)
		if (k->at[i] != REC_FIELDS)
			n += r->f[k->at[i]].n;
	k->bytes.n = 0;
	buf_fit(&k->bytes, n + (k->n + 1) * FIELD_MORE);
	d = (unsigned char *)k->bytes.p;
	for (i = 0; i < k->n; i++) {
		s = k->at[i] != REC_FIELDS ? r->f[k->at[i]] : empty;
		from = d;
		d = k->col[i].number ? put_number(d, s) : put_bytes(d, s);
		if (k->col[i].reverse)
			invert(from, d);
	}
	return to_words(k, (size_t)(d - (unsigned char *)k->bytes.p));
}

void
keys_free(struct keys *k)
{
	buf_free(&k->bytes);
	free(k->made.w);
	*k = (struct keys){ .n = 0 };
}

void
key_keep(struct key_copy *c, struct key k)
{
	c->w = mem_grow(c->w, &c->cap, k.n, sizeof(*c->w));
	memcpy(c->w, k.w, k.n * sizeof(*c->w));
	c->n = k.n;
}
