/*
 * out.h -- records to a file or pipe: whole lines in every write.
 *
 * Into a pipe at most OUT_PIPE bytes a write (unless one line is longer), so
 * that many programs may write to one pipe and no line is torn, nor a comment
 * from the line behind it: to writing these two are one line.  A write that
 * fails ends the program with a message and status 2.
 *
 * A record is written as out_record(), then a call a column, then out_text().
 */
#ifndef NEWS_OUT_H
#define NEWS_OUT_H
#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"

enum { OUT_PIPE = 4096 };	/* PIPE_BUF of Linux, the least of POSIX is 512 */

struct out {
	const char	*name;		/* for messages */
	struct buf	 buf;
	size_t		 line;		/* where the unfinished line begins */
	uint64_t	 lines;		/* finished so far */
	int		 fd;
	bool		 pipe;
	bool		 each;		/* -l: write after every line */
	bool		 text;		/* -T: the text column alone */
};

/* Write to fd, which stays the caller's.  out_close() flushes and frees. */
void	out_open(struct out *, int fd, const char *name);
void	out_flush(struct out *);
void	out_close(struct out *);

/* The columns that all kinds have; doc as it stands in a record. */
void	out_record(struct out *, struct slice doc, uint64_t beg, uint64_t end,
    const char *kind);
/* The next column: an escaped field (empty becomes "."), plain text, a number. */
void	out_field(struct out *, struct slice);
void	out_plain(struct out *, struct slice);
void	out_number(struct out *, uint64_t);
/* The last column, as plain text or as an escaped field, and the line's end. */
void	out_text(struct out *, struct slice plain);
void	out_text_field(struct out *, struct slice);

/*
 * A record as it was read, line without LF and its text column: the line, or
 * under -T that column alone.
 */
void	out_line(struct out *, struct slice line, struct slice text);
/* A comment or header line, left out under -T; it waits for the next line. */
void	out_comment(struct out *, struct slice line);

/* Add plain text s to b, escaped as a field; never empty. */
void	out_escape(struct buf *b, struct slice s);
#endif
