/*
 * tap.h -- the little that a C test needs: checks counted and printed as TAP.
 *
 *	int main(void) { ok(1 + 1 == 2, "sums"); return tap_done(); }
 */
#ifndef NEWS_TAP_H
#define NEWS_TAP_H
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/slice.h"

static int tap_n, tap_bad;

/* One check, named as printf(3) does; returns what it was given. */
__attribute__((format(printf, 2, 3))) static inline bool
ok(bool good, const char *name, ...)
{
	va_list ap;

	tap_bad += !good;
	printf("%sok %d - ", good ? "" : "not ", ++tap_n);
	va_start(ap, name);
	vprintf(name, ap);
	va_end(ap);
	putchar('\n');
	return good;
}

/* Check that s is the string want, and show both when it is not. */
static inline bool
is(struct slice s, const char *want, const char *name)
{
	if (ok(slice_is(s, want), "%s", name))
		return true;
	printf("# got  [%.*s]\n# want [%s]\n", (int)s.n, s.n ? s.p : "", want);
	return false;
}

/* Print the plan; the exit status of main(). */
static inline int
tap_done(void)
{
	printf("1..%d\n", tap_n);
	return tap_bad != 0;
}

/* Numbers that look random and are the same in every run. */
static inline unsigned
tap_random(unsigned *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}
#endif
