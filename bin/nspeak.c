/* nspeak -- fill in the speaker of sentence records: nspeak(1). */
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

static void
put(struct run *r, void *arg, bool more)
{
	struct speech *s = arg;
	size_t i;

	speech_find(s);
	for (i = 0; i < s->doc.nsent; i++)
		put_sentence(r, s, i);
	speech_clear(s, more);
}

/* Records of other kinds go through as they are. */
static void
other(struct run *r, void *arg, const struct rec *rec)
{
	(void)arg;
	out_line(&r->out, rec->line, rec_text(rec));
}

static void
each(struct run *r, struct in *in, void *arg)
{
	struct speech *s = arg;
	struct gather g = { .doc = &s->doc,
		.done = put,
		.other = other,
		.arg = s };

	gather(r, in, &g);
}

int
main(int argc, char *argv[])
{
	static struct speech s;
	struct run r;

	run_init(&r, &prog, argc, argv);
	while (run_option(&r) != -1)
		;
	run_each(&r, each, &s);
	speech_free(&s);
	return run_done(&r);
}
