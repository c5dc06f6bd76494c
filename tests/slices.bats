#!/usr/bin/env bats
# shellcheck disable=SC2154 # out, err and status are set in lib.bash
# shellcheck disable=SC2016 # $ is the last line to sed
# THE SLICE RULE, for every record of every program: bytes beg..end of the
# article, white space around line ends made one space, are the text.

load lib

SHARED=$ROOT/../shared

# all_of PROGRAM FILE ...: its records of these articles.
all_of() {
	local p=$1

	shift
	case $p in
	nsplit) nsplit -- "$@" ;;
	nquote) nsplit -- "$@" | nquote -a | nsort ;;
	nsort) nsplit -- "$@" | nsort ;;
	*) nsplit -- "$@" | "$p" ;;
	esac
}

# hold FILE ...: the rule holds for every program on these articles.
hold() {
	local p

	for p in $(programs); do
		all_of "$p" "$@" >records && check_slices records && continue
		echo "-- in $p"
		return 1
	done
}

@test "the checker sees what is wrong" {
	plain a
	sentences a >good
	check_slices good
	not check_slices <(sed 's/wrong/wrung/' good)
	not check_slices <(awk -F '\t' -v OFS='\t' 'NR == 2 { $2++ } 1' good)
	not check_slices <(awk -F '\t' -v OFS='\t' 'NR == 2 { $3-- } 1' good)
	not check_slices <(sed '1{h;d};$G' good)
	not check_slices <(cut -f 1-7,9 good)
	not check_slices <(sed 's/\.$/.\r/' good)
	not check_slices /dev/null
}

@test "the examples" {
	articles
	hold ./*.txt
}

@test "the examples, as they come from tail -v and from cat" {
	articles
	tail -n +1 -v -- *.txt | nsplit >records
	# An end of line that tail puts between two articles belongs to none.
	nsplit -- *.txt >files
	grep -v '^#gaps' files >a
	grep -v '^#gaps' records >b
	same a b
	check_slices files
	cat -- *.txt >all
	nsplit <all >records
	check_slices -s all records
}

@test "articles with every kind of line end and white space" {
	printf 'One line.\r\nTwo  lines,\r\n\r\nand \t \n a third.\r' >a
	printf 'A\ttab, a \\ and a \\n.\n\n\n  Blanks  inside\n   and before.' >b
	printf '\n\n \t\nIt begins late.\n\n' >c
	printf '\357\273\277With a mark. \302\240And a hard blank.\n' >d
	printf 'Nul \000 and \377 and \303.\n\302\205 Next.\n' >e
	printf 'He said: "This\n is wrapped\n\n" and "that\n".\n' >f
	hold a b c d e f
}

@test "the articles wrapped at 60 columns, with CRLF, with blanks at line ends" {
	articles
	mkdir w
	for f in *.txt; do
		fold -s -w 60 "$f" >"w/fold-$f"
		sed 's/$/\r/' "$f" >"w/crlf-$f"
		fold -s -w 60 "$f" | sed 's/$/  /; s/^/ /' >"w/both-$f"
	done
	hold w/*
}

@test "the five real articles" {
	[ -d "$SHARED/seeds" ] || skip "no shared/seeds"
	cp "$SHARED"/seeds/*.txt .
	hold ./*.txt
	cat -- *.txt >all
	nsplit <all >records
	check_slices -s all records
}

@test "the development texts, sentences" {
	for d in ewt gum; do
		[ -d "$SHARED/data/sentence/$d-dev/raw" ] || skip "no $d-dev"
		(cd "$SHARED/data/sentence/$d-dev/raw" &&
		    find . -type f | sort | tr '\n' '\0' >"$OLDPWD/names")
		cd "$SHARED/data/sentence/$d-dev/raw"
		nsplit --files0-from "$OLDPWD/names" >"$OLDPWD/records"
		check_slices "$OLDPWD/records"
		cd "$OLDPWD"
	done
}

@test "the development texts, every program" {
	[ -d "$SHARED/data/quote/polnear-dev/raw" ] || skip "no polnear-dev"
	cp "$SHARED"/data/quote/polnear-dev/raw/* .
	hold ./*.txt
}
