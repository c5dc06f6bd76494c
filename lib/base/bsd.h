/*
 * bsd.h -- err(3), strtonum(3) and the like: in libc on the BSDs and macOS, in
 * libbsd elsewhere.
 */
#ifndef NEWS_BSD_H
#define NEWS_BSD_H
#ifdef __linux__
#include <bsd/err.h>
#include <bsd/stdlib.h>
#else
#include <err.h>
#include <stdlib.h>
#endif
#endif
