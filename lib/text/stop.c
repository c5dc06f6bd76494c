/* stop.c -- the characters that can end a sentence: stop.h. */
#include "text/stop.h"

#include <stdbool.h>
#include <string.h>

#include "text/ascii.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* The bytes that stops begin with. */
static const bool leads[256] = {
	['.'] = true,
	['!'] = true,
	['?'] = true,
	[0xD8] = true,
	[0xDB] = true,
	[0xE0] = true,
	[0xE2] = true,
	[0xE3] = true,
	[0xEF] = true,
};

static size_t
wide_bytes(const char *p, const char *end)
{
	static const char stops[][4] = {
		"\xE2\x80\xA6", /* ellipsis */
		"\xE3\x80\x82", /* ideographic full stop */
		"\xEF\xBC\x81", "\xEF\xBC\x9F", "\xEF\xBC\x8E", /* full width */
		"\xEF\xBD\xA1",					/* half width */
		"\xE0\xA5\xA4",					/* danda */
		"\xD8\x9F", "\xDB\x94",				/* Arabic */
	};
	size_t i, n;

	for (i = 0; i < sizeof(stops) / sizeof(stops[0]); i++) {
		n = strlen(stops[i]);
		if ((size_t)(end - p) >= n && memcmp(p, stops[i], n) == 0)
			return n;
	}
	return 0;
}

size_t
stop_bytes(const char *p, const char *end)
{
	if (*p == '.' || *p == '!' || *p == '?')
		return 1;
	if (!leads[(unsigned char)*p])
		return 0;
	/* Quotation marks and dashes share E2 80 with the ellipsis. */
	if ((unsigned char)*p == 0xE2 &&
	    (end - p < 3 || (unsigned char)p[2] != 0xA6))
		return 0;
	return wide_bytes(p, end);
}

#ifdef __SSE2__
/* A bit for each of the 16 bytes at p that a stop may begin with, or that is
 * D8 or more: of those most are no stops, but rare in most texts. */
static unsigned
lead_mask(const char *p)
{
	__m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
	__m128i m = _mm_cmpeq_epi8(v, _mm_set1_epi8('.'));

	m = _mm_or_si128(m, _mm_cmpeq_epi8(v, _mm_set1_epi8('!')));
	m = _mm_or_si128(m, _mm_cmpeq_epi8(v, _mm_set1_epi8('?')));
	m = _mm_or_si128(m,
	    _mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8((char)0xD7)),
		_mm_cmplt_epi8(v, _mm_setzero_si128())));
	return (unsigned)_mm_movemask_epi8(m);
}
#endif

size_t
stop_next(const char *p, size_t i, size_t n)
{
#ifdef __SSE2__
	unsigned m;
	size_t k;

	for (; i + 16 <= n; i += 16)
		for (m = lead_mask(p + i); m != 0; m &= m - 1) {
			k = i + (size_t)__builtin_ctz(m);
			if (stop_bytes(p + k, p + n) > 0)
				return k;
		}
#endif
	for (; i < n; i++)
		if (leads[(unsigned char)p[i]] && stop_bytes(p + i, p + n) > 0)
			return i;
	return n;
}

#ifdef __SSE2__
/* A bit for each of the 16 bytes at p in first..last, both below 0x80. */
static unsigned
range_mask(const char *p, char first, char last)
{
	__m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);

	return (unsigned)_mm_movemask_epi8(
	    _mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8((char)(first - 1))),
		_mm_cmplt_epi8(v, _mm_set1_epi8((char)(last + 1)))));
}
#endif

size_t
seam_next(const char *p, size_t i, size_t n)
{
#ifdef __SSE2__
	unsigned m;

	for (; i + 16 <= n; i += 16) {
		m = range_mask(p + i, 'A', 'Z') &
		    (range_mask(p + i - 1, 'a', 'z') |
			range_mask(p + i - 1, '0', '9'));
		if (m != 0)
			return i + (size_t)__builtin_ctz(m);
	}
#endif
	for (; i < n; i++)
		if (ascii_upper(p[i]) &&
		    (ascii_lower(p[i - 1]) || ascii_digit(p[i - 1])))
			return i;
	return n;
}
