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

void	 buf_fit(struct buf *, size_t more);	/* room for more bytes */
void	 buf_add(struct buf *, const char *p, size_t n);
void	 buf_byte(struct buf *, char c);
void	 buf_free(struct buf *);

static inline struct slice
buf_slice(const struct buf *b)
{
	return (struct slice){ b->p, b->n };
}
#endif
