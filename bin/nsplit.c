/* nsplit -- text into sentence records: nsplit(1). */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <stdio.h>
#include <unistd.h>

#include "base/bsd.h"
#include "io/col.h"
#include "io/run.h"
#include "text/gaps.h"
#include "text/split.h"

static const struct option_text options[] = {
	{ 'e', "regex", "an article begins where regex matches" },
	{ 0, NULL, NULL },
};

static const struct prog prog = {
	.does = "text into sentence records, with paragraph and role",
	.kind = "sentence",
	.example = "cat *.txt | nsplit | nquote",
	.options = options,
};

/* A pattern may cost this much a line, then it counts as no match. */
enum { MATCH_LIMIT = 100000, JIT_STACK = 1 << 18 };

struct state {
	struct run *run;
	struct in *in;
	pcre2_code *code; /* -e, or NULL */
	pcre2_match_data *match;
	pcre2_match_context *limits;
	pcre2_jit_stack *stack;
	struct buf base; /* what the articles are named by */
	struct buf doc;	 /* the name of this one, escaped */
	uint64_t number; /* of it under that base */
	bool any;	 /* it has a sentence */
	uint64_t shift;	 /* where its text begins */
	struct buf text; /* a sentence of several lines */
	struct buf comment;
	struct buf plain; /* a document record's text */
	struct gaps gaps;
	bool costly; /* the pattern was too costly once */
};

static void
compile(struct state *st, const char *pattern)
{
	PCRE2_SIZE at;
	PCRE2_UCHAR why[128];
	int e;

	st->code = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED,
	    PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C, &e,
	    &at, NULL);
	if (st->code == NULL) {
		pcre2_get_error_message(e, why, sizeof(why));
		errx(RUN_FATAL, "-e %s: %s at byte %zu", pattern, (char *)why,
		    at);
	}
	pcre2_jit_compile(st->code, PCRE2_JIT_COMPLETE);
	st->match = pcre2_match_data_create(1, NULL);
	st->limits = pcre2_match_context_create(NULL);
	if (st->match == NULL || st->limits == NULL)
		errx(RUN_FATAL, "out of memory");
	pcre2_set_match_limit(st->limits, MATCH_LIMIT);
	pcre2_set_depth_limit(st->limits, MATCH_LIMIT);
	st->stack = pcre2_jit_stack_create(JIT_STACK, JIT_STACK, NULL);
	pcre2_jit_stack_assign(st->limits, NULL, st->stack);
}

static size_t
match(void *arg, struct slice line, size_t from, bool begun)
{
	struct state *st = arg;
	int got;

	if (from > line.n)
		return line.n;
	got = pcre2_match(st->code, (PCRE2_SPTR)line.p, line.n, from,
	    begun ? PCRE2_NOTBOL : 0, st->match, st->limits);
	if (got < 0 && got != PCRE2_ERROR_NOMATCH && !st->costly) {
		st->costly = true;
		run_warn(st->run, st->in, 0,
		    "the pattern of -e costs too much in some lines");
	}
	return got < 0 ? line.n : pcre2_get_ovector_pointer(st->match)[0];
}

/* Name the article after st->base and st->number. */
static void
name_doc(struct state *st)
{
	char number[24];

	st->doc.n = 0;
	if (st->base.n > 0 && st->base.p[0] == '#') /* no comment */
		buf_add(&st->doc, "./", 2);
	/* Standard input is "-", and "-2" from there on. */
	if (st->number == 1 || !slice_is(buf_slice(&st->base), "-"))
		buf_add(&st->doc, st->base.p, st->base.n);
	if (st->number > 1) {
		snprintf(number, sizeof(number), "-%llu",
		    (unsigned long long)st->number);
		buf_add(&st->doc, number, strlen(number));
	}
}

/* Let articles be named by name from here on, and count anew. */
static void
name_base(struct state *st, struct slice name)
{
	st->base.n = 0;
	out_escape(&st->base, name);
	st->number = 0;
}

static void
article(void *arg, struct slice name)
{
	struct state *st = arg;

	if (name.p != NULL)
		name_base(st, name);
	/* An article of blanks alone takes no number. */
	st->number += st->number == 0 || st->any;
	st->any = false;
	name_doc(st);
}

/* Where white space was left out, as a comment before the record. */
static void
comment(struct state *st, const struct split_sentence *s)
{
	gaps_before(&st->gaps, s->before);
	st->comment.n = 0;
	gaps_write(&st->gaps, &st->comment);
	if (st->comment.n > 0)
		out_comment(&st->run->out, buf_slice(&st->comment));
}

