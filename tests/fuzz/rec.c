/*
 * rec -- any bytes as a stream of records: io/rec.h, io/in.h, out_escape().
 *
 * The lines of the stream, joined, are the stream, but for the CR of a CRLF; the fields of a record,
 * joined, are its line; a text escaped and undone is the text; and a field
 * undone holds no more bytes than before.
 */
#include <stdlib.h>

#include "io/out.h"
#include "io/rec.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
must(bool good)
{
	if (!good)
		abort();
}

static void
there_and_back(struct slice s)
{
	struct buf field = { NULL, 0, 0 }, back = { NULL, 0, 0 };
	size_t i;

	out_escape(&field, s);
	for (i = 0; i < field.n; i++)
		must(field.p[i] != '\t' && field.p[i] != '\n' &&
		    field.p[i] != '\r');
	rec_plain(&back, buf_slice(&field));
	must(s.n == 0 ? slice_is(buf_slice(&back), ".") :
			slice_eq(buf_slice(&back), s));
	buf_free(&field);
	buf_free(&back);
}

static void
record(const struct rec *r)
{
	struct buf plain = { NULL, 0, 0 };
	size_t i, n = 0;

	must(r->nf > REC_OWN && r->nf <= REC_FIELDS && r->beg <= r->end);
	for (i = 0; i < r->nf; i++) {
		must(r->f[i].n > 0 && r->f[i].p == r->line.p + n);
		must(memchr(r->f[i].p, '\t', r->f[i].n) == NULL);
		n += r->f[i].n + 1;
		plain.n = 0;
		rec_plain(&plain, r->f[i]);
		must(plain.n <= r->f[i].n);
		there_and_back(buf_slice(&plain));
	}
	must(n == r->line.n + 1);
	buf_free(&plain);
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct in in = { .name = "fuzz", .fd = -1, .eof = true };
	struct buf all = { NULL, 0, 0 };
	struct rec r;
	size_t lines = 0, i = 0, k = 0;
	int got;

	there_and_back((struct slice){ (const char *)p, n });
	in.buf = mem_alloc(n);
	if (n > 0)
		memcpy(in.buf, p, n);
	in.end = in.cap = n;
	while ((got = rec_next(&in, &r)) != REC_EOF) {
		must(got == REC_OK || got == REC_BAD || got == REC_COMMENT);
		must(r.lineno == ++lines);
		must((got == REC_COMMENT) == slice_begins(r.line, "#"));
		if (got == REC_OK)
			record(&r);
		buf_add(&all, r.line.p, r.line.n);
		buf_byte(&all, '\n');
	}
	if (n > 0 && p[n - 1] != '\n')
		all.n--;
	must(all.n <= n);
	for (; i < n; i++)
		if (k < all.n && all.p[k] == (char)p[i])
			k++;
		else
			must(p[i] == '\r' && (i + 1 == n || p[i + 1] == '\n'));
	must(k == all.n);
	buf_free(&all);
	in_close(&in);
	return 0;
}
