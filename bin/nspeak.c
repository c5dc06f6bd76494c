/* nspeak -- fill in the speaker of sentence records: nspeak(1). */
#include <stdlib.h>

#include "news/gather.h"
#include "news/speech.h"

static const struct option_text options[] = { { 0, NULL, NULL } };

static const struct prog prog = {
	.does = "fill the speaker column of sentence records",
	.kind = "sentence",
	.needs = "run nsplit first",
	.example = "nsplit *.txt | nspeak | cut -f 8- | sort",
	.options = options,
};

enum { HELD = 1 << 20 };	/* bytes of other records held, at most */

/* A record of another kind, which came before sentence sent of its article. */
struct held {
	size_t	sent;
	size_t	beg, n;		/* in lines */
};

struct nspeak {
	struct speech	 speech;
	struct held	*held;
	size_t		 nheld, held_cap;
	struct buf	 lines;
};

/* The record of a sentence with its speaker put in. */
static void
put_sentence(struct run *r, const struct speech *s, size_t i)
{
	const struct sentence *sent = &s->doc.sent[i];
	struct slice line = { s->doc.line.p + sent->line,
		sent->line_end - sent->line };
	struct rec rec;
	size_t f;

	rec_split(line, &rec);
	if (sent->comment < sent->line)
		out_comment(&r->out,
		    (struct slice){ s->doc.line.p + sent->comment,
			sent->line - sent->comment });
	if (sent->given_end != 0 || s->says[i].n == 0) {
		out_line(&r->out, line, rec_text(&rec));
		return;
	}
	for (f = 0; f < SENT_SPEAKER; f++)
		out_field(&r->out, rec.f[f]);
	out_plain(&r->out, s->says[i]);
	out_text_field(&r->out, rec.f[SENT_TEXT]);
}

/* Write the held records that came before sentence i; *at is the next one. */
static void
put_held(struct run *r, const struct nspeak *n, size_t i, size_t *at)
{
	struct slice line;
	struct rec rec;

	for (; *at < n->nheld && n->held[*at].sent <= i; ++*at) {
		line = (struct slice){ n->lines.p + n->held[*at].beg,
			n->held[*at].n };
		if (rec_split(line, &rec))
			out_line(&r->out, line, rec_text(&rec));
	}
}

static void
put(struct run *r, void *arg, bool more)
{
	struct nspeak *n = arg;
	struct speech *s = &n->speech;
	size_t i, at = 0;

	speech_find(s);
	for (i = 0; i < s->doc.nsent; i++) {
		put_held(r, n, i, &at);
		put_sentence(r, s, i);
	}
	put_held(r, n, i, &at);
	n->nheld = n->lines.n = 0;
	speech_clear(s, more);
}

/* Records of other kinds go through as they are, where they came. */
static void
other(struct run *r, void *arg, const struct rec *rec)
{
	struct nspeak *n = arg;

	if (n->speech.doc.nsent == 0) {
		out_line(&r->out, rec->line, rec_text(rec));
		return;
	}
	if (n->nheld == n->held_cap)
		n->held = mem_grow(n->held, &n->held_cap, n->nheld + 1,
		    sizeof(*n->held));
	n->held[n->nheld++] = (struct held){ n->speech.doc.nsent, n->lines.n,
		rec->line.n };
	buf_add(&n->lines, rec->line.p, rec->line.n);
	if (n->lines.n > HELD)
		put(r, n, true);
}

static void
each(struct run *r, struct in *in, void *arg)
{
	struct nspeak *n = arg;
	struct gather g = { .doc = &n->speech.doc,
		.done = put,
		.other = other,
		.arg = n };

	gather(r, in, &g);
}

int
main(int argc, char *argv[])
{
	static struct nspeak n;
	struct run r;

	run_init(&r, &prog, argc, argv);
	while (run_option(&r) != -1)
		;
	run_each(&r, each, &n);
	speech_free(&n.speech);
	free(n.held);
	buf_free(&n.lines);
	return run_done(&r);
}
