#!/usr/bin/env bats
# shellcheck disable=SC2154 # out, err and status are set in lib.bash
# How right nquote is on articles of our own: tests/gold/examples-quotes.tsv, the
# quotations of examples/*.txt as a reader finds them.  The floors stand a little
# below what was measured when they were set; raise them with the program.

load lib

GOLD=$ROOT/tests/gold/examples-quotes.tsv

# score RECORDS: compare them with the gold rows, file by file and in order,
# by exact text.  Into figures, a line each: name, how many, of how many; what
# is wrong into misses.
score() {
	awk -F '\t' '
	function name(s) {
		s = tolower(s)
		sub(/^(the|an|a) /, "", s)
		return s
	}
	FILENAME == ARGV[1] {
		if (/^#/ || FNR == 1) next
		n++
		file[n] = $1; type[n] = $2; who[n] = $3; text[n] = $NF
		next
	}
	/^#/ || $4 != "quote" { next }
	{
		doc = $1
		sub(/.*\//, "", doc)
		got = ++count[doc]
		gtype[doc, got] = $5; gwho[doc, got] = $7; gtext[doc, got] = $12
		all++
	}
	END {
		for (i = 1; i <= n; i++) {
			f = file[i]
			if (!(f in from)) from[f] = 1
			# The next record with this text; a row of type none
			# inside another stands where the other one does.
			hit = 0
			for (k = from[f]; k <= count[f] && !hit; k++)
				if (!((f, k) in used) && gtext[f, k] == text[i])
					hit = k
			if (hit) {
				used[f, hit]
				from[f] = hit
				taken++
			}
			if (type[i] == "none") {
				none++
				printed += hit > 0
				if (hit)
					print "printed: " f ": " text[i] >"misses"
				continue
			}
			total++
			if (!hit) {
				print "not found: " f ": " text[i] >"misses"
				continue
			}
			found++
			types += gtype[f, hit] == type[i]
			if (name(gwho[f, hit]) == name(who[i]))
				right++
			else
				print "speaker: " f ": " gwho[f, hit] \
				    ", not " who[i] ": " text[i] >"misses"
		}
		print "found", found + 0, total
		print "speaker", right + 0, total
		print "type", types + 0, found + 0
		print "printed", printed + 0, none
		print "extra", all - taken, all
	}' "$GOLD" "$1" >figures
}

# floor NAME LEAST: that figure is at least so many thousandths.
floor() {
	awk -v name="$1" -v least="$2" '
	$1 == name { seen = 1; exit !($2 * 1000 >= $3 * least) }
	END { if (!seen) exit 1 }' figures && return
	echo "$1 below $2 in a thousand:"
	cat figures misses
	return 1
}

# ceiling NAME MOST: at most.
ceiling() {
	awk -v name="$1" -v most="$2" '
	$1 == name { seen = 1; exit !($2 * 1000 <= $3 * most) }
	END { if (!seen) exit 1 }' figures && return
	echo "$1 above $2 in a thousand:"
	cat figures misses
	return 1
}

@test "the quotations of the examples: found, whose, and what is none" {
	articles
	nsplit -- *.txt | nquote >records
	score records
	awk '{ printf "# %s %d of %d\n", $1, $2, $3 }' figures >&3
	floor found 975
	floor speaker 820
	floor type 940
	ceiling printed 130
	ceiling extra 10
}

@test "the yardstick itself: a gold stream is right, a spoilt one is not" {
	awk -F '\t' -v OFS='\t' '!/^#/ && $2 != "none" {
		print $1, 0, 1, "quote", $2, 1, $3, $4, ".", $5, 900, $NF
	}' "$GOLD" >records
	: >misses
	score records
	floor found 1000
	floor speaker 1000
	ceiling printed 0
	ceiling extra 0
	sed 's/Ilvent/Nobody/' records >spoilt
	score spoilt
	not floor speaker 950
	awk 'NR % 10 != 0' records >spoilt
	score spoilt
	not floor found 950
}
