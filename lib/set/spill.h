/*
 * spill.h -- sorted runs of records on disk, for what memory does not hold.
 *
 * A run is a temporary file without a name.  It keeps keys beside lines, each
 * key without the words that it has in common with the one before: no line
 * is taken apart twice, and merging starts from the codes of merge.h.  A run
 * that goes on where the last one ended is added to that.  Runs of one size are
 * merged as soon as there are too many, so that files, and buffers within the
 * memory given, are bounded whatever comes.
 *
 * A file that cannot be made, written or read ends the program (status 2).
 */
#ifndef NEWS_SPILL_H
#define NEWS_SPILL_H
#include "io/in.h"
#include "set/merge.h"

/* Merged at once, at most; fewer where few files can be open. */
enum { SPILL_RUNS = 64 };

struct spill_run {
	int		 fd;
	unsigned	 level;		/* how often it was merged */
};

struct spill {
	const char		*dir;
	size_t			 memory;
	size_t			 most;	/* runs merged at once */
	bool			 unique;
	struct spill_run	*run;	/* in the order of the input */
	size_t			 n, cap;
	size_t			 longest;	/* bytes in a key and line */
	struct key_copy		 last;	/* the last key of the last run */
	void			(*wait)(struct in *, void *);	/* as in in.h */
	void			*wait_arg;
	struct buf		 out;
	struct spill_source	*source;	/* of spill_merge() */
	struct source		**list;
};

/*
 * Runs in the directory dir, which is kept, not copied, merged in about that
 * many bytes of memory; unique: of equal keys the first alone is kept.
 * The caller may set wait, which is then called before each read of a run.
 */
void	spill_open(struct spill *, const char *dir, size_t memory, bool unique);
void	spill_close(struct spill *);

/* Merge the n sources at src, later than all before, into a run. */
void	spill_add(struct spill *, struct source **src, size_t n);

/* How many runs are merged at once, as far as is known yet: 2..SPILL_RUNS. */
size_t	spill_fan(const struct spill *);

/*
 * Open m over all runs and behind them over tail, or NULL.  Both live until
 * spill_close().
 */
void	spill_merge(struct spill *, struct source *tail, struct merge *m);
#endif
