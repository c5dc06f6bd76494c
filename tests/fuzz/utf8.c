/*
 * utf8 -- any bytes as text: text/utf8.h.
 *
 * The characters fill the text, a bad byte is one byte, and going backwards
 * meets the same bounds as going forwards.
 */
#include "text/utf8.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
must(bool good)
{
	if (!good)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	const char *p = (const char *)bytes, *end = p + n, *q;
	uint32_t code;
	size_t k;

	for (q = p; q < end; q += k) {
		k = utf8_next(q, end, &code);
		must(k >= 1 && k <= 4 && k <= (size_t)(end - q));
		must(code <= 0x10FFFF && (code < 0xD800 || code >= 0xE000));
		must(k == 1 ? code < 0x80 || code == UTF8_BAD : code >= 0x80);
		must(!(utf8_upper(code) && utf8_lower(code)));
		must(!(utf8_space(code) && utf8_letter(code)));
		must(utf8_prev(p, q + k) == q);
	}
	return 0;
}
