/* utf8.c -- characters of UTF-8 text: utf8.h. */
#include "text/utf8.h"

size_t
utf8_next(const char *p, const char *end, uint32_t *code)
{
	const unsigned char *s = (const unsigned char *)p;
	static const uint32_t least[5] = { 0, 0, 0x80, 0x800, 0x10000 };
	size_t n, i;
	uint32_t c;

	if (s[0] < 0x80) {
		*code = s[0];
		return 1;
	}
	n = s[0] < 0xC2 ? 1 :
	    s[0] < 0xE0 ? 2 :
	    s[0] < 0xF0 ? 3 :
	    s[0] < 0xF5 ? 4 :
			  1;
	*code = UTF8_BAD;
	if (n == 1 || (size_t)(end - p) < n)
		return 1;
	c = s[0] & (0x7Fu >> n);
	for (i = 1; i < n; i++) {
		if ((s[i] & 0xC0) != 0x80)
			return 1;
		c = c << 6 | (s[i] & 0x3Fu);
	}
	if (c < least[n] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
		return 1;
	*code = c;
	return n;
}

const char *
utf8_prev(const char *begin, const char *p)
{
	const char *q = p - 1;
	uint32_t code;
	int i;

	for (i = 0; i < 3 && q > begin && ((unsigned char)*q & 0xC0) == 0x80;
	     i++)
		q--;
	return utf8_next(q, p, &code) == (size_t)(p - q) ? q : p - 1;
}

bool
utf8_upper(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z';
	if (c < 0x100)
		return c >= 0xC0 && c <= 0xDE && c != 0xD7;
	/* Latin Extended-A pairs: even is the capital, odd in two stretches. */
	if (c < 0x180)
		return c == 0x178 ||
		    ((c >= 0x139 && c <= 0x148) || c >= 0x179 ?
			    c % 2 == 1 :
			    c % 2 == 0 && c != 0x138);
	if (c >= 0x386 && c <= 0x3AB)
		return c != 0x387 && c != 0x390;
	if (c >= 0x400 && c <= 0x42F)
		return true;
	if (c >= 0x460 && c <= 0x52F)
		return c % 2 == 0;
	return (c >= 0x531 && c <= 0x556) ||
	    (c >= 0x1E00 && c <= 0x1EFF && c % 2 == 0);
}

bool
utf8_lower(uint32_t c)
{
	if (c < 0x80)
		return c >= 'a' && c <= 'z';
	if (c < 0x100)
		return c >= 0xDF && c != 0xF7;
	if (c < 0x180)
		return !utf8_upper(c);
	if (c >= 0x390 && c <= 0x3CE)
		return !utf8_upper(c);
	if (c >= 0x430 && c <= 0x45F)
		return true;
	if (c >= 0x460 && c <= 0x52F)
		return c % 2 == 1;
	return (c >= 0x561 && c <= 0x587) ||
	    (c >= 0x1E00 && c <= 0x1EFF && c % 2 == 1);
}

bool
utf8_letter(uint32_t c)
{
	if (c < 0x80)
		return utf8_upper(c) || utf8_lower(c);
	if (c < 0x250)
		return c == 0xAA || c == 0xB5 || c == 0xBA ||
		    (c >= 0xC0 && c != 0xD7 && c != 0xF7);
	/* From IPA and Greek on nearly all are letters and marks of letters,
	 * but for punctuation, symbols, and the forms for CJK. */
	return (c < 0x2000 && c != 0x37E && c != 0x387 && c != 0x589 &&
		   c != 0x1680) ||
	    (c >= 0x2C00 && c < 0x2E00) || (c >= 0x3005 && c < 0x3008) ||
	    (c >= 0x3021 && c < 0xD7FC) || (c >= 0xF900 && c < 0xFE10) ||
	    (c >= 0xFE70 && c < 0xFEFF) || (c >= 0xFF21 && c < 0xFF3B) ||
	    (c >= 0xFF41 && c < 0xFF5B) || (c >= 0xFF66 && c < 0xFFE0) ||
	    (c >= 0x10000 && c < 0x1F000) || c >= 0x20000;
}

bool
utf8_space(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 ||
	    c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
	    c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 ||
	    c == 0xFEFF;
}
