/*
 * ascii.h -- bytes of plain ASCII, without a locale.
 *
 * A byte of a longer character is none of these.
 */
#ifndef NEWS_ASCII_H
#define NEWS_ASCII_H
#include <stdbool.h>

static inline bool
ascii_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool
ascii_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool
ascii_letter(char c)
{
	return ascii_upper(c) || ascii_lower(c);
}

static inline bool
ascii_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* White space: what is trimmed from sentences, and what parts words. */
static inline bool
ascii_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}
#endif
