/*
 * stop.h -- the characters that can end a sentence, found fast.
 *
 * They are . ! ? and the ellipsis, and the stops of Chinese and Japanese,
 * Arabic and Devanagari.  And seams: where no blank stands between two words.
 */
#ifndef NEWS_STOP_H
#define NEWS_STOP_H
#include <stddef.h>

/* The first byte of the next stop in p[i..n), or n. */
size_t	stop_next(const char *p, size_t i, size_t n);

/* The bytes of the stop at p, where p < end; 0 if there is none. */
size_t	stop_bytes(const char *p, const char *end);

/*
 * The next byte in p[i..n), i > 0, that is a capital of ASCII behind a small
 * letter or digit of it (endNext), or n.
 */
size_t	seam_next(const char *p, size_t i, size_t n);
#endif
