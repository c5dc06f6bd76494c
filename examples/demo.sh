#!/bin/sh
# demo.sh -- who said what in these articles, for people: make demo.
#
# usage: demo.sh [file ...]	the articles beside this script, if none are given
#
# A line a quotation: speaker, article, outlet, the words, cut to the width of
# the terminal.  In colour if standard output is a terminal and NO_COLOR is
# not set.  COLUMNS is the width.
set -eu
here=$(dirname "$0")
command -v nsplit >/dev/null || PATH=$here/../build/bin:$PATH

# Short names for the articles: only their folder is left out.
[ $# -gt 0 ] || { cd "$here"; set -- *.txt; }

colour=0 width=${COLUMNS:-}
if [ -t 1 ]; then
	[ -n "${NO_COLOR:-}" ] || colour=1
	: "${width:=$(stty size 2>/dev/null </dev/tty | cut -d ' ' -f 2)}"
	: "${width:=$(tput cols 2>/dev/null)}"
fi
case $width in '' | 0 | *[!0-9]*) width=100 ;; esac

printf '$ nsplit *.txt | nquote | nsort -k speaker\n\n'
# Bytes, so that every awk counts alike: characters are counted in chars().
LC_ALL=C
export LC_ALL

show() {
	awk -F '\t' -v colour="$colour" -v width="$width" '
	# The characters of UTF-8 text s: its bytes that continue none.
	function chars(s,	n) {
		n = length(s)
		return n - gsub(/[\200-\277]/, "", s)
	}

	# s in n columns: cut, with a mark, or filled with blanks.
	function fit(s, n,	i, k, c, cut) {
		if (chars(s) <= n)
			return s substr(blanks, 1, n - chars(s))
		for (i = 1; i <= length(s); i++) {
			c = substr(s, i, 1)
			if ((c < "\200" || c > "\277") && ++k == n)
				break
		}
		return substr(s, 1, i - 1) "\342\200\246"
	}

	# Escapes of records, for the eye.
	function plain(s) {
		gsub(/\\[tnr]/, " ", s)
		gsub(/\\\\/, "\\", s)
		return s == "." ? "" : s
	}

	function paint(code, s) {
		return colour ? "\033[" code "m" s "\033[0m" : s
	}

	BEGIN { blanks = sprintf("%1000s", "") }
	/^#/ || $4 != "quote" { next }
	{
		quotes++
		docs += !seen[$1]++
		who = plain($7)
		speakers += who != "" && !spoke[who]++
		mark = who == last && NR > 1 ? "" : who == "" ? "?" : who
		last = who
		doc = $1
		sub(/\.[a-z]+$/, "", doc)
		line = paint(1, fit(mark, 22)) "  " fit(doc, 18) "  " \
		    paint(2, fit(plain($10), 14)) "  "
		rest = width - 22 - 18 - 14 - 6
		text = fit(plain($NF), rest < 20 ? 20 : rest)
		sub(/ +$/, "", text)
		print line text
	}
	END {
		printf "\n%d quotations of %d speakers in %d articles\n",
		    quotes, speakers, docs
	}'
}

# The status of a pipe is that of its last program: by descriptor 3 comes whether
# nsplit found all files, and 4 is standard output.
{ failed=$({ { nsplit -- "$@" || echo nsplit >&3; } |
    nquote | nsort -k speaker,doc,beg | show >&4; } 3>&1); } 4>&1
[ -z "$failed" ]
