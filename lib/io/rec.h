/*
 * rec.h -- newsutils(5) records: one line, fields between single TABs.
 *
 *	doc beg end kind ... text
 *
 * A record's fields are slices into the reader's window, still escaped; they
 * live until the next record is read.  Columns count from 1 in options and
 * from 0 here.  Offsets are bytes from the start of the article.
 */
#ifndef NEWS_REC_H
#define NEWS_REC_H
#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "io/in.h"

enum {
	REC_FIELDS = 16,		/* the widest kind has 12 */
	REC_MAX = 32 << 20		/* bytes in a line, at most */
};

/* The columns that every kind has; the text is f[nf - 1]. */
enum { REC_DOC, REC_BEG, REC_END, REC_KIND, REC_OWN };

/* Columns of a sentence record. */
enum {
	SENT_N = REC_OWN,
	SENT_PAR,
	SENT_ROLE,
	SENT_SPEAKER,
	SENT_TEXT,
	SENT_NF
};

/* Columns of a document record. */
enum { DOC_TITLE = REC_OWN, DOC_DATE, DOC_TEXT, DOC_NF };

struct rec {
	struct slice	line;			/* all of it, without LF */
	struct slice	f[REC_FIELDS];
	size_t		nf;			/* 5..REC_FIELDS in a record */
	uint64_t	beg, end;
	size_t		lineno;
	const char	*why;			/* it is none, if it nearly is one */
};

/* How rec_next() ended. */
enum {
	REC_LONG = -3,
	REC_BAD = -2,
	REC_ERROR = -1,
	REC_EOF = 0,
	REC_OK = 1,
	REC_COMMENT = 2
};

/*
 * Read the next line.  REC_OK: *r is a record.  REC_COMMENT: a line that
 * begins with #, r->line alone is set.  REC_BAD: no record (fewer than five
 * fields, offsets that are no numbers or cross); REC_LONG: longer than
 * REC_MAX; of both lineno is set and reading may go on.  REC_ERROR: in->error.
 * The CR of a CRLF is dropped.
 */
int	rec_next(struct in *, struct rec *r);

/* Split line, without LF, into *r; false if it is no record. */
bool	rec_split(struct slice line, struct rec *r);

/* The column of r where its text stands. */
static inline struct slice
rec_text(const struct rec *r)
{
	return r->f[r->nf - 1];
}

static inline bool
rec_is(const struct rec *r, const char *kind, size_t nf)
{
	return r->nf == nf && slice_is(r->f[REC_KIND], kind);
}

/* Add field s to b with its escapes undone; "." stays ".". */
void	rec_plain(struct buf *b, struct slice s);
#endif
