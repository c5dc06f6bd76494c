#!/usr/bin/env bats
# shellcheck disable=SC2154 # out, err and status are set in lib.bash
# shellcheck disable=SC1112 # typographic quotation marks are what this is about
# nquote(1): which marked strings are quotations, whose they are, and where.
#
# tests/case/nquote/NAME holds one phenomenon: `in` an article, `want` the columns
# type id speaker mention cue via text.  NAME.miss is one that is known to come
# out wrong; want is what would be right.

load lib

SHARED=$ROOT/../shared
CASES=$ROOT/tests/case/nquote

# columns: what a case's want file holds.
columns() { cut -f 5-10,12; }

# right FOLDER: does the case in it come out as it should?
right() { nsplit -- "$1/in" | nquote | columns | cmp -s - "$1/want"; }

# quotes TEXT: the records of an article given as printf(1) format, into $out.
quotes() {
	# shellcheck disable=SC2059 # that is what it is
	printf "$1" >article
	gives 0 nsplit article && quiet
	cp "$out" sentences
	gives 0 nquote sentences && quiet
}

# two_ways FILE ...: with nspeak in between it is the same, byte for byte.
two_ways() {
	nsplit -- "$@" >sentences
	nquote sentences >one
	nspeak sentences | nquote >two
	same one two && [ -s one ]
}

# --- golden cases ---

@test "every case comes out as it should" {
	n=0 bad=0
	for d in "$CASES"/*/; do
		d=${d%/}
		case $d in *.miss) continue ;; esac
		n=$((n + 1))
		right "$d" && continue
		bad=$((bad + 1))
		echo "-- $(basename "$d") (- want, + got):"
		cat "$d/in"
		nsplit -- "$d/in" | nquote | columns | diff -u "$d/want" - |
		    sed 1,3d
	done
	echo "$n cases, $bad wrong"
	[ "$n" -ge 90 ] && [ "$bad" -eq 0 ]
}

@test "known misses are still known" {
	n=0 now=
	for d in "$CASES"/*.miss/; do
		[ -e "$d/want" ] || continue
		n=$((n + 1))
		right "${d%/}" && now="$now $(basename "$d")"
	done
	# shellcheck disable=SC2154 # bats sets it
	[ -z "$now" ] || echo "# right now, to be renamed:$now" >&3
	skip "$n known misses in tests/case/nquote/*.miss"
}

@test "every case obeys the slice rule, and the two ways are one" {
	mkdir cases
	for d in "$CASES"/*/; do
		cp "$d/in" "cases/$(basename "$d")"
	done
	nsplit cases/* | nquote -a | nsort >records
	check_slices records
	two_ways cases/*
}

# --- the record ---

@test "a record's columns: where it stands, and what is known of it" {
	quotes 'The mayor, Anna Tarnby, told Radio Linnet: “It will stand.”\n'
	printf '%s\t' article 46 60 quote direct 1 'Anna Tarnby' 'The mayor' \
	    told 'Radio Linnet' >want
	cut -f 1-10 "$out" | sed 's/$/	/' | tr -d '\n' | same want -
	[ "$(cut -f 12 "$out")" = 'It will stand.' ]
	awk -F '\t' '$11 < 500 || $11 > 1000 { exit 1 }' "$out"
}

@test "scores: 0 to 1000, and 0 if and only if nobody is named" {
	articles
	nsplit -- *.txt "$CASES"/*/in | nquote >records
	awk -F '\t' '$11 !~ /^[0-9]+$/ || $11 > 1000' records >odd
	[ ! -s odd ]
	awk -F '\t' '($7 == ".") != ($11 == 0)' records >odd
	[ ! -s odd ] || {
		cut -f 1,7,8,11,12 odd
		false
	}
}

@test "ids: from 1 in each article, rising, one speaker each" {
	articles
	nsplit -- *.txt | nquote >records
	awk -F '\t' '
	$1 != doc { doc = $1; id = 0; split("", who); if ($6 != 1) bad = 1 }
	$6 < id { bad = 1 }
	$6 in who && who[$6] != $7 { bad = 1 }
	bad { print; exit 1 }
	{ id = $6; who[id] = $7 }' records
}

