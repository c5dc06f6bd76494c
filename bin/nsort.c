/* nsort -- records sorted by named columns: nsort(1). */

#include <stdio.h>
#include <unistd.h>

#include "base/bsd.h"
#include "io/run.h"
#include "set/entry.h"
#include "set/key.h"
#include "set/merge.h"
#include "set/sort.h"
#include "set/spill.h"

enum {
	MEMORY = 256 << 20,	/* -S: bytes before records go to disk */
	STEP = 1 << 18		/* records between two signs of progress */
};

/* A FILE under -m. */
struct input {
	struct source	 source;	/* first: next_record() has it */
	struct in	 in;
	struct entry	 entry;
	struct job	*job;
	char		*name;
	struct key_copy	 last;
	bool		 told;		/* that it is not in order */
};

struct job {
	struct run	 run;
	struct keys	 keys;
	struct entry	 entry;		/* read last, but for -m */
	struct sort	 sort;
	struct spill	 spill;
	size_t		 memory;
	bool		 check, merge, unique;
	bool		 progress;	/* stderr is a terminal */
	struct input	*input;		/* -m: those open now */
	size_t		 inputs;
};

static const struct option_text options[] = {
	{ 'c', NULL, "check only: status 1 if a file is not in order" },
	{ 'k', "col,...", "by these columns, :n as numbers, :r in reverse" },
	{ 'm', NULL, "merge files that are in order already" },
	{ 'S', "size", "use about that much memory (256M)" },
	{ 'u', NULL, "write only the first of records with equal keys" },
	{ 0, NULL, NULL },
};

static const struct prog prog = {
	.does = "sort records by named columns",
	.needs = "run nsplit first",
	.example = "nsort -k speaker,score:r quotes.tsv",
	.options = options,
};

static void
show_progress(const struct job *j, uint64_t bytes)
{
	unsigned long long mb = (j->run.bytes + bytes) >> 20;
	unsigned long long lines = j->run.out.lines;

	if (j->progress)
		fprintf(stderr, "\r%s: %llu MB read, %zu runs, %llu written ",
		    getprogname(), mb, j->spill.n, lines);
}

/* Sort: every FILE in turn. */
static void
load_file(struct run *r, struct in *in, void *arg)
{
	struct job *j = arg;
	struct entry *e = &j->entry;
	struct source *sorted;

	j->spill.wait = in->wait;
	j->spill.wait_arg = in->wait_arg;
	while (entry_next(e, r, in)) {
		sort_add(&j->sort, keys_make(&j->keys, &e->rec), e->lines);
		if (sort_size(&j->sort) < j->memory)
			continue;
		sort_run(&j->sort);
		sorted = sort_source(&j->sort);
		spill_add(&j->spill, &sorted, 1);
		sort_clear(&j->sort);
		show_progress(j, in->bytes);
	}
}

/* -c: every FILE by itself, up to its first disorder. */
static void
check_file(struct run *r, struct in *in, void *arg)
{
	struct job *j = arg;
	struct key_copy last = { NULL, 0, 0 };
	struct rec *rec = &j->entry.rec;
	struct key k;

	while (entry_next(&j->entry, r, in)) {
		k = keys_make(&j->keys, rec);
		if (last.n > 0 &&
		    key_cmp(key_of(&last), k, 0) > (j->unique ? -1 : 0)) {
			run_warn(r, in, rec->lineno, "disorder");
			break;
		}
		key_keep(&last, k);
	}
	free(last.w);
}

/*
 * -m: the next record of a FILE.  One that is less than the record before
 * follows it at once, as if their keys were equal.
 */
static void
next_record(struct source *src)
{
	struct input *f = (struct input *)src;
	struct run *r = &f->job->run;
	struct rec *rec = &f->entry.rec;
	struct key k;
	bool got;

	got = entry_next(&f->entry, r, &f->in);
	if (!got) {
		run_close(r, &f->in);
		src->code = MERGE_END;
		return;
	}
	src->line = f->entry.lines;
	k = keys_make(&f->job->keys, rec);
	src->apart = f->last.n > 0 && key_cmp(key_of(&f->last), k, 0) > 0;
	if (src->apart) {
		if (!f->told)
			run_warn(r, &f->in, rec->lineno, "disorder");
		f->told = true;
		src->code = 0;
		return;
	}
	src->code = merge_code_of(key_of(&f->last), k);
	key_keep(&f->last, k);
	src->key = key_of(&f->last);
}

/* A list of the open FILEs as sources; free(3) it. */
static struct source **
sources(struct job *j)
{
	struct source **s = mem_array(NULL, j->inputs, sizeof(struct source *));
	size_t i;

	for (i = 0; i < j->inputs; i++)
		s[i] = &j->input[i].source;
	return s;
}

static void
forget_inputs(struct job *j)
{
	size_t i;

	for (i = 0; i < j->inputs; i++) {
		entry_free(&j->input[i].entry);
		free(j->input[i].last.w);
		free(j->input[i].name);
	}
	j->inputs = 0;
}

