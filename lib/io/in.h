/*
 * in.h -- bytes from a file or pipe, in blocks, as a window that moves on.
 *
 * The unread bytes are buf[beg..end).  A caller looks at them where they
 * stand, asks for more with in_fill() and moves beg on over what it has taken.
 * Nothing is copied but the unread rest when the window moves.
 */
#ifndef NEWS_IN_H
#define NEWS_IN_H
#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

struct in {
	const char	*name;		/* for messages; the caller's */
	char		*buf;
	size_t		 beg, end;	/* the unread bytes: buf[beg..end) */
	size_t		 cap;
	size_t		 lineno;	/* lines taken so far by in_line() */
	uint64_t	 bytes;		/* read so far */
	int		 fd;
	int		 error;		/* errno of a read that failed, or 0 */
	bool		 eof;		/* nothing more will come */
	void		(*wait)(struct in *, void *);	/* before each read, or NULL */
	void		*wait_arg;
};

/* How in_line() ended. */
enum { IN_LONG = -2, IN_ERROR = -1, IN_END = 0, IN_LINE = 1 };

/* Read from fd, which stays the caller's.  in_close() frees the window. */
void	in_open(struct in *, int fd, const char *name);
void	in_close(struct in *);

/*
 * Read more bytes to the end of the window, which grows as it must: pointers
 * into it are void afterwards.  Returns false at the end of the file or on an
 * error (in->error), with eof set.
 */
bool	in_fill(struct in *);

/*
 * Take the next line, without its LF; the last one may lack it.  *line lives
 * until the next call.  A line longer than max bytes is passed over in
 * constant memory and told as IN_LONG.  Returns IN_LINE, IN_END, IN_LONG or
 * IN_ERROR (in->error).
 */
int	in_line(struct in *, struct slice *line, size_t max);
#endif