static void
sentence(void *arg, const struct split_sentence *s)
{
	struct state *st = arg;
	struct out *out = &st->run->out;
	struct slice text = s->raw;

	st->any = true;
	if (s->lines) {
		st->text.n = 0;
		gaps_join(&st->gaps, &st->text, s->raw);
		text = buf_slice(&st->text);
	} else
		st->gaps.n = 0;
	if (s->lines || s->before.n > 1 || !s->clean)
		comment(st, s);
	out_record(out, buf_slice(&st->doc), st->shift + s->beg,
	    st->shift + s->end, "sentence");
	out_number(out, s->n);
	out_number(out, s->par);
	out_field(out, slice_of(role_name[s->role]));
	out_field(out, slice_of("."));
	if (s->clean)
		out_text_field(out, text);
	else
		out_text(out, text);
}

static struct split
splitter(struct state *st, bool headers, bool guess)
{
	return (struct split){
		.headers = headers,
		.guess = guess && st->code == NULL,
		.match = st->code != NULL ? match : NULL,
		.article = article,
		.sentence = sentence,
		.arg = st,
	};
}

/* The text of a document record, as if it were a file of its own. */
static void
document(struct state *st, const struct rec *r)
{
	struct split s = splitter(st, false, false);
	struct in in;

	st->plain.n = 0;
	rec_plain(&st->plain, rec_text(r));
	in = (struct in){ .name = st->in->name,
		.buf = st->plain.p,
		.end = st->plain.n,
		.fd = -1,
		.eof = true };
	st->base.n = 0;
	buf_add(&st->base, r->f[REC_DOC].p, r->f[REC_DOC].n);
	st->number = 0;
	st->shift = r->beg;
	split_text(&s, &in);
	st->shift = 0;
}

static void
documents(struct state *st, struct in *in)
{
	bool told = false;
	struct rec r;
	int got;

	while ((got = run_record(st->run, in, &r)) != REC_EOF) {
		if (got == REC_COMMENT)
			continue;
		if (rec_is(&r, "document", DOC_NF))
			document(st, &r);
		else if (!told) {
			run_warn(st->run, in, r.lineno,
			    "not a document record");
			told = true;
		}
	}
}

/* Are the four fields of s, s.n bytes, those that a record begins with? */
static bool
is_kind(const char *p, size_t n)
{
	struct slice kind = { p, n };
	size_t i = n;

	while (i > 0 && p[i - 1] != '\t')
		i--;
	kind = slice_sub(kind, i, n);
	if (i == 0 || col_names(kind) == NULL)
		return false;
	for (i--; i > 0 && p[i - 1] != '\t'; i--) /* end */
		if (p[i - 1] < '0' || p[i - 1] > '9')
			return false;
	return true;
}

/* The first line of in that is no comment, as far as it says what it is. */
static bool
is_records(struct in *in)
{
	enum { MOST = 1 << 16, KIND = 24 };
	size_t from = 0, n, i, tabs = 0;
	const char *p;

	if (in->buf == NULL && !in_fill(in))
		return false;
	for (;;) {
		n = in->end - in->beg;
		p = in->buf + in->beg;
		for (i = from; i < n && p[i] != '\n'; i++)
			;
		if (i < n && p[from] == '#' && i < MOST) {
			from = i + 1;
			continue;
		}
		for (tabs = 0, i = from; i < n && p[i] != '\n' && tabs < 4; i++)
			tabs += p[i] == '\t';
		if (tabs == 4 || i < n || i > MOST || !in_fill(in))
			break;
	}
	if (tabs < 4 || p[from] == '#')
		return false;
	return is_kind(p + from, i - from - 1);
}

static void
each(struct run *r, struct in *in, void *arg)
{
	struct state *st = arg;
	bool std = in->fd == 0;
	struct split s = splitter(st, true, std);

	st->run = r;
	st->in = in;
	if (is_records(in)) {
		documents(st, in);
		return;
	}
	name_base(st, slice_of(std ? "-" : in->name));
	split_text(&s, in);
}

static void
release(struct state *st)
{
	pcre2_code_free(st->code);
	pcre2_match_data_free(st->match);
	pcre2_match_context_free(st->limits);
	pcre2_jit_stack_free(st->stack);
	buf_free(&st->base);
	buf_free(&st->doc);
	buf_free(&st->text);
	buf_free(&st->comment);
	buf_free(&st->plain);
	gaps_free(&st->gaps);
}

int
main(int argc, char *argv[])
{
	struct state st = { .code = NULL };
	const char *pattern = NULL;
	struct run run;
	int ch;

	run_init(&run, &prog, argc, argv);
	while ((ch = run_option(&run)) != -1)
		if (ch == 'e')
			pattern = optarg;
	if (pattern != NULL)
		compile(&st, pattern);
	run_each(&run, each, &st);
	release(&st);
	return run_done(&run);
}