/* Merge the open FILEs to disk. */
static void
spill_inputs(struct job *j)
{
	struct source **s = sources(j);

	spill_add(&j->spill, s, j->inputs);
	free(s);
	forget_inputs(j);
	show_progress(j, 0);
}

/* -m: a FILE is kept open beyond the call, under a descriptor of its own. */
static void
take_file(struct run *r, struct in *in, void *arg)
{
	struct job *j = arg;
	struct input *f;

	(void)r;
	j->spill.wait = in->wait;
	j->spill.wait_arg = in->wait_arg;
	if (j->inputs == spill_fan(&j->spill))
		spill_inputs(j);
	f = &j->input[j->inputs++];
	*f = (struct input){ .source.next = next_record, .in = *in, .job = j };
	f->name = mem_alloc(strlen(in->name) + 1);
	f->in.name = strcpy(f->name, in->name);
	if ((f->in.fd = dup(in->fd)) < 0)
		err(RUN_FATAL, "%s", in->name);
}

static void
write_header(struct run *r, struct slice line)
{
	char kind[32] = "";
	struct rec rec;

	if (rec_split(line, &rec) && rec.f[REC_KIND].n < sizeof(kind))
		memcpy(kind, rec.f[REC_KIND].p, rec.f[REC_KIND].n);
	run_header(r, kind);
}

static void
write_entry(struct run *r, struct slice lines)
{
	struct slice comment, line = entry_record(lines, &comment), text = line;

	if (r->header)
		write_header(r, line);
	if (comment.n > 0)
		out_comment(&r->out, comment);
	while (r->text && text.n > 0 && text.p[text.n - 1] != '\t')
		text.n--;
	out_line(&r->out, line, slice_sub(line, r->text ? text.n : 0, line.n));
}

static void
write_merged(struct job *j, struct merge *m)
{
	const struct source *s;
	uint64_t n = 0;

	while ((s = merge_next(m)) != NULL) {
		if (s->code != 0 || s->apart || !j->unique)
			write_entry(&j->run, s->line);
		if (++n % STEP == 0 && j->spill.n > 0)
			show_progress(j, 0);
	}
	merge_close(m);
	if (j->progress && j->spill.n > 0) {
		show_progress(j, 0);
		putc('\n', stderr);
	}
}

static void
sort_files(struct job *j)
{
	struct merge m;

	run_each(&j->run, load_file, j);
	sort_run(&j->sort);
	spill_merge(&j->spill, sort_source(&j->sort), &m);
	write_merged(j, &m);
}

static void
merge_files(struct job *j)
{
	struct source **s = NULL;
	struct merge m;

	j->input = mem_array(NULL, SPILL_RUNS, sizeof(*j->input));
	run_each(&j->run, take_file, j);
	if (j->spill.n > 0) {
		spill_inputs(j);
		spill_merge(&j->spill, NULL, &m);
	} else {
		s = sources(j);
		merge_open(&m, s, j->inputs);
	}
	write_merged(j, &m);
	forget_inputs(j);
	free(s);
	free(j->input);
}

static void
add_keys(struct job *j, const char *list)
{
	struct slice bad = keys_add(&j->keys, list);

	if (bad.p != NULL && j->keys.n == KEYS_MAX)
		errx(RUN_FATAL, "-k %s: more than %d columns", list, KEYS_MAX);
	if (bad.p != NULL)
		errx(RUN_FATAL, "-k %s: no column: %.*s", list, (int)bad.n,
		    bad.p);
}

int
main(int argc, char *argv[])
{
	static struct job j = { .memory = MEMORY };
	const char *dir = getenv("TMPDIR");
	int ch;

	run_init(&j.run, &prog, argc, argv);
	while ((ch = run_option(&j.run)) != -1)
		switch (ch) {
		case 'c':
			j.check = true;
			break;
		case 'k':
			add_keys(&j, optarg);
			break;
		case 'm':
			j.merge = true;
			break;
		case 'S':
			j.memory = run_size(ch, optarg, 1,
			    SIZE_MAX < INT64_MAX ? SIZE_MAX : INT64_MAX);
			break;
		case 'u':
			j.unique = true;
			break;
		}
	if (j.check && j.merge)
		run_usage(&j.run, "-c and -m exclude each other");
	if (j.check && j.run.output != NULL)
		run_usage(&j.run, "-c and -o exclude each other");
	if (j.keys.n == 0)
		add_keys(&j, "doc,beg,end:r");
	j.progress = isatty(STDERR_FILENO);
	spill_open(&j.spill, dir != NULL && *dir != '\0' ? dir : "/tmp",
	    j.memory, j.unique);
	j.memory -= j.memory / 8;	/* the rest is for merging */
	if (j.check)
		run_each(&j.run, check_file, &j);
	else
		(j.merge ? merge_files : sort_files)(&j);
	spill_close(&j.spill);
	sort_free(&j.sort);
	entry_free(&j.entry);
	keys_free(&j.keys);
	return run_done(&j.run);
}
