/*
 * entry.h -- what is sorted as one: a record with the comment that is its own.
 *
 * A #gaps line (text/gaps.h) belongs to the record in the next line.  No other
 * comment belongs to a record, and no #gaps line to one further away: this is
 * decided here and nowhere else.  To sorting, merging and runs on disk an entry
 * is its lines, LF between the two, none at the end; its key is the record's.
 */
#ifndef NEWS_ENTRY_H
#define NEWS_ENTRY_H
#include "io/run.h"
#include "text/gaps.h"

/* All zero at first. */
struct entry {
	struct rec	 rec;
	struct slice	 lines;		/* the record, or comment LF record */
	struct buf	 joined;	/* where they lie if there is a comment */
	struct gaps	 gaps;
};

/*
 * Go to the next entry of in; false at the end.  Comments of no record are
 * passed over.  rec and lines live until the next call.
 */
bool	entry_next(struct entry *, struct run *, struct in *);
void	entry_free(struct entry *);

/* The record in an entry's lines, and the comment before it, or n = 0. */
struct slice	entry_record(struct slice lines, struct slice *comment);
#endif
