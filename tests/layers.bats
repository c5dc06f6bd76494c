#!/usr/bin/env bats
# shellcheck disable=SC2154 # out, err and status are set in lib.bash
# shellcheck disable=SC2046 # names of our own files, without blanks
# The floors of lib/README.md: includes go downwards only, and what is nowhere.

load lib

# sources: the C files and headers of bin and lib, by their path.
sources() { (cd "$ROOT" && find bin lib -name '*.[ch]' | sort); }

# code FILE ...: their lines without comments and the words in quotes, each as
# FILE:LINE:code.
code() {
	(cd "$ROOT" && awk '
	FNR == 1 { inside = 0 }
	{
		s = $0
		gsub(/\\./, "", s)
		if (s !~ /^#include/) gsub(/"[^"]*"/, "\"\"", s)
		out = ""
		while (s != "") {
			if (inside) {
				if (!(k = index(s, "*/"))) break
				s = substr(s, k + 2); inside = 0
			} else if (k = index(s, "/*")) {
				out = out substr(s, 1, k - 1)
				s = substr(s, k + 2); inside = 1
			} else { out = out s; s = "" }
		}
		if (out ~ /[^ \t]/) print FILENAME ":" FNR ":" out
	}' "$@")
}

@test "includes go downwards only: bin set news text model io base" {
	code $(sources) | grep ':#include "' | awk -F ':' '
	BEGIN {
		n = split("base io model text news set bin", floors, " ")
		for (i = 1; i <= n; i++) floor[floors[i]] = i
	}
	{
		from = $1; sub(/^lib\//, "", from); sub(/\/.*/, "", from)
		to = $3; sub(/^#include "/, "", to); sub(/".*/, "", to)
		if (to !~ /\//) { print $0 ": no folder"; bad = 1; next }
		sub(/\/.*/, "", to)
		if (to == "gen") next
		if (!(from in floor) || !(to in floor)) {
			print $0 ": no such floor"; bad = 1
		} else if (floor[to] > floor[from] || to == "bin") {
			print $0 ": goes up from " from " to " to; bad = 1
		}
	}
	END { print NR " includes"; exit bad || NR == 0 }'
}

@test "no file includes itself by another way round" {
	# Headers in a circle would have no order to be read in.
	code $(sources | grep '\.h$') | awk -F ':' '
	/:#include "/ {
		to = $3; sub(/^#include "/, "", to); sub(/".*/, "", to)
		print $1, "lib/" to
	}' >pairs
	sources | grep '\.h$' | awk '{ print $0, $0 }' >>pairs
	tsort pairs >"$out"
}

@test "every header has a guard of its own, and can stand alone" {
	sources | grep '\.h$' >headers
	while read -r h; do
		grep -m 1 '^#ifndef NEWS_' "$ROOT/$h" || echo "$h: no guard"
	done <headers | sort >guards
	[ "$(sort -u guards | wc -l)" -eq "$(wc -l <headers)" ]
	while read -r h; do
		printf '#include "%s"\n' "${h#lib/}"
	done <headers >all.c
	while read -r line; do
		echo "$line" | ${CC:-cc} -std=c11 -D_GNU_SOURCE -I"$ROOT/lib" \
		    -I"$BUILD" -fsyntax-only -x c - || echo "$line"
	done <all.c 2>&1 | tee "$out"
	silent
}

@test "no locale, no ctype: the same bytes on every machine" {
	code $(sources | grep -v '^lib/model/mk') >lines
	[ -s lines ]
	not grep -E 'setlocale|<ctype\.h>|<locale\.h>|<wchar\.h>|<wctype\.h>' lines
	not grep -E '\b(isalpha|isdigit|isspace|isupper|islower|toupper|tolower|strcoll|strtod|atof)\(' lines
}

@test "no time, host, pid, random or environment in what is written" {
	code $(sources) >lines
	not grep -E '\b(time|gettimeofday|gethostname|getpid|rand|random|arc4random|strftime)\(' lines
	# TMPDIR alone is asked for.
	grep 'getenv(' lines | sed 's/:.*//' | sort -u >files
	while read -r f; do
		grep 'getenv("' "$ROOT/$f" | not grep -v TMPDIR
	done <files
}

@test "no network, no shell, no threads, and no other program is run" {
	code $(sources) >lines
	not grep -E '\b(socket|connect|system|popen|fork|vfork|execv[pe]*|execl[pe]*|posix_spawnp?|pthread_[a-z]+)\(' lines
}

@test "lib/ prints nothing but to die; stdio writes only in lib/io" {
	code $(sources | grep '^lib/' | grep -v '^lib/io/\|^lib/model/mk') >lines
	not grep -E '\b(printf|puts|putchar|fputs|fprintf|putc|fputc|perror|warnx?|warnc)\(' lines
	code $(sources | grep '^bin/') >lines
	not grep -E '\b(printf|puts|putchar)\(' lines
}

# Tables are const, and read-only once the program is loaded.
@test "no mutable globals in the library but those of lib/io/run" {
	[ -e "$BUILD/libnews.a" ] || skip "no libnews.a"
	command -v nm >/dev/null || skip "no nm"
	sanitized nsort && skip "a sanitizer adds its own"
	nm -A "$BUILD/libnews.a" 2>/dev/null |
	    awk '$(NF - 1) ~ /^[dDbBcC]$/ { print }' >found
	# Two of the tables hold addresses, and lie in .data.rel.ro (also d).
	objdump -t "$BUILD/libnews.a" 2>/dev/null |
	    awk '/^[^ ]+\.o:/ { file = $1 }
		/ \.(data|bss|tdata|tbss)(\.[a-zA-Z_][^ \t]*)?[ \t]/ &&
		    !/\.data\.rel\.ro/ && / O / { print file, $NF }' >mutable
	[ -s found ]
	cat mutable
	not grep -v '^run.o: *\(asked\|unfinished\)$' mutable
	[ "$(wc -l <mutable)" -eq 2 ]
}

@test "a program in bin/ is thin: at most 400 lines" {
	for f in "$ROOT"/bin/*.c; do
		[ "$(wc -l <"$f")" -le 400 ] || { echo "$f"; false; }
	done
}
