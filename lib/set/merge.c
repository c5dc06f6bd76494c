/* merge.c -- a tree of losers over coded keys: merge.h. */
#include "set/merge.h"

#include <stdlib.h>

void
merge_open(struct merge *m, struct source **src, size_t n)
{
	*m = (struct merge){ .src = src, .n = n };
	m->loser = mem_array(NULL, n + 1, sizeof(*m->loser));
}

void
merge_close(struct merge *m)
{
	free(m->loser);
	m->loser = NULL;
}

/*
 * The smaller one of the sources a and b, coded against the same key; the
 * other one is coded against it afterwards (it is already if codes differ).
 */
static size_t
play(struct merge *m, size_t a, size_t b)
{
	struct source *x = m->src[a], *y = m->src[b];
	size_t i, n, low = a < b ? a : b;

	if (x->code != y->code)
		return x->code < y->code ? a : b;
	if (x->code == 0 || x->code == MERGE_END)
		return low;
	n = x->key.n < y->key.n ? x->key.n : y->key.n;
	i = key_differ(x->key, y->key, merge_shared(x->code, x->key) + 1);
	if (i >= n) {
		m->src[low == a ? b : a]->code = 0;
		return low;
	}
	if (x->key.w[i] < y->key.w[i]) {
		y->code = merge_code(i, y->key);
		return a;
	}
	x->code = merge_code(i, x->key);
	return b;
}

static void
begin(struct merge *m)
{
	size_t *won = mem_array(NULL, 2 * m->n, sizeof(*won)), i, a, b;

	for (i = 0; i < m->n; i++) {
		m->src[i]->next(m->src[i]);
		won[m->n + i] = i;
	}
	for (i = m->n - 1; i > 0; i--) {
		a = won[2 * i];
		b = won[2 * i + 1];
		won[i] = play(m, a, b);
		m->loser[i] = won[i] == a ? b : a;
	}
	m->first = won[1];
	m->begun = true;
	free(won);
}

const struct source *
merge_next(struct merge *m)
{
	size_t at, a, b;

	if (m->n == 0)
		return NULL;
	if (!m->begun) {
		begin(m);
	} else {
		a = m->first;
		m->src[a]->next(m->src[a]);
		for (at = (a + m->n) / 2; at > 0; at /= 2) {
			b = m->loser[at];
			if (play(m, a, b) == b) {
				m->loser[at] = a;
				a = b;
			}
		}
		m->first = a;
	}
	if (m->src[m->first]->code == MERGE_END)
		return NULL;
	return m->src[m->first];
}
