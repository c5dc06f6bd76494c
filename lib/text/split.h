/*
 * split.h -- a stream of text into articles, paragraphs and sentences.
 *
 * Holds one paragraph, or a piece of a longer one, and what must be seen behind
 * it.  What comes out depends on the bytes alone, not on how reads cut them.
 * Every byte of the input that is no blank, header line or byte order mark is
 * in one sentence.
 */
#ifndef NEWS_SPLIT_H
#define NEWS_SPLIT_H
#include <stdint.h>

#include "io/in.h"
#include "text/role.h"

struct split_sentence {
	uint64_t	beg, end;	/* bytes from the article's start */
	struct slice	raw;		/* those bytes, until the call ends */
	struct slice	before;		/* white space since the last one */
	uint64_t	n, par;		/* of the article, from 1 */
	enum role	role;
	bool		lines;		/* line ends may be in raw */
	bool		clean;		/* no byte of raw needs an escape */
};

/* What the caller wants; it fills in all of it. */
struct split {
	/* Headers (==> name <==) begin articles; without them, guess does. */
	bool	headers, guess;
	/*
	 * If not NULL: the byte of line at or after from where another article
	 * begins, or line.n.  begun: the line's first bytes are in an article
	 * before, so that ^ does not stand there.  No guessing then.
	 */
	size_t	(*match)(void *arg, struct slice line, size_t from, bool begun);
	/* An article begins: name is its header's, or name.p is NULL. */
	void	(*article)(void *arg, struct slice name);
	void	(*sentence)(void *arg, const struct split_sentence *);
	void	*arg;
};

/* Read in to its end, and call article and sentence for what is there. */
void	split_text(const struct split *, struct in *in);
#endif
