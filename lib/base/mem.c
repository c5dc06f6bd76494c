/* mem.c -- memory that is there or the program ends: mem.h. */
#include "base/mem.h"

#include <err.h>
#include <stdint.h>
#include <stdlib.h>

static _Noreturn void
die(size_t n)
{
	errx(2, "out of memory (%zu bytes)", n);
}

void *
mem_alloc(size_t n)
{
	void *p = malloc(n ? n : 1);

	if (p == NULL)
		die(n);
	return p;
}

void *
mem_array(void *old, size_t n, size_t size)
{
	void *p;

	if (size != 0 && n > SIZE_MAX / size)
		die(SIZE_MAX);
	p = realloc(old, n != 0 && size != 0 ? n * size : 1);
	if (p == NULL)
		die(n * size);
	return p;
}

void *
mem_grow(void *p, size_t *cap, size_t n, size_t size)
{
	size_t want = *cap < 16 ? 16 : *cap;

	if (n <= *cap)
		return p;
	while (want < n)
		want = want > SIZE_MAX / 2 ? n : want * 2;
	*cap = want;
	return mem_array(p, want, size);
}

void
buf_grow(struct buf *b, size_t more)
{
	if (more > SIZE_MAX - b->n)
		die(SIZE_MAX);
	b->p = mem_grow(b->p, &b->cap, b->n + more, 1);
}

void
buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf){ NULL, 0, 0 };
}
