/*
 * mkwords -- a word list into a const table for words.h, at build time.
 *
 *	mkwords NAME NAME.words NAME.h NAME.c
 *
 * NAME.words: "word<TAB>class[ class...]" a line, # begins a comment line.  A
 * class may carry several words a line before the TAB, separated by commas.
 */
#include <ctype.h>
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"

enum { CLASSES = 32, LINE = 4096, SLOTS = 1 << 16, TEXT = 1 << 20 };

static struct {
	char		 name[CLASSES][32];
	uint32_t	 nname;
	struct word	 word[SLOTS];
	uint32_t	 n, longest;
	char		 text[TEXT];
	uint32_t	 used;
} t;

static uint32_t
bit(const char *class)
{
	uint32_t i;

	for (i = 0; i < t.nname; i++)
		if (strcmp(t.name[i], class) == 0)
			return UINT32_C(1) << i;
	if (t.nname == CLASSES || strlen(class) >= sizeof(t.name[0]))
		errx(1, "class %s: too many or too long", class);
	strcpy(t.name[t.nname], class);
	return UINT32_C(1) << t.nname++;
}

/* Add the word s; one that was listed before gets the further classes too. */
static void
add(const char *s, uint32_t bits)
{
	uint32_t n = (uint32_t)strlen(s), h = words_hash(s, n), i;

	for (i = 0; i < t.n; i++)
		if (t.word[i].hash == h && t.word[i].n == n &&
		    memcmp(t.text + t.word[i].at, s, n) == 0) {
			t.word[i].bits |= bits;
			return;
		}
	if (t.n == SLOTS / 2 || t.used + n + 1 > TEXT)
		errx(1, "too many words");
	t.word[t.n++] = (struct word){ h, t.used, n, bits };
	memcpy(t.text + t.used, s, n);
	t.used += n;
	t.longest = n > t.longest ? n : t.longest;
}

static void
read_list(const char *path)
{
	char line[LINE], *tab, *w, *c;
	uint32_t bits;
	FILE *f = fopen(path, "r");

	if (f == NULL)
		err(1, "%s", path);
	while (fgets(line, sizeof(line), f) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '#' || line[0] == '\0')
			continue;
		if ((tab = strchr(line, '\t')) == NULL)
			errx(1, "%s: no TAB: %s", path, line);
		*tab = '\0';
		bits = 0;
		for (c = strtok(tab + 1, " "); c != NULL; c = strtok(NULL, " "))
			bits |= bit(c);
		for (w = strtok(line, ","); w != NULL; w = strtok(NULL, ","))
			add(w, bits);
	}
	fclose(f);
}

static void
write_header(const char *name, const char *path)
{
	FILE *f = fopen(path, "w");
	uint32_t i;
	size_t k;

	if (f == NULL)
		err(1, "%s", path);
	fprintf(f,
	    "/* Made by mkwords from %s.words. */\n#ifndef NEWS_GEN_%s\n"
	    "#define NEWS_GEN_%s\n#include \"base/words.h\"\n",
	    name, name, name);
	for (i = 0; i < t.nname; i++) {
		fputs("#define ", f);
		for (k = 0; name[k] != '\0'; k++)
			putc(toupper((unsigned char)name[k]), f);
		putc('_', f);
		for (k = 0; t.name[i][k] != '\0'; k++)
			putc(toupper((unsigned char)t.name[i][k]), f);
		fprintf(f, " (UINT32_C(1) << %u)\n", i);
	}
	fprintf(f, "extern const struct words %s_words;\n#endif\n", name);
	if (fclose(f) != 0)
		err(1, "%s", path);
}

static int
is_part(char c)
{
	return (c & 0x80) != 0 || isalnum((unsigned char)c);
}

/* The filter of first words: words_begins(). */
static void
write_first(FILE *f)
{
	uint32_t first[WORDS_FIRST] = { 0 }, i, k, h;
	const char *p;

	for (i = 0; i < t.n; i++) {
		p = t.text + t.word[i].at;
		for (k = 1;
		     k < t.word[i].n && is_part(p[k - 1]) && is_part(p[k]);)
			k++;
		h = words_hash(p, k);
		first[h / 32 % WORDS_FIRST] |= UINT32_C(1) << h % 32;
	}
	fprintf(f, "static const uint32_t first[WORDS_FIRST] = {");
	for (i = 0; i < WORDS_FIRST; i++)
		fprintf(f, "%s0x%08xu,", i % 6 == 0 ? "\n\t" : " ", first[i]);
	fprintf(f, "\n};\n");
}

static void
write_table(const char *name, const char *path)
{
	static struct word slot[SLOTS];
	uint32_t size = 16, i, k;
	FILE *f = fopen(path, "w");

	if (f == NULL)
		err(1, "%s", path);
	while (size < t.n * 2)
		size *= 2;
	for (i = 0; i < t.n; i++) {
		for (k = t.word[i].hash & (size - 1); slot[k].bits != 0;)
			k = (k + 1) & (size - 1);
		slot[k] = t.word[i];
	}
	/* Bytes, not a string: C promises no string of more than 4095. */
	fprintf(f,
	    "/* Made by mkwords from %s.words. */\n#include \"gen/%s.h\"\n"
	    "static const unsigned char text[] = {",
	    name, name);
	for (i = 0; i < t.used; i++)
		fprintf(f, "%s%u,", i % 16 == 0 ? "\n\t" : " ",
		    (unsigned char)t.text[i]);
	fprintf(f, "\n};\nstatic const struct word slot[%u] = {\n", size);
	for (i = 0; i < size; i++)
		if (slot[i].bits != 0)
			fprintf(f, "\t[%u] = { %uu, %u, %u, %uu },\n", i,
			    slot[i].hash, slot[i].at, slot[i].n, slot[i].bits);
	fprintf(f, "};\n");
	write_first(f);
	fprintf(f,
	    "const struct words %s_words = { slot,\n"
	    "\t(const char *)text, %u, %u, first };\n",
	    name, size - 1, t.longest);
	if (fclose(f) != 0)
		err(1, "%s", path);
}

int
main(int argc, char *argv[])
{
	if (argc != 5)
		errx(2, "usage: mkwords name name.words name.h name.c");
	read_list(argv[2]);
	write_header(argv[1], argv[3]);
	write_table(argv[1], argv[4]);
	return 0;
}