@test "escapes in the text and in every other column" {
	quotes 'Anna\tTarnby\tsaid: “A \\t and a \t tab.”\n'
	[ "$(cut -f 12 "$out")" = 'A \\t and a \t tab.' ]
	[ "$(cut -f 7 "$out")" = 'Anna\tTarnby' ]
	check_slices "$out"
}

# --- options ---

@test "-a: source and cue records, in order, once an id" {
	quotes '“It will stand,” Anna Tarnby said, “or it will fall.” “No,” said Peter Hask.\n'
	nquote sentences >plain
	gives 0 nquote -a sentences
	quiet
	check_slices "$out"
	grep -w quote "$out" | same plain -
	cut -f 4- "$out" | grep -v ^quote >got
	printf '%s\t%s\t%s\t%s\n' source 1 'Anna Tarnby' 'Anna Tarnby' \
	    cue 1 'Anna Tarnby' said cue 2 'Peter Hask' said \
	    source 2 'Peter Hask' 'Peter Hask' >want
	same want got
	articles
	nsplit -- *.txt | nquote -a >all
	nsplit -- *.txt | nquote >plain
	grep -v '	source	\|	cue	' all | same plain -
	nsort -c all
	awk -F '\t' '$4 != "quote"' all | cut -f 1,4,5 | sort | uniq -d >twice
	[ ! -s twice ]
	# Where they stand is what the quotation says of them.
	awk -F '\t' '
	$4 == "quote" && !(($1, $6) in w) {
		m[$1, $6] = $8; c[$1, $6] = $9; w[$1, $6] = $7
	}
	$4 == "quote" { next }
	{ what[++n] = $4; key[n] = $1 SUBSEP $5; who[n] = $6; text[n] = $7 }
	END {
		for (i = 1; i <= n; i++)
			if (text[i] != (what[i] == "cue" ? c[key[i]] : m[key[i]]) ||
			    who[i] != w[key[i]]) {
				print what[i], text[i], who[i]
				bad = 1
			}
		exit bad || n < 100
	}' all
}

@test "-s: those with that score or more, and their parts" {
	articles
	nsplit -- *.txt >sentences
	nquote sentences >all
	for s in 0 1 500 871 1000; do
		gives 0 nquote -s $s sentences
		awk -F '\t' -v s=$s '$11 >= s' all | same - "$out"
	done
	gives 0 nquote -a -s 900 sentences
	awk -F '\t' '$4 == "quote" && $11 < 900' "$out" >low
	[ ! -s low ]
	cut -f 1,4,5,6 "$out" | awk -F '\t' '
	$2 == "quote" { has[$1, $4] }
	$2 != "quote" { part[$1, $3] }
	END { for (p in part) if (!(p in has)) exit 1 }'
	for s in -1 1001 x ''; do
		gives 2 nquote -s "$s" sentences
		silent
	done
}

# --- speakers that were given ---

@test "a speaker of the user's own is kept and used" {
	quotes '“It will stand,” Anna Tarnby said. It is old. “It will fall,” he said.\n'
	awk -F '\t' -v OFS='\t' '$5 == 1 { $8 = "A. T." } 1' sentences >given
	gives 0 nquote given
	[ "$(head -n 1 "$out" | cut -f 7,8,11)" = \
	    "$(printf 'A. T.\tAnna Tarnby\t1000')" ]
	sed 1d "$out" >rest
	nquote sentences | sed 1d | same - rest
	gives 0 nspeak given
	[ "$(head -n 1 "$out" | cut -f 8)" = 'A. T.' ]
	nspeak given | nquote >two
	nquote given | same - two
}

# --- offsets ---

