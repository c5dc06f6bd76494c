#!/usr/bin/env bats
# shellcheck disable=SC2154 # out, err and status are set in lib.bash
# shellcheck disable=SC2059 # formats hold the bytes that are tried
# shellcheck disable=SC2094,SC2129 # in is made, then read; made in steps
# nsplit(1): what it makes of inputs of every shape.  tests/case/nsplit/NAME holds
# in, args (if any) and want, the records.

load lib

tab=$(printf '\t')

# texts FORMAT: the sentences of that text, a line each, in $out.
texts() { printf "$1" >in && gives 0 nsplit -T <in && quiet; }

# column N: that column of the records in $out, on one line.
column() { grep -av '^#' "$out" | cut -f "$1" | paste -s -d ' '; }

# prose: a paragraph that is the body of any article.
prose() {
	printf '%s %s' 'The ferry that left the harbour at dawn did not come' \
	    'back, and nobody on the quay could say why.'
}

@test "golden cases" {
	for c in "$ROOT"/tests/case/nsplit/*/; do
		echo "${c%/}"
		args=
		[ ! -e "$c/args" ] || args=$(cat "$c/args")
		eval "gives 0 nsplit $args" <"$c/in"
		quiet
		same "$c/want" "$out"
	done
}

@test "a record: columns, offsets, counts" {
	printf 'A ferry sank. "Why?" she asked.\n\nNobody knew it.\n' >in
	gives 0 nsplit in
	quiet
	cat >want <<-END
	in${tab}0${tab}13${tab}sentence${tab}1${tab}1${tab}body${tab}.${tab}A ferry sank.
	in${tab}14${tab}31${tab}sentence${tab}2${tab}1${tab}body${tab}.${tab}"Why?" she asked.
	in${tab}33${tab}48${tab}sentence${tab}3${tab}2${tab}body${tab}.${tab}Nobody knew it.
	END
	same want "$out"
}

@test "files, standard input and - are called what they are" {
	plain a
	cp a '#b'
	cp a "c${tab}d"
	gives 0 nsplit a '#b' "c${tab}d" - <a
	column 1 | grep -qF 'a a a ./#b ./#b ./#b c\td c\td c\td - - -'
	check_slices <(grep -v '^-' "$out")
}

@test "headers of tail -v: names, offsets, no blank line too many" {
	plain a b.txt
	printf 'Of c alone.' >c
	tail -n +1 -v a b.txt c >in
	gives 0 nsplit <in
	quiet
	nsplit a b.txt c >want
	same want "$out"
	gives 0 nsplit in
	same want "$out"
	printf '==> x <==\r\nOne.\r\n' | nsplit >"$out"
	[ "$(column 1,2,3)" = "x${tab}0${tab}4" ]
}

@test "document records: escapes, offsets, other kinds, bad lines" {
	printf 'd\t100\t130\tdocument\tT\t.\tOne \\\\ two\\tx.\\n\\nThree.\n' >in
	printf '# comment\nd\t0\t3\tsentence\t1\t1\tbody\t.\tOne.\n' >>in
	printf 'd\t0\t3\tsentence\t1\t1\tbody\t.\tOne.\nno record\n' >>in
	printf '#e\t0\t4\tdocument\t.\t.\tIt is a comment.\n' >>in
	printf 'e\t0\t4\tdocument\t.\t.\tFour.\n' >>in
	gives 1 nsplit in
	says 'in:3: not a document record'
	says 'in:5: not a record'
	has 2 "$err"
	cat >want <<-END
	d${tab}100${tab}112${tab}sentence${tab}1${tab}1${tab}body${tab}.${tab}One \\\\ two\\tx.
	d${tab}114${tab}120${tab}sentence${tab}2${tab}2${tab}body${tab}.${tab}Three.
	e${tab}0${tab}5${tab}sentence${tab}1${tab}1${tab}body${tab}.${tab}Four.
	END
	same want "$out"
}

@test "document records: the same as the file" {
	articles
	for f in *.txt; do
		printf '%s\t0\t1\tdocument\t.\t.\t' "$f"
		sed -z 's/\\/\\\\/g; s/\t/\\t/g; s/\r/\\r/g; s/\n/\\n/g' "$f"
		echo
	done >in
	gives 0 nsplit in
	nsplit -- *.txt >want
	same want "$out"
}

@test "text whose first line only resembles a record is text" {
	texts '#1 of all\nIs it so? It is.\n'
	has 3 "$out"
	texts 'a\t1\t2\tnothing\tx\n'
	has 1 "$out"
}

@test "cat without line ends: articles are told apart" {
	{
		printf 'Ferry lost off Elsin\n\n%s\n\n%s\n\n%s' \
		    "$(prose)" "$(prose)" "$(prose)"
		printf 'Skip to main content\n\n31\n\nPort closed for a week\n\n'
		printf '%s\n\n%s\n\nRead Entire Article' "$(prose)" "$(prose)"
		printf 'The talks went on.\n%s\n%s\n' "$(prose)" "$(prose)"
	} >in
	gives 0 nsplit <in
	quiet
	[ "$(grep -c "${tab}1${tab}1${tab}" "$out")" -eq 3 ]
	grep -q "^-2${tab}0${tab}20${tab}.*boiler.*Skip to main content$" "$out"
	grep -q "^-2${tab}26${tab}48${tab}.*title.*Port closed" "$out"
	grep -q "^-3${tab}0${tab}18${tab}.*The talks went on" "$out"
	gives 0 nsplit in
	not grep -qv "^in${tab}" "$out"
}

@test "cat of files with line ends: a title below the last line" {
	{
		printf 'Ferry lost off Elsin\n\n%s\n\n%s\n\n%s\n' \
		    "$(prose)" "$(prose)" "$(prose)"
		printf 'Port closed for a week\n\n%s\n\n%s\n' \
		    "$(prose)" "$(prose)"
	} >in
	gives 0 nsplit <in
	grep -q "^-2${tab}0${tab}22${tab}.*title.*Port closed" "$out"
}

@test "an article with headings, captions and blanks that lack is one" {
	{
		printf 'Ferry lost off Elsin\n\n%s\n\nThe search\n\n' "$(prose)"
		printf '%s\n\nThe Heron. (Ann Lee/Getty Images)\n\n' "$(prose)"
		printf '%s\n\nIt sank.Then they left.\n\n%s\n' \
		    "$(prose)" "$(prose)"
	} >in
	gives 0 nsplit <in
	not grep -v "^-$tab" "$out"
}

@test "the examples: cat, in any order, gives as many articles" {
	articles
	cat ./*.txt | nsplit >a
	set -- ./*.txt
	printf '%s\n' "$@" | sort -r | xargs cat | nsplit >b
	for f in a b; do
		cut -f 1 $f | grep -v '^#' | uniq | wc -l
	done >n
	echo "of $#:" && cat n
	# In reverse one is missed: its title stands behind a line without stop.
	[ "$(head -n 1 n)" -eq $# ]
	[ "$(tail -n 1 n)" -ge $(($# - 1)) ]
}

@test "-e: an article at each match, in files too, and no guess" {
	printf 'ID 1\nOne.\nID 2\nTwo. ID 3 Three.\n' >in
	gives 0 nsplit -e 'ID \d' in
	quiet
	[ "$(column 1)" = "in in in-2 in-2 in-3" ]
	[ "$(column 2)" = "0 5 0 5 0" ]
	gives 0 nsplit -e '^ID \d' <in
	[ "$(column 1)" = "- - -2 -2 -2" ]
	{ printf 'Before.\n' && cat in; } | nsplit -e '^ID' >"$out"
	[ "$(column 1 | tr ' ' '\n' | uniq | paste -s -d ' ')" = "- -2 -3" ]
	gives 0 nsplit -e 'no such' in
	[ "$(column 1)" = "in in in in in" ]
	printf '\n\n\nID 1\nOne.\n' | nsplit -e '^ID' >"$out"
	[ "$(column 1,2 | tr "$tab" ' ')" = "- 3 - 8" ]
	printf 'd\t0\t9\tdocument\t.\t.\tID 1\\nA.\\nID 2\\nB.\n' >doc
	gives 0 nsplit -e '^ID' doc
	[ "$(column 1)" = "d d d-2 d-2" ]
}

@test "-e: a bad pattern is usage, a costly one ends soon" {
	plain a
	gives 2 nsplit -e '(' a
	silent
	says '-e (: '
	{ head -c 40000 /dev/zero | tr '\0' a && echo c; } >long
	gives 1 timeout 20 nsplit -e '(\w+)+\d' long
	says_once 'costs too much'
	[ -s "$out" ]
	printf 'caf\351 \377 ID 2 Two.\n' >latin1
	gives 0 nsplit -e 'ID' latin1
	[ "$(column 1)" = "latin1 latin1-2" ]
}

@test "a byte order mark is passed over, its bytes count" {
	printf '\357\273\277One. Two.\n' >in
	gives 0 nsplit in
	[ "$(column 2)" = "3 8" ]
	[ "$(column 9)" = "One. Two." ]
	printf 'One.\357\273\277Two.\n' | nsplit >"$out"
	[ "$(column 1)" = "- -" ] || [ "$(column 1)" = "- -2" ]
}

@test "wrapped at a column: a line end is a space" {
	{ prose && echo && echo && prose && echo; } >in
	fold -s -w 40 in | sed 's/ $//' >folded
	gives 0 nsplit -T folded
	has 2 "$out"
	same <(prose && echo) <(head -n 1 "$out")
	check_slices <(nsplit folded)
	sed 's/$/\r/' folded >dos
	nsplit -T dos | same "$out" -
	nsplit dos | grep -q "^#gaps$tab"
	check_slices <(nsplit dos)
	nsplit -T dos | not grep '#gaps'
}

@test "not wrapped: each line is a paragraph" {
	texts 'bread\nmilk and eggs\na rope\nnails\n'
	has 4 "$out"
	nsplit in | cut -f 6 | paste -s | same <(printf '1\t2\t3\t4\n') -
}

@test "a wrapped text keeps its headings and its list" {
	{
		printf 'The search\n\n'
		prose | fold -s -w 40
		printf '\n\n* one oar\n* two doors, of which one was broken\n'
		printf '* nails\n'
	} >in
	gives 0 nsplit -T in
	has 5 "$out"
}

@test "what comes does not depend on how reads cut the input" {
	articles
	cat ./*.txt >in
	nsplit <in >want
	{ while IFS= read -r -n 997 -d '' part || [ -n "$part" ]; do
		printf %s "$part"
	done <in; } | nsplit >got
	dd if=in bs=7 status=none | nsplit >seven
	same want seven
	cat <in | nsplit | same want -
}

@test "a paragraph of a megabyte, with stops and without: nothing is lost" {
	for unit in 'word ' 'A short one. ' 'x' '. ' '" ' ; do
		yes "$unit" | tr -d '\n' | head -c 1000000 >in
		gives 0 nsplit in
		quiet
		nsplit -T in | bare | same <(bare <in) -
		[ "$(awk -F '\t' '$3 - $2 > 65536' "$out" | wc -l)" -eq 0 ]
		cut -f 6 "$out" | sort -u | same <(echo 1) -
	done
}

@test "memory is bounded, whatever comes" {
	sanitized nsplit && skip "a sanitizer's build"
	command -v prlimit >/dev/null || skip "no prlimit"
	for unit in x 'word ' '.' ' ' 'A b. '; do
		yes "$unit" | tr -d '\n' | head -c 60000000 |
		    prlimit --as=24000000 "$(command -v nsplit)" >/dev/null
		yes "$unit" | head -c 60000000 |
		    prlimit --as=24000000 "$(command -v nsplit)" >/dev/null
	done
}

@test "live: a sentence is written before the next paragraph has come" {
	mkfifo pipe
	nsplit <pipe >got &
	exec 7>pipe
	printf 'Ferry lost off Elsin\n\n%s\n\n%s\n\n%s\n\n' \
	    "$(prose) $(prose)" "$(prose) $(prose)" "$(prose)" >&7
	for _ in $(seq 50); do
		[ "$(wc -l <got)" -lt 4 ] || break
		sleep 0.1
	done
	n=$(wc -l <got)
	exec 7>&-
	wait
	echo "$n lines before the end"
	[ "$n" -ge 3 ]
}
