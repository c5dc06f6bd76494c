/* text_utf8 -- every character, and every kind of broken one: text/utf8.h. */
#include "text/utf8.h"

#include "tap.h"

static size_t
encode(uint32_t c, char *s)
{
	if (c < 0x80) {
		s[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		s[0] = (char)(0xC0 | c >> 6);
		s[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		s[0] = (char)(0xE0 | c >> 12);
		s[1] = (char)(0x80 | (c >> 6 & 0x3F));
		s[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	s[0] = (char)(0xF0 | c >> 18);
	s[1] = (char)(0x80 | (c >> 12 & 0x3F));
	s[2] = (char)(0x80 | (c >> 6 & 0x3F));
	s[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

static void
every_character(void)
{
	unsigned wrong = 0, cut = 0, back = 0, both = 0, odd = 0;
	uint32_t c, got;
	size_t n, k;
	char s[8];

	for (c = 0; c <= 0x10FFFF; c++) {
		both += utf8_upper(c) && utf8_lower(c);
		odd += (utf8_upper(c) || utf8_lower(c)) && !utf8_letter(c);
		odd += utf8_space(c) && utf8_letter(c);
		if (c >= 0xD800 && c < 0xE000)
			continue;
		s[0] = 'x';
		n = encode(c, s + 1);
		wrong += utf8_next(s + 1, s + 1 + n, &got) != n || got != c;
		back += utf8_prev(s, s + 1 + n) != s + 1;
		for (k = 1; k < n; k++) /* cut short: one bad byte */
			cut += utf8_next(s + 1, s + 1 + k, &got) != 1 ||
			    got != UTF8_BAD;
	}
	ok(wrong == 0, "every character is read as it is written");
	ok(back == 0, "and found backwards");
	ok(cut == 0, "cut short it is one bad byte");
	ok(both == 0, "none is a capital and a small letter at once");
	ok(odd == 0, "what has case is a letter, and no space is one");
}

static void
broken(void)
{
	static const char *const bad[] = { "\x80", "\xBF", "\xC0\x80",
		"\xC1\xBF", "\xC3(", "\xE0\x80\x80", "\xE0\x9F\xBF",
		"\xE2\x82(", "\xE2(\xA1", "\xED\xA0\x80", "\xED\xBF\xBF",
		"\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
		"\xF5\x80\x80\x80", "\xF8\x88\x80\x80\x80", "\xFE", "\xFF" };
	uint32_t code;
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ok(utf8_next(bad[i], bad[i] + strlen(bad[i]), &code) == 1 &&
			code == UTF8_BAD,
		    "broken %zu: one byte, UTF8_BAD", i);
}

/* Any bytes at all: the bounds are the same forwards and backwards. */
static void
both_ways(void)
{
	static const char lead[] = "\x41\x80\xA9\xBF\xC3\xE2\xED\xF0\xF4\x90";
	unsigned seed = 4, round, bad = 0;
	bool bound[65];
	uint32_t code;
	size_t n, i, k;
	char s[64];

	for (round = 0; round < 50000; round++) {
		n = 1 + tap_random(&seed) % sizeof(s);
		for (i = 0; i < n; i++)
			s[i] = lead[tap_random(&seed) % (sizeof(lead) - 1)];
		memset(bound, 0, sizeof(bound));
		for (i = 0; i < n; i += k) {
			bound[i] = true;
			k = utf8_next(s + i, s + n, &code);
			if (k < 1 || k > n - i)
				break;
		}
		bad += i != n;
		for (k = 0; i > 0; i = (size_t)(utf8_prev(s, s + i) - s), k++)
			if (k > n)
				break;
		bad += i != 0;
		for (i = n; i > 0;) {
			i = (size_t)(utf8_prev(s, s + i) - s);
			bad += !bound[i];
			bound[i] = false;
		}
		for (i = 0; i < n; i++)
			bad += bound[i];
	}
	ok(bad == 0, "50,000 broken texts: the same bounds both ways");
}

static const struct {
	uint32_t upper, lower;
} pairs[] = {
	{ 'A', 'a' },
	{ 'Z', 'z' },
	{ 0xC0, 0xE0 },
	{ 0xDE, 0xFE },
	{ 0x100, 0x101 },
	{ 0x130, 0x131 },
	{ 0x139, 0x13A },
	{ 0x147, 0x148 },
	{ 0x14A, 0x14B },
	{ 0x160, 0x161 },
	{ 0x178, 0xFF },
	{ 0x179, 0x17A },
	{ 0x17D, 0x17E },
	{ 0x386, 0x3AC },
	{ 0x391, 0x3B1 },
	{ 0x3A9, 0x3C9 },
	{ 0x410, 0x430 },
	{ 0x42F, 0x44F },
	{ 0x404, 0x454 },
	{ 0x490, 0x491 },
	{ 0x531, 0x561 },
	{ 0x1E02, 0x1E03 },
	{ 0x1EA0, 0x1EA1 },
};

static void
kinds(void)
{
	static const uint32_t spaces[] = { ' ', '\t', '\n', '\r', 0xA0, 0x2009,
		0x202F, 0x3000, 0xFEFF };
	static const uint32_t others[] = { '0', '.', '"', '\'', '-', '_', 0xB7,
		0xD7, 0xF7, 0x2014, 0x2018, 0x201C, 0x2026, 0x20AC, 0x37E,
		0x3002, 0x300C, UTF8_BAD };
	static const uint32_t letters[] = { 0x5D0, 0x627, 0x905, 0x4E2D, 0x3042,
		0xAC00, 0x1F00, 0x250, 0x10400, 0x20000 };
	size_t i;

	for (i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		ok(utf8_upper(pairs[i].upper) && !utf8_lower(pairs[i].upper) &&
			utf8_lower(pairs[i].lower) &&
			!utf8_upper(pairs[i].lower),
		    "U+%04X is the capital, U+%04X is not", pairs[i].upper,
		    pairs[i].lower);
	for (i = 0; i < sizeof(spaces) / sizeof(spaces[0]); i++)
		ok(utf8_space(spaces[i]), "U+%04X is a space", spaces[i]);
	for (i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		ok(!utf8_letter(others[i]) && !utf8_space(others[i]),
		    "U+%04X is neither letter nor space", others[i]);
	for (i = 0; i < sizeof(letters) / sizeof(letters[0]); i++)
		ok(utf8_letter(letters[i]), "U+%04X is a letter", letters[i]);
}

int
main(void)
{
	every_character();
	broken();
	both_ways();
	kinds();
	return tap_done();
}
