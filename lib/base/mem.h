/*
 * mem.h -- memory that is there or the program ends.
 *
 * Out of memory is fatal (message, exit 2) here, and so in all of lib/.
 */
#ifndef NEWS_MEM_H
#define NEWS_MEM_H
#include <stddef.h>

#include "base/slice.h"

/* n bytes, or room for n things of size bytes each; free(3) them. */
void	*mem_alloc(size_t n);
void	*mem_array(void *old, size_t n, size_t size);

/*
 * Make room for n things of size bytes at p, which holds *cap of them: at
 * least doubles, so that growing one by one stays linear.  Returns the new
 * place and sets *cap.
 */
void	*mem_grow(void *p, size_t *cap, size_t n, size_t size);

/* A growing run of bytes; all zero is an empty one. */
struct buf {
	char	*p;
	size_t	 n;		/* bytes in use */
	size_t	 cap;
};

/* Room for more bytes where there is none: what buf_fit() calls. */
void	 buf_grow(struct buf *, size_t more);
void	 buf_free(struct buf *);

/* Room for more bytes. */
static inline void
buf_fit(struct buf *b, size_t more)
{
	if (b->cap - b->n < more)
		buf_grow(b, more);
}

static inline void
buf_add(struct buf *b, const char *p, size_t n)
{
	if (n == 0)		/* p may be NULL then */
		return;
	buf_fit(b, n);
	memcpy(b->p + b->n, p, n);
	b->n += n;
}

static inline void
buf_byte(struct buf *b, char c)
{
	buf_fit(b, 1);
	b->p[b->n++] = c;
}

static inline struct slice
buf_slice(const struct buf *b)
{
	return (struct slice){ b->p, b->n };
}
#endif