@test "offsets: articles wrapped, with CRLF and blanks at line ends" {
	articles
	mkdir w
	for f in *.txt; do
		fold -s -w 40 "$f" | sed 's/$/ \t \r/; s/^/  /' >"w/$f"
	done
	nsplit w/* | nquote -a | nsort >records
	check_slices records
	# Wrapped or not, the same words are quoted.
	printf 'It was long,\r\n  "so \t\r\n\r\n long," \r\n Anna Tarnby\t\r\nsaid.' >x
	nsplit x | nquote -a | nsort | check_slices
}

@test "a quotation over a line end is one text, from first byte to last" {
	printf '%s ' 'The mayor of the town came late, and she looked at the' \
	    'old bridge for a while. “It will stand, as it has stood, for' \
	    'another hundred winters, whatever the engineers may find in' \
	    'it,” Anna Tarnby said.' | fold -s -w 30 | sed 's/$/ \r/' >article
	nsplit article | nquote >"$out"
	[ "$(cut -f 12 "$out")" = 'It will stand, as it has stood, for another'\
' hundred winters, whatever the engineers may find in it,' ]
	check_slices "$out"
}

@test "a blank before the closing mark, where a sentence ends" {
	for t in '“It is safe.  ” And so it went.' '“It is safe.  ”' \
	    'She said: “It is safe.\t ” He left.'; do
		# shellcheck disable=SC2059 # a format
		printf "$t" >article
		nsplit article | nquote >records
		check_slices records
	done
}

# --- articles ---

@test "what stands around an article changes none of its records" {
	articles
	for f in *.txt; do nsplit "$f" | nquote >"$f.want"; done
	cat 0*.want >want
	nsplit 0*.txt | nquote >got
	same want got
	# shellcheck disable=SC2046 # names without blanks
	set -- $(ls -r 0*.txt)
	nsplit "$@" | nquote | nsort >got
	nsort want | same - got
	for a in 01-northwire.txt 05-radio-linnet.txt; do
		for b in "$@"; do
			[ "$a" = "$b" ] && continue
			nsplit "$b" "$a" "$b" 2>/dev/null | nquote |
			    awk -F '\t' -v a="$a" '$1 == a' | same "$a.want" -
		done
	done
	# The same article under another name, right behind itself.
	cp 01-northwire.txt b
	nsplit 01-northwire.txt b | nquote | awk -F '\t' -v OFS='\t' '
	    $1 == "b" { $1 = "01-northwire.txt"; print }' |
	    same 01-northwire.txt.want -
}

@test "nsplit | nquote is nsplit | nspeak | nquote" {
	articles
	two_ways 0*.txt
	for d in seeds data/quote/polnear-dev/raw; do
		[ -d "$SHARED/$d" ] || continue
		two_ways "$SHARED/$d"/*
	done
}

@test "other kinds and comments are passed over" {
	quotes '“It will stand,” Anna Tarnby said.\n'
	cp "$out" want
	{
		printf 'article\t0\t3\tentity\tx\tN\t9\tN\n#a comment\n'
		cat sentences
		printf '#gaps\tnot for anything\n'
		printf 'article\t0\t3\tquote\tdirect\t9\tx\tx\tx\tx\t1\tT\n'
	} | nquote >got
	same want got
}

# --- long ones ---

# long N: an article of N paragraphs, each with a speaker of its own.
long() {
	awk -v n="$1" 'BEGIN {
		for (i = 1; i <= n; i++)
			printf "“It will stand %d times,” Anna Tarn%db said. " \
			    "The town paid for it, and then paid again for " \
			    "what the engineers of the harbour office had " \
			    "found at the foot of the third pier.\n\n", i, i
	}'
}

@test "an article longer than the window: nothing lost, ids go on" {
	n=40000
	long $n >article
	[ "$(wc -c <article)" -gt $((6 << 20)) ]
	nsplit article >sentences
	gives 0 nquote sentences
	quiet
	[ "$(wc -l <"$out")" -eq $n ]
	check_slices "$out"
	awk -F '\t' '$6 != NR || $7 != "Anna Tarn" NR "b" { exit 1 }' "$out"
	nspeak sentences | nquote | same "$out" -
}

@test "a paragraph longer than the window" {
	n=100000
	long $n | tr '\n' ' ' >article
	nsplit article >sentences
	gives 0 nquote sentences
	quiet
	[ "$(wc -l <"$out")" -ge $((n - 10)) ]
	check_slices "$out"
}

# many PATTERN: a million marks of it, one article.
many() {
	awk -v p="$1" 'BEGIN {
		n = gsub(/[“”‘’"«»„]/, "&", p)
		for (i = 0; i < 1000000; i += n)
			printf "%s", p
	}'
}

@test "a million quotation marks: linear time, bounded memory" {
	limit=20
	sanitized nquote && limit=300
	for p in '“No” ' '"' '” “' '‘ “ ' '«No.» ' '„“' \
	    '“It is so,” she said. ' '“It is so.” '; do
		many "$p" >article
		nsplit article >sentences
		"$TOOLS/cost" took nquote sentences >records
		read -r seconds kib <took
		echo "$p: $seconds s, $kib KiB"
		[ "${seconds%.*}" -lt $limit ]
		sanitized nquote || [ "$kib" -lt 24000 ]
		check_slices records || [ ! -s records ]
	done
}

# Marks that make of all the text one sentence, which nothing may go through
# once a mark.
@test "marks without end in one sentence: linear time" {
	limit=10
	sanitized nquote && limit=150
	for p in '"x"' '“a b c”' 'x “yes it is so” ' 'x”“y ' said\  \
	    '“yes it is so,” Anna Tarnby, ' 'x: “no way out” '; do
		awk -v p="$p" 'BEGIN { while (n++ < 50000) printf "%s", p }' |
		    nsplit >sentences
		"$TOOLS/cost" took timeout 100 nquote sentences >records
		echo "$p: $(cat took)"
		read -r seconds kib <took
		[ "${seconds%.*}" -lt $limit ]
	done
}

# --- examples by hand ---

@test "nothing is quoted in an article without marks" {
	quotes 'The bridge is old. Anna Tarnby said it would stand.\n'
	silent
}

@test "boilerplate holds no quotation" {
	articles
	nsplit -- *.txt >sentences
	awk -F '\t' '$7 == "boiler" && $9 ~ /["“]/' sentences >marks
	nquote sentences >records
	awk -F '\t' '
	NR == FNR { if ($7 == "boiler") { d[++n] = $1; b[n] = $2; e[n] = $3 } next }
	{ for (i = 1; i <= n; i++) if (d[i] == $1 && $2 >= b[i] && $2 < e[i]) exit 1 }
	' sentences records
}

@test "a #gaps line belongs to the very next line of its own file" {
	printf 'a\t0\t11\tsentence\t1\t1\tbody\t.\tNobody came.\n#gaps\t2+3\n' >a
	printf 'b\t0\t17\tsentence\t1\t1\tbody\t.\t“Go,” Ann said.\n' >b
	[ "$(nquote a b | cut -f 1-3)" = "$(printf 'b\t3\t6')" ]
	{
		sed -n 2p a
		echo stray
		cat b
	} >c
	[ "$(nquote c 2>/dev/null | cut -f 1-3)" = "$(printf 'b\t3\t6')" ]
}

@test "the same article twice is two articles" {
	printf 'b\t0\t17\tsentence\t1\t1\tbody\t.\t“Go,” Ann said.\n' >b
	[ "$(cat b b | nquote | cut -f 6 | tr '\n' ' ')" = '1 1 ' ]
}

@test "a sentence record with too few or too many columns is named" {
	printf 'b\t0\t17\tsentence\t1\t1\tbody\t“Go,” Ann said.\n' >b
	status=0
	nquote b >out 2>err || status=$?
	[ "$status" -eq 1 ] && [ ! -s out ]
	grep -q '^nquote: b:1: a sentence record has nine columns$' err
}

@test "captions without end between quotations: linear time" {
	awk 'BEGIN {
		for (i = 0; i < 40000; i++)
			printf "a\t%d\t%d\tsentence\t%d\t%d\tcaption\t.\t“It is so.”\n",
			    i * 20, i * 20 + 15, i + 1, i + 1
	}' >in
	"$BUILD/tests/tools/cost" took nquote in >out
	read -r seconds _ <took
	echo "$seconds s"
	[ "${seconds%.*}" -lt 8 ]
}
