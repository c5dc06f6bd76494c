/* text_stop -- the stops, by the fast route and byte by byte: text/stop.h. */
#include "text/stop.h"

#include "tap.h"

static size_t
slow(const char *p, size_t i, size_t n)
{
	while (i < n && stop_bytes(p + i, p + n) == 0)
		i++;
	return i;
}

static void
random_text(unsigned seed)
{
	static const char *const part[] = {
		"a",
		" ",
		".",
		"!",
		"?",
		"\xE2\x80\xA6",
		"\xE2\x80\x9D",
		"\xE2",
		"\xE3\x80\x82",
		"\xEF\xBC\x9F",
		"\xD8\x9F",
		"\xD9\x81",
		"\xE0\xA5\xA4",
		"\xFF",
		"word",
		"\xE2\x80",
		"letters ",
	};
	char s[256];
	const char *p;
	size_t n = 0, i, k;
	bool good = true;

	while (n < 200 && tap_random(&seed) % 40 > 0) {
		p = part[tap_random(&seed) % (sizeof(part) / sizeof(part[0]))];
		memcpy(s + n, p, strlen(p));
		n += strlen(p);
	}
	for (i = 0; i <= n; i++)
		for (k = i; k <= n; k++)
			good = good && stop_next(s, i, k) == slow(s, i, k);
	ok(good, "random %zu bytes", n);
}

int
main(void)
{
	static const char *const stops[] = {
		".",
		"!",
		"?",
		"\xE2\x80\xA6",
		"\xE3\x80\x82",
		"\xEF\xBC\x81",
		"\xEF\xBC\x9F",
		"\xEF\xBC\x8E",
		"\xEF\xBD\xA1",
		"\xE0\xA5\xA4",
		"\xD8\x9F",
		"\xDB\x94",
	};
	unsigned i;
	size_t n;

	for (i = 0; i < sizeof(stops) / sizeof(stops[0]); i++) {
		n = strlen(stops[i]);
		ok(stop_bytes(stops[i], stops[i] + n) == n, "%s", stops[i]);
		ok(n == 1 || stop_bytes(stops[i], stops[i] + n - 1) == 0,
		    "%s cut short", stops[i]);
	}
	for (i = 0; i < 100; i++)
		random_text(i * 104729);
	return tap_done();
}
