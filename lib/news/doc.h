/*
 * doc.h -- one article, gathered from its sentence records.
 *
 * Its text is the sentences' plain text with the white space that stood between
 * them: one LF between paragraphs.  Positions in it are 32-bit; doc_raw() takes
 * them back to bytes of the article.  A document is used again for the next
 * article (doc_clear), so that nothing is allocated once it has grown.
 */
#ifndef NEWS_DOC_H
#define NEWS_DOC_H
#include "io/rec.h"
#include "text/gaps.h"
#include "text/mark.h"
#include "text/role.h"
#include "text/token.h"

enum {
	DOC_WINDOW = 256 << 10	/* bytes of text after which an article is cut */
};

struct sentence {
	uint32_t	beg, end;	/* in doc->text */
	uint64_t	raw, raw_end;	/* in the article */
	uint32_t	par;		/* index into doc->par */
	uint32_t	tok, tok_end;	/* its tokens */
	uint32_t	gap, gap_end;	/* its gaps in doc->gap */
	uint32_t	comment;	/* its #gaps line, if any, in doc->line, to */
	uint32_t	line, line_end;	/* its record, in doc->line */
	uint32_t	given, given_end;	/* its speaker there, if it is filled in */
};

struct par {
	uint32_t	beg, end;	/* in doc->text */
	uint32_t	sent, sent_end;
	uint32_t	mark, mark_end;
	uint8_t		role;		/* enum role */
};

struct doc {
	struct buf	 name;		/* its doc column */
	struct buf	 text;
	struct buf	 line;		/* the records as they came, without LF */
	uint64_t	 number;	/* n of the paragraph last added */
	struct sentence	*sent;
	size_t		 nsent, sent_cap;
	struct par	*par;
	size_t		 npar, par_cap;
	struct gap	*gap;
	size_t		 ngap, gap_cap;
	struct gaps	 next_gaps;	/* from a comment before the next record */
	struct buf	 next_comment;	/* that comment */
	struct tokens	 tokens;
	struct marks	 marks;
};

void	doc_clear(struct doc *);
void	doc_free(struct doc *);

/* Take a comment line: a #gaps line belongs to the sentence added next, any
 * other line (or an empty one, for a record of another kind) parts them. */
void	doc_comment(struct doc *, struct slice line);

/* Does record r belong to the article gathered so far? */
bool	doc_same(const struct doc *, const struct rec *r);

/* Is r, of the same article, in the paragraph of the sentence last added? */
bool	doc_same_par(const struct doc *, const struct rec *r);

/* Add a sentence record.  Returns false if its columns are not a sentence's. */
bool	doc_add(struct doc *, const struct rec *r);

/* Find the tokens and marked strings of all that was added. */
void	doc_parse(struct doc *);

/* Byte pos of the text, inside a sentence, as a byte of the article; and the
 * end of what ends before pos. */
uint64_t	doc_raw(const struct doc *, uint32_t pos);
uint64_t	doc_raw_end(const struct doc *, uint32_t pos);

/* The index of the sentence that holds pos, or of the last one before it. */
size_t	doc_sentence(const struct doc *, uint32_t pos);

/* The first token that ends after pos. */
uint32_t	doc_token(const struct doc *, uint32_t pos);

static inline struct slice
doc_text(const struct doc *d, uint32_t beg, uint32_t end)
{
	return (struct slice){ d->text.p + beg, end - beg };
}
#endif
