/*
 * slices -- THE SLICE RULE of newsutils(5), for every record of a stream.
 *
 *	slices [-s file] [records ...]
 *
 * Bytes beg..end of the article, white space around line ends made one space,
 * are the text column with its escapes undone.  The article of a record is the
 * file called doc; with -s all articles stand in one file, as cat(1) has joined
 * them, and where each begins is found from its first record.  Checked as well:
 * columns as many as the kind has, none empty, no raw CR, a document's records
 * together and in order.  Faults go to stderr, the first few of each input;
 * the last line is "N records, N documents, N faults".
 *
 * Written without lib/ on purpose: what the programs do is told twice.
 */
#include <err.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FIELDS = 16, SHOWN = 20, DOCS = 100000 };

struct text {
	char *p;
	size_t n;
};

static struct {
	struct text file; /* the article, or the -s file */
	const char *stream;
	char *doc; /* of the record before */
	char *seen[DOCS];
	size_t ndoc, base, last_beg, last_end;
	size_t records, faults;
} t;

static const struct {
	const char *kind;
	size_t columns;
} kinds[] = {
	{ "document", 7 },
	{ "sentence", 9 },
	{ "quote", 12 },
	{ "source", 7 },
	{ "cue", 7 },
	{ "entity", 8 },
	{ "time", 7 },
	{ "group", 8 },
	{ "match", 9 },
};

static void
fault(char *const f[], const char *what)
{
	if (t.faults++ < SHOWN)
		fprintf(stderr, "%s %s-%s %s: %s\n", f[0], f[1], f[2], f[3],
		    what);
}

static struct text
slurp(const char *path)
{
	struct text s = { NULL, 0 };
	size_t cap = 1 << 16, n;
	FILE *f = fopen(path, "rb");

	if (f == NULL)
		err(2, "%s", path);
	if ((s.p = malloc(cap)) == NULL)
		err(2, NULL);
	while ((n = fread(s.p + s.n, 1, cap - s.n, f)) > 0)
		if ((s.n += n) == cap && (s.p = realloc(s.p, cap *= 2)) == NULL)
			err(2, NULL);
	fclose(f);
	return s;
}

/* Undo the four escapes in place; any other backslash stays. */
static size_t
plain(char *s, size_t n)
{
	static const char from[] = "\\tnr", to[] = "\\\t\n\r";
	const char *e;
	size_t i, k = 0;

	for (i = 0; i < n; i++)
		if (s[i] == '\\' && i + 1 < n && s[i + 1] != '\0' &&
		    (e = strchr(from, s[i + 1])) != NULL) {
			s[k++] = to[e - from];
			i++;
		} else
			s[k++] = s[i];
	return k;
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Is text what stands in bytes beg..end of the file? */
static bool
slice_is(size_t beg, size_t end, const char *text, size_t n)
{
	const char *p = t.file.p;
	size_t i = beg, k = 0, j;
	bool line;

	if (beg > end || end > t.file.n)
		return false;
	while (i < end) {
		line = false;
		for (j = i; j < end && blank(p[j]); j++)
			line |= p[j] == '\n';
		if (line) {
			if (k == n || text[k++] != ' ')
				return false;
			i = j;
			continue;
		}
		for (j = j == i ? i + 1 : j; i < j; i++)
			if (k == n || text[k++] != p[i])
				return false;
	}
	return k == n;
}

/* A document's first record: load it, or find where it begins in the stream. */
static void
begin(char *const f[], size_t beg, size_t end, const char *text, size_t n)
{
	size_t i;
	char *path;

	for (i = 0; i < t.ndoc; i++)
		if (strcmp(t.seen[i], f[0]) == 0)
			fault(f, "the document has stood before");
	if (t.ndoc == DOCS || (t.doc = strdup(f[0])) == NULL)
		errx(2, "too many documents");
	t.seen[t.ndoc++] = t.doc;
	t.last_beg = 0;
	if (t.stream == NULL) {
		if ((path = strdup(f[0])) == NULL)
			err(2, NULL);
		path[plain(path, strlen(path))] = '\0';
		free(t.file.p);
		t.file = slurp(path);
		free(path);
		return;
	}
	for (i = t.last_end; i + end <= t.file.n; i++)
		if (slice_is(i + beg, i + end, text, n))
			break;
	t.base = i;
}

static void
record(char *line, size_t n)
{
	char *f[FIELDS], *p = line, *tab, *stop;
	size_t nf = 0, i, len, beg, end;

	for (;;) {
		if (nf == FIELDS)
			errx(2, "too many columns: %.80s", line);
		f[nf++] = p;
		if ((tab = memchr(p, '\t', n - (size_t)(p - line))) == NULL)
			break;
		*tab = '\0';
		p = tab + 1;
	}
	if (nf < 5)
		errx(2, "not a record: %.80s", line);
	t.records++;
	len = n - (size_t)(f[nf - 1] - line);
	for (i = 0; i < nf; i++)
		if (f[i][0] == '\0' && (i + 1 < nf || len == 0))
			fault(f, "an empty field");
	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i].kind, f[3]) == 0 && kinds[i].columns != nf)
			fault(f, "the wrong number of columns");
	if (memchr(line, '\r', n) != NULL)
		fault(f, "a raw CR");
	beg = strtoull(f[1], &stop, 10);
	if (*stop != '\0')
		fault(f, "beg is no number");
	end = strtoull(f[2], &stop, 10);
	if (*stop != '\0' || end < beg)
		fault(f, "end is no number or before beg");
	len = plain(f[nf - 1], len);
	if (t.doc == NULL || strcmp(t.doc, f[0]) != 0)
		begin(f, beg, end, f[nf - 1], len);
	if (beg < t.last_beg)
		fault(f, "out of order");
	t.last_beg = beg;
	if (!slice_is(t.base + beg, t.base + end, f[nf - 1], len)) {
		fault(f, "the slice is not the text");
		if (t.faults <= SHOWN)
			fprintf(stderr, "\ttext  [%.*s]\n\tslice [%.*s]\n",
			    (int)len, f[nf - 1],
			    t.base + end <= t.file.n && beg <= end ?
				(int)(end - beg) :
				0,
			    t.file.p + t.base + beg);
	}
	if (t.base + end > t.last_end)
		t.last_end = t.base + end;
}

static void
each(FILE *f, const char *name)
{
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;

	while ((n = getline(&line, &cap, f)) > 0) {
		if (line[n - 1] != '\n')
			errx(2, "%s: no LF at the end", name);
		line[--n] = '\0';
		if (line[0] != '#')
			record(line, (size_t)n);
	}
	if (ferror(f))
		err(2, "%s", name);
	free(line);
}

int
main(int argc, char *argv[])
{
	FILE *f;
	int ch, i;

	while ((ch = getopt(argc, argv, "s:")) != -1)
		if (ch == 's')
			t.stream = optarg;
		else
			errx(2, "usage: slices [-s file] [records ...]");
	if (t.stream != NULL)
		t.file = slurp(t.stream);
	if (optind == argc)
		each(stdin, "stdin");
	for (i = optind; i < argc; i++) {
		if ((f = fopen(argv[i], "rb")) == NULL)
			err(2, "%s", argv[i]);
		each(f, argv[i]);
		fclose(f);
	}
	printf("%zu records, %zu documents, %zu faults\n", t.records, t.ndoc,
	    t.faults);
	for (size_t k = 0; k < t.ndoc; k++)
		free(t.seen[k]);
	free(t.file.p);
	return t.faults != 0 || t.records == 0;
}
