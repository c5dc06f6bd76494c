/*
 * utf8.h -- characters of UTF-8 text, also of broken text.
 *
 * A byte that begins no well-formed character stands for itself: it is one
 * byte long, its code is UTF8_BAD, and nothing is skipped.  Letter case is told for
 * Latin, Greek, Cyrillic and Armenian, by range: what a splitter needs to know
 * is whether a word begins with a capital, not how to fold it.
 */
#ifndef NEWS_UTF8_H
#define NEWS_UTF8_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { UTF8_BAD = 0xFFFD };

/*
 * The character at p, where p < end: its code in *code, its length in bytes
 * returned (1 to 4; 1 for a bad byte).
 */
size_t	utf8_next(const char *p, const char *end, uint32_t *code);

/* Where the character that ends before p begins; begin < p. */
const char	*utf8_prev(const char *begin, const char *p);

/* What kind of character it is.  Scripts without case are letters only. */
bool	utf8_upper(uint32_t code);
bool	utf8_lower(uint32_t code);
bool	utf8_letter(uint32_t code);
bool	utf8_space(uint32_t code);	/* blanks, line ends, U+00A0, U+2000.. */
#endif
