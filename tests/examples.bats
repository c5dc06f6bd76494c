#!/usr/bin/env bats
# shellcheck disable=SC2154 # out, err and status are set in lib.bash
# The scripts in examples/ run, and agree with each other and with README.md.

load lib

# The main job on the files of examples/, by hand.
by_hand() { nsplit -- "$ROOT"/examples/*.txt | nquote | nsort; }

gnu_parallel() {
	parallel --version 2>/dev/null </dev/null | grep -q '^GNU parallel'
}

@test "every script has a test, a head that says what it does, and may be run" {
	for f in "$ROOT"/examples/*.sh; do
		name=${f##*/}
		[ -x "$f" ]
		sed -n 2p "$f" | grep -q "^# $name -- ."
		grep -q "examples/$name" "$BATS_TEST_FILENAME" ||
		    { echo "no test: $name"; false; }
	done
}

@test "README.md: its samples are what the commands print" {
	# A display that begins with "$ ": the command, and what it prints.
	awk '
	/^```/ { inside = !inside; shown = 0; next }
	inside && /^\$ / { f = "sample." ++n; shown = 1; print substr($0, 3) >f }
	inside && shown && !/^\$ / { print >(f ".want") }' "$ROOT/README.md"
	[ -e sample.2 ]
	for i in $(seq 100); do
		[ -e "sample.$i" ] || break
		(cd "$ROOT" && sh "$BATS_TEST_TMPDIR/sample.$i") >got
		same "sample.$i.want" got
	done
}

@test "a missing file: status 1, and the others are done" {
	articles
	for f in "$ROOT"/examples/*.sh; do
		case $f in */parallel.sh) gnu_parallel || continue ;; esac
		echo "${f##*/}"
		gives 0 env HOME="$PWD" "$f" 01-northwire.txt 02-harbour-herald.txt
		cp "$out" want
		gives 1 env HOME="$PWD" "$f" 01-northwire.txt no-such 02-harbour-herald.txt
		says no-such
		same want "$out"
	done
}

# odd_names: articles with names that a shell or xargs could break; into names.
odd_names() {
	names=($'a\nb \'".txt' -x.txt)
	cp "$ROOT/examples/01-northwire.txt" "${names[0]}"
	cp "$ROOT/examples/02-harbour-herald.txt" "./${names[1]}"
}

@test "main.sh: nine articles found in one stream, their quotations in order" {
	gives 0 "$ROOT/examples/main.sh"
	quiet
	[ "$(cut -f 1 "$out" | sort -u | wc -l)" -eq 9 ]
	cp "$out" a
	nsort -c a
	# The same quotations as from the files, whatever the articles are called.
	by_hand >b
	cut -f 2- a | LC_ALL=C sort >a.sorted
	cut -f 2- b | LC_ALL=C sort >b.sorted
	same a.sorted b.sorted
}

@test "speakers.sh: every quotation is counted, the most frequent first" {
	gives 0 "$ROOT/examples/speakers.sh"
	quiet
	[ -s "$out" ]
	[ "$(awk -F '\t' '{ n += $2 } END { print n }' "$out")" -eq \
	    "$(by_hand | wc -l)" ]
	cut -f 1 "$out" | sort -c -nr
	[ "$(cut -f 3 "$out" | sort | uniq -d | wc -l)" -eq 0 ]
}

@test "xargs.sh: the same as one process gives" {
	by_hand >want
	[ -s want ]
	gives 0 "$ROOT/examples/xargs.sh"
	quiet
	same want "$out"
	gives 0 env JOBS=4 "$ROOT/examples/xargs.sh"
	same want "$out"
	odd_names
	nsplit -- "${names[@]}" | nquote | nsort >want
	gives 0 "$ROOT/examples/xargs.sh" "${names[@]}"
	same want "$out"
}

@test "parallel.sh: the same as one process gives, both ways" {
	gnu_parallel || skip "no GNU parallel"
	export HOME=$BATS_TEST_TMPDIR
	by_hand >want
	gives 0 "$ROOT/examples/parallel.sh"
	same want "$out"
	odd_names
	nsplit -- "${names[@]}" | nquote | nsort >want
	gives 0 "$ROOT/examples/parallel.sh" "${names[@]}"
	same want "$out"
	# Wrapped articles have #gaps lines; small blocks cut at most articles.
	mkdir wrapped
	for f in "$ROOT"/examples/*.txt; do
		fold -s -w 50 "$f" | sed 's/$/ /' >"wrapped/${f##*/}"
	done
	nsplit wrapped/* >records
	grep -q '^#gaps' records
	nquote records | nsort >want
	gives 0 env PARALLEL='--block 2k' \
	    "$ROOT/examples/parallel.sh" --pipe <records
	same want "$out"
}

@test "parallel.sh without GNU parallel says so" {
	mkdir bin
	for f in sh dirname grep nsplit; do
		ln -s "$(command -v $f)" bin/
	done
	gives 1 env PATH="$PWD/bin" sh "$ROOT/examples/parallel.sh"
	silent
	says_once 'parallel.sh: GNU parallel is not installed'
}

@test "demo.sh: a line a quotation, within the width, without colour in a pipe" {
	gives 0 env COLUMNS=100 "$ROOT/examples/demo.sh"
	quiet
	[ "$(wc -l <"$out")" -eq $(($(by_hand | wc -l) + 4)) ]
	not grep -q "$(printf '\033')" "$out"
	tail -n 1 "$out" | grep -Eq '^[0-9]+ quotations of [0-9]+ speakers in 9 art'
	# Columns of characters, not of bytes, and no half of one.
	iconv -f UTF-8 -t UTF-16LE "$out" >/dev/null
	[ "$(LC_ALL=C tr -d '\200-\277' <"$out" | LC_ALL=C wc -L)" -le 100 ]
}

@test "demo.sh: with colour in a terminal, but not if NO_COLOR is set" {
	script -qec true /dev/null </dev/null >/dev/null 2>&1 ||
	    skip "no script(1), or no terminal to be had"
	script -qec "'$ROOT/examples/demo.sh'" /dev/null </dev/null >"$out" 2>&1
	grep -q "$(printf '\033\[1m')" "$out"
	NO_COLOR=1 script -qec "'$ROOT/examples/demo.sh'" /dev/null </dev/null \
	    >"$out" 2>&1
	not grep -q "$(printf '\033')" "$out"
	grep -q ' quotations of ' "$out"
}
