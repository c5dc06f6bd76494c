#!/usr/bin/env bats
# shellcheck disable=SC2059 # formats hold the bytes that are tried
# shellcheck disable=SC2154 # out, err and status are set in lib.bash
# nsort(1): the order by two routes, here and by LC_ALL=C sort.

load lib

tab=$(printf '\t')

# random N [SEED]: N sentence and quote records, the same ones everywhere.
random() {
	awk -v n="$1" -v s="${2:-1}" '
	function r(m) { s = s * 16807 % 2147483647; return s % m }
	BEGIN {
		OFS = "\t"
		split("news/a.txt,news/a b.txt,news/a.tx,news/é.txt,-,-2,Z," \
		    "a/very/long/way/to/an/article.txt," \
		    "a/very/long/way/to/an/article", doc, ",")
		split(".,Ada Lint,ada,Ada,Öhm,\\\\,~,  x", who, ",")
		for (i = 1; i <= n; i++) {
			d = doc[1 + r(9)]
			b = r(300)
			e = b + r(40)
			w = who[1 + r(8)]
			t = substr("The pilot said no to the port again", 1, \
			    1 + r(35)) " " i
			if (r(3))
				print d, b, e, "sentence", r(99), r(9), "body",
				    w, t
			else
				print d, b, e, "quote", "mixed", r(20), w, "he",
				    "said", ".", r(1001), t
		}
	}'
}

of_kind() { awk -F '\t' -v k="$1" '$4 == k'; }

# csort ARGS: what to compare with.
csort() { LC_ALL=C sort -s -t "$tab" "$@"; }

# speaker_first: put the speaker, which has another place in a quote, in front.
speaker_first() {
	awk -F '\t' -v OFS='\t' '{ print $4 == "quote" ? $7 : $8, $0 }'
}

# agrees FILE "SORT ARGS" NSORT ARGS ...: both ways give the same bytes.
agrees() {
	local file=$1 args

	read -ra args <<<"$2"
	shift 2
	csort "${args[@]}" "$file" >want
	gives 0 nsort "$@" "$file" && quiet && same want "$out"
}

# --- order ---

@test "without options: doc, beg, and the longer span first" {
	random 5000 >in
	agrees in '-k1,1 -k2,2n -k3,3nr'
	agrees in '-k1,1 -k2,2n -k3,3nr' -k doc,beg,end:r
	printf 'a\t%s\tentity\tx\tN\t9\tN\n' '9	10' '10	11' '0	2' '0	9' >in
	nsort in >got
	printf 'a\t%s\tentity\tx\tN\t9\tN\n' '0	9' '0	2' '9	10' '10	11' >want
	same want got
}

@test "-k: columns by name, as bytes and as numbers" {
	random 5000 2 | of_kind sentence >s
	random 5000 3 | of_kind quote >q
	agrees s '-k8,8' -k speaker
	agrees s '-k8,8r' -k speaker:r
	agrees s '-k9,9' -k text
	agrees s '-k5,5n' -k n
	agrees s '-k6,6nr -k1,1 -k9,9r' -k par:r,doc,text:r
	agrees s '-k1,1r -k2,2nr' -k doc:r -k begr
	agrees q '-k11,11n' -k score
	agrees q '-k11,11nr -k7,7' -k score:r,speaker
	agrees q '-k6,6n -k3,3n' -k id,end
	agrees q '-k5,5 -k12,12' -k type,text
}

@test "-k: columns by number are bytes unless n follows" {
	random 3000 4 >in
	agrees in '-k2,2' -k 2
	agrees in '-k2,2n' -k 2n
	agrees in '-k2,2r -k3,3n' -k 2r,3n
	agrees in '-k2,2nr' -k 2:nr
	agrees in '-k3,3nr -k2,2' -k 3rn -k 2
	agrees in '-k1,1r -k9,9' -k 1:r,9
}

@test "-k: flags behind a colon or at once are the same" {
	random 3000 5 | of_kind quote >in
	nsort -k score:nr,speaker in >want
	for k in scorenr scorern score:rn score:r scorer 11nr; do
		gives 0 nsort -k "$k,speaker" in
		same want "$out"
	done
	# The longest name wins: n is a column, and so is nr in reverse.
	random 3000 6 | of_kind sentence >in
	agrees in '-k5,5n' -k n
	agrees in '-k5,5nr' -k nr
	agrees in '-k8,8r' -k speakerr
}

@test "-k: a name means its column in every kind" {
	random 5000 7 >in
	speaker_first <in | csort -k1,1 -k2,2 | cut -f 2- >want
	nsort -k speaker,doc in >got
	same want got
	awk -F '\t' -v OFS='\t' '{ print $NF, $0 }' in | csort -k1,1r |
	    cut -f 2- >want
	nsort -k text:r in >got
	same want got
}

@test "-k: a column that the kind does not have is empty, and first" {
	random 3000 8 >in
	{ of_kind sentence <in; of_kind quote <in | csort -k11,11n; } >want
	nsort -k score in >got
	same want got
	{ of_kind quote <in | csort -k11,11nr; of_kind sentence <in; } >want
	nsort -k score:r in >got
	same want got
	printf 'a\t0\t1\tnew-kind\tx\na\t0\t1\tsentence\t1\t1\tb\tA\tx\n' |
	    nsort -k speaker >got
	[ "$(cut -f 4 got | tr '\n' ' ')" = 'new-kind sentence ' ]
}

@test "-k: numbers of any size, below zero and with decimals" {
	for v in 7 -3 0.5 -0.25 12345678901234567890123 9999999999999999999 10 \
	    -12345678901234567890123 007.10 7.09 -0.3 100 99 1e3; do
		printf 'a\t0\t1\ttime\tdate\t%s\tt\n' "$v"
	done >in
	grep -v 1e3 in >numbers
	agrees numbers '-k6,6n' -k value:n
	agrees numbers '-k6,6nr' -k value:nr
	# What is no number comes first, in byte order.
	printf 'a\t0\t1\ttime\tdate\t%s\tt\n' . 2024-05 b >>in
	nsort -k value:n in | cut -f 6 | head -n 4 >got
	printf '%s\n' . 1e3 2024-05 b >want
	same want got
}

@test "equal keys stay in the order of the input, over files too" {
	random 3000 9 >a
	random 3000 10 >b
	cat a b | csort -k4,4 >want
	gives 0 nsort -k kind a b
	same want "$out"
	gives 0 nsort -S 20K -k kind a b
	same want "$out"
	cat a b >ab
	agrees ab '-k4,4 -k1,1r' -k kind,doc:r
	agrees ab '-k1,1r' -k doc:r
}

@test "bytes, not letters: UTF-8, NUL, control bytes, no locale" {
	for b in '\0' '\1' '\10' '\13' '\15' '\37' ' ' ! a Z z '\177' '\200' \
	    'é' '\377' '\\t' '\0\0' '\1\0' 'a\0' 'a\10' ab; do
		printf "d\\t0\\t1\\tsentence\\t1\\t1\\tbody\\tx$b\\t<$b>\\n"
	done >in
	agrees in '-k8,8' -k speaker
	agrees in '-k8,8r' -k speaker:r
	agrees in '-k9,9' -k text
	for l in C de_DE.UTF-8 en_US.UTF-8 tr_TR.UTF-8; do
		LC_ALL=$l nsort -k text in >got
		same want got
	done
}

# --- -u ---

@test "-u: the first of equal keys" {
	random 5000 11 >in
	agrees in '-u -k1,1' -u -k doc
	agrees in '-u -k1,1 -k2,2n' -u -k doc,beg
	agrees in '-u -k2,2nr -k4,4' -u -k 2nr,kind
	agrees in '-u -k1,1' -u -k doc -S 10K
	agrees in '-u -k2,2nr -k4,4' -u -k 2nr,kind -S 4K
	cat in in >twice
	gives 0 nsort -u -k doc,beg,end,kind,text twice
	nsort -k doc,beg,end,kind,text in >want
	same want "$out"
}

@test "-u: equal numbers are equal however written" {
	printf 'a\t0\t1\ttime\tdate\t%s\tt\n' 1 01 1.0 2 -0 0 >in
	nsort -u -k value:n in | cut -f 6 >got
	printf '%s\n' -0 1 2 >want
	same want got
}

# --- -m ---

# parts N: p.00 ... of the records in, each in order by itself.
parts() {
	rm -f p.*
	split -n "l/$1" -d in p.
	for p in p.*; do nsort -o "$p" "$p"; done
}

@test "-m: sorted parts merged are the whole sorted" {
	random 5000 12 >in
	nsort in >want
	for n in 1 2 3 7 40; do
		parts "$n"
		gives 0 nsort -m p.*
		quiet
		same want "$out"
	done
	gives 0 nsort -m - <want
	same want "$out"
	gives 0 nsort -m <want
	same want "$out"
}

@test "-m: more files than are merged at once, in the order given" {
	mkdir d
	for i in $(seq -w 150); do
		printf 'a\t%s\t9\tsentence\t1\t1\tbody\t.\t%s\n' \
		    1 "$i" 1 "$i b" 3 "$i c" >"d/$i"
	done
	for i in $(seq -w 150); do sed 2q "d/$i"; done >want
	for i in $(seq -w 150); do sed 1,2d "d/$i"; done >>want
	gives 0 nsort -m d/*
	quiet
	same want "$out"
	gives 0 nsort -m -S 200K d/*
	same want "$out"
	printf '%s\0' d/* >names
	gives 0 nsort -m --files0-from - <names
	same want "$out"
	(ulimit -n 24; gives 0 nsort -m d/* && quiet && same want "$out")
	gives 0 nsort -mu d/*
	has 2 "$out"
	gives 0 nsort -S 1K d/*
	same want "$out"
}

@test "-m: -u, comments, bad lines, missing files" {
	random 2000 13 >in
	parts 5
	cat p.* | nsort -u -k doc,beg >want
	for p in p.*; do
		nsort -k doc,beg "$p" >q
		{ echo '#comment'; sed 3q q; echo '#'; sed 1,3d q; } >"$p"
	done
	gives 0 nsort -m -u -k doc,beg p.*
	same want "$out"
	echo stray >>p.01
	echo stray >>p.03
	gives 1 nsort -m -u -k doc,beg p.* none
	same want "$out"
	says "p.01:$(wc -l <p.01): not a record"
	says "p.03:$(wc -l <p.03): not a record"
	says 'nsort: none: No such file'
}

@test "-m: a file that is not in order: told once, nothing lost" {
	random 2000 14 >in
	for s in 256M 1K; do
		gives 1 nsort -S "$s" -m in in
		has 2 "$err"
		grep -q '^nsort: in:[0-9]*: disorder$' "$err"
		LC_ALL=C sort "$out" >got
		cat in in | LC_ALL=C sort >want
		same want got
	done
	for d in b a d c; do printf '%s\t0\t1\tx\t%s\n' $d $d; done >few
	for s in 256M 1K; do
		for f in few 'few few few few few'; do
			# shellcheck disable=SC2086 # names
			gives 1 nsort -mu -k doc -S "$s" $f
			cut -f 1 "$out" | LC_ALL=C sort -u | tr -d '\n' >got
			[ "$(cat got)" = abcd ]
		done
	done
	gives 1 nsort -mu -k doc in
	cut -f 1 "$out" | LC_ALL=C sort -u >got
	cut -f 1 in | LC_ALL=C sort -u >want
	same want got
}

@test "-m is live: a record comes out before the ends of the inputs" {
	mkfifo a b
	nsort -m a b >got 3>&- &
	exec 8>a 9>b
	printf 'a\t%d\t9\tsentence\t1\t1\tbody\t.\tx\n' 1 2 >&8
	printf 'a\t%d\t9\tsentence\t1\t1\tbody\t.\tx\n' 3 4 >&9
	for _ in $(seq 50); do
		[ -s got ] && break
		sleep 0.1
	done
	[ "$(cut -f 2 got | head -n 1)" = 1 ]
	exec 8>&- 9>&-
	wait
	[ "$(cut -f 2 got | tr -d '\n')" = 1234 ]
}

# --- -c ---

@test "-c: silent and 0 in order, the first disorder and 1 if not" {
	random 2000 15 | nsort >in
	gives 0 nsort -c in
	silent && quiet
	gives 0 nsort -c <in
	{ echo '#x'; sed 100q in; sed -n 50p in; sed 1,100d in; } >bad
	gives 1 nsort -c bad
	silent && says_once 'nsort: bad:102: disorder'
	gives 1 nsort -c - <bad
	says_once 'nsort: stdin:102: disorder'
	gives 0 nsort -c /dev/null
}

@test "-c: with keys and -u, every file by itself" {
	random 2000 16 >in
	nsort -k speaker:r,score in >good
	gives 0 nsort -c -k speaker:r,score good
	gives 0 nsort -c -k speaker:r,score good good
	gives 1 nsort -cu -k speaker:r,score good
	says disorder
	nsort -u -k speaker:r,score in >once
	gives 0 nsort -cu -k speaker:r,score once
	gives 1 nsort -c -k speaker:r,score good in once in
	has 2 "$err"
	gives 1 nsort -c -k speaker:r,score none good
	says_once 'nsort: none: No such'
	echo stray >>good
	gives 1 nsort -c -k speaker:r,score good
	says 'not a record'
}

# --- comments that belong to records ---

# with_gaps FILE: its records, every third with a #gaps line before it.
with_gaps() {
	awk 'NR % 3 == 0 { print "#gaps\t" NR "+2 " NR + 5 "+1\t\\r" } 1' "$1"
}

# gsort ARGS: csort, a #gaps line carried as the end of the line behind it.
gsort() {
	awk '/^#gaps/ { held = "\001" $0; next }
		{ print $0 held; held = "" }' |
	    csort "$@" | awk -F '\001' 'NF == 2 { print $2 } { print $1 }'
}

# wrapped: the examples with long runs of white space at line ends, in w/.
wrapped() {
	mkdir w
	for f in "$ROOT"/examples/*.txt; do
		fold -s -w 50 "$f" | sed 's/^/  /; s/$/ \r/' >"w/${f##*/}"
	done
}

@test "#gaps goes with the record behind it: in memory, through the disk" {
	random 5000 30 >plain
	with_gaps plain >in
	gsort -k1,1 -k2,2n -k3,3nr <in >want
	for s in 256M 300K 3K; do
		gives 0 nsort -S $s in
		quiet && same want "$out"
		gives 0 nsort -S $s <in
		quiet && same want "$out"
	done
	gsort -k4,4 <in >want
	gives 0 nsort -k kind in
	same want "$out"
	gives 0 nsort -S 3K -k kind in
	same want "$out"
	sed 's/$/\r/' in >dos
	gives 0 nsort -k kind dos
	quiet && same want "$out"
}

@test "#gaps: -u keeps that of the record it keeps" {
	random 5000 31 >plain
	with_gaps plain >in
	gsort -u -k1,1 -k2,2n <in >want
	grep -q '^#gaps' want
	for s in 256M 3K; do
		gives 0 nsort -u -S $s -k doc,beg in
		same want "$out"
		gives 0 nsort -u -S $s -k doc,beg in plain
		same want "$out"
	done
	gives 0 nsort -u -m -k doc,beg want want
	same want "$out"
}

@test "#gaps: -m, of many files too" {
	random 5000 32 >plain
	with_gaps plain >in
	gsort -k1,1 -k2,2n -k3,3nr <in >want
	mkdir d
	awk '{ print >sprintf("d/%03d", int(n / 50)) } !/^#/ { n++ }' in
	for f in d/*; do nsort -o "$f" "$f"; done
	[ "$(find d -type f | wc -l)" -eq 100 ]
	for s in 256M 200K 1K; do
		gives 0 nsort -m -S $s d/*
		quiet && same want "$out"
	done
	gives 1 nsort -m in
	says_once disorder
	LC_ALL=C sort in >a
	LC_ALL=C sort "$out" >b
	same a b
}

@test "#gaps: none under -T, no hindrance to -c and -H" {
	random 3000 33 >plain
	with_gaps plain >in
	nsort -T plain >want
	for a in -T -TH '-T -S 3K'; do
		# shellcheck disable=SC2086 # options
		gives 0 nsort $a in
		same want "$out"
	done
	nsort in >good
	gives 0 nsort -c good
	silent && quiet
	{ cat good; printf '#gaps\t1+1\n'; head -n 1 good; } >bad
	gives 1 nsort -c bad
	says_once "nsort: bad:$(wc -l <bad): disorder"
	gives 0 nsort -H -k kind in
	[ "$(head -n 1 "$out" | cut -f 4-6)" = "kind${tab}type${tab}id" ]
	sed 1d "$out" >got
	nsort -k kind in >want
	same want got
}

@test "a comment that is no #gaps line directly before a record is left out" {
	sentences a >s
	local one
	one=$(sed 1q s)
	printf '#gaps\t1+1\n%s\n' "$one" >want
	nsort want >got
	same want got
	sed 1q s >want
	for c in '#gaps' '#gaps\t' '#gaps\t1' '#gaps\t2+1 1+1' '#gaps 1+1' \
	    '#gapss\t1+1' '#Gaps\t1+1' '#' '#gaps\t1+1\n#' '#gaps\t1+1\n#gaps'; do
		{ printf "$c\n"; cat want; } >in
		gives 0 nsort in
		quiet && same want "$out"
	done
	# What is directly before it is the last of two.
	printf '#gaps\t1+1\n#gaps\t2+2\n%s\n' "$one" | nsort >got
	{ printf '#gaps\t2+2\n'; cat want; } | cmp - got
	# A line that is no record has had it, and an end of file.
	printf '#gaps\t1+1\nstray\n%s\n' "$one" >in
	gives 1 nsort in
	same want "$out"
	printf '#gaps\t1+1\n' >end
	for a in '' -m '-S 1'; do
		# shellcheck disable=SC2086 # options, or none
		gives 0 nsort $a end want
		quiet && same want "$out"
		# shellcheck disable=SC2086
		gives 0 nsort $a want end
		quiet && same want "$out"
	done
}

@test "nsplit | nsort | nquote is nsplit | nquote | nsort: offsets hold" {
	wrapped
	nsplit w/* >s
	[ "$(grep -c '^#gaps' s)" -gt 100 ]
	nquote -a s | nsort >want
	check_slices want
	for a in '' '-S 3K' -u -m; do
		# shellcheck disable=SC2086 # options, or none
		nsort $a s >sorted
		same s sorted
	done
	for a in '' '-S 3K'; do
		# shellcheck disable=SC2086
		nsort $a -k text:r,doc s | nsort $a >sorted
		same s sorted
		nquote -a sorted | nsort >got
		same want got
	done
	# Sorted by text, then each article again: parts merged.
	for f in w/*; do nsplit "$f" | nsort -k text | nsort -o "$f.s"; done
	nsort -m w/*.s | nquote -a | nsort >got
	same want got
	cat s s | nsort -u | nquote -a | nsort >got
	same want got
	# Without the comments the offsets would be wrong: this test can fail.
	grep -v '^#gaps' s | nquote -a | nsort >got
	not check_slices got
}

# --- beyond memory ---

@test "-S: through the disk, the same bytes as in memory" {
	random 8000 17 >in
	for k in doc,beg,end:r speaker:r,text score:nr kind; do
		nsort -k "$k" in >want
		for s in 3K 40K 300K 1M; do
			gives 0 nsort -S "$s" -k "$k" in
			quiet
			same want "$out"
		done
	done
	sed 300q in >few
	nsort few >want
	gives 0 nsort -S 1 few
	same want "$out"
}

@test "-S: sorted and reversed input, and records longer than memory" {
	random 4000 18 | nsort -k text >up
	nsort -k text:r up >down
	for f in up down; do
		gives 0 nsort -S 20K -k text $f
		same up "$out"
	done
	for i in 3 1 2; do
		printf 'a\t%d\t99999999\tsentence\t1\t1\tbody\t.\t' $i
		head -c 3M /dev/zero | tr '\0' "$i"
		echo
	done >long
	csort -k2,2n long >want
	gives 0 nsort -S 4K long
	same want "$out"
	gives 0 nsort -S 4K -k text long
	same want "$out"
}

@test "temporary files: in TMPDIR, without names, gone afterwards" {
	random 3000 19 >in
	nsort in >want
	mkdir d
	TMPDIR=$PWD/d gives 0 nsort -S 10K in
	same want "$out"
	[ -z "$(ls -A d)" ]
	TMPDIR='' gives 0 nsort -S 10K in
	same want "$out"
	mkfifo pipe
	TMPDIR=$PWD/d nsort -S 10K pipe >got 3>&- &
	exec 9>pipe
	cat in >&9
	if [ -d /proc/$!/fd ]; then	# until the first one is there, and unnamed
		for _ in $(seq 100); do
			readlink /proc/$!/fd/* | grep -q "$PWD/d/nsort.*deleted" &&
			    break
			sleep 0.1
		done
		readlink /proc/$!/fd/* | grep "$PWD/d/nsort.*deleted"
	fi
	for _ in $(seq 50); do	# a name may be seen for a moment
		[ -z "$(ls -A d)" ] && break
		sleep 0.1
	done
	[ -z "$(ls -A d)" ]
	exec 9>&-
	wait
	same want got
}

@test "temporary files that cannot be made or written: message, status 2" {
	random 3000 20 >in
	echo old >o
	TMPDIR=/nonexistent gives 2 nsort -S 10K -o o in
	says_once 'nsort: temporary file in /nonexistent: No such file'
	[ "$(cat o)" = old ]
	[ "$(ls)" = "$(printf 'in\no')" ]
	TMPDIR=/nonexistent gives 0 nsort in
	sanitized nsort && return
	(
		trap '' XFSZ
		ulimit -f 8
		nsort -S 100K in 2>err | wc -l >lines
		[ "${PIPESTATUS[0]}" -eq 2 ] || exit 1
	)
	grep -q '^nsort: temporary file in .*: File too large' err
	[ "$(cat lines)" -eq 0 ]
}

@test "/dev/full: status 2, sorted, merged and spilled" {
	random 3000 21 >in
	for a in '' -m -u '-S 10K' -T -l; do
		status=0
		# shellcheck disable=SC2086 # options, or none
		nsort $a in >/dev/full 2>"$err" || status=$?
		[ "$status" -eq 2 ]
		says 'nsort: stdout: No space left'
	done
}

@test "SIGUSR1 while runs on disk are merged" {
	random 50000 34 >in
	mkfifo pipe
	nsort -S 1M in >pipe 2>"$err" 3>&- &
	local pid=$!
	exec 9<pipe
	dd bs=1 count=1 <&9 >first 2>/dev/null
	kill -USR1 $pid
	{ cat first; cat <&9; } >got
	exec 9<&-
	wait $pid
	grep -Eq '^nsort: merging: [0-9]+ lines written, [0-9]+ bytes read$' "$err"
	has 1 "$err"
	nsort in >want
	same want got
}

@test "progress is for a terminal, and for sorts that spill" {
	random 3000 22 >in
	nsort -S 10K in >/dev/null 2>quiet
	[ ! -s quiet ]
	script -qec true /dev/null </dev/null >/dev/null 2>&1 ||
	    skip "no script(1), or no terminal to be had"
	script -qec 'nsort -S 10K -o o in' /dev/null </dev/null >seen
	grep -q 'nsort: .* runs, 3000 written' seen
	script -qec 'nsort -o o in' /dev/null </dev/null >seen
	not grep -q runs seen
}

# --- input and output ---

@test "-o: the output may be an input" {
	random 3000 23 >in
	nsort in >want
	for a in '' '-S 10K'; do
		cp in io
		# shellcheck disable=SC2086 # options, or none
		gives 0 nsort $a -o io io
		silent && same want io
	done
	gives 0 nsort -m -o io io
	same want io
}

@test "-H: the header of the first record's kind, comments are dropped" {
	random 2000 24 >in
	{ echo '#doc	beg'; cat in; echo '# end'; } >commented
	gives 0 nsort -H -k kind commented
	[ "$(head -n 1 "$out" | cut -f 4-6)" = "kind${tab}type${tab}id" ]
	sed 1d "$out" >got
	nsort -k kind in >want
	same want got
	gives 0 nsort -H -k kind:r in
	[ "$(head -n 1 "$out" | cut -f 4-6)" = "kind${tab}n${tab}par" ]
	gives 0 nsort -H -m -k kind want
	[ "$(head -n 1 "$out" | cut -f 5)" = type ]
	gives 0 nsort -H </dev/null
	silent
	printf 'a\t0\t1\tnew-kind\tx\n' | nsort -H >got
	[ "$(head -n 1 got)" = "#doc${tab}beg${tab}end${tab}kind" ]
}

@test "-T: the text alone" {
	random 2000 25 >in
	nsort -k score,doc in | awk -F '\t' '{ print $NF }' >want
	gives 0 nsort -T -k score,doc in
	same want "$out"
	gives 0 nsort -T -H -S 10K -k score,doc in
	same want "$out"
}

@test "wrong options: message and status 2" {
	: >in
	for k in '' nix speaker:x speaker: :n doc,,beg 0 17 'doc,' DOC; do
		gives 2 nsort -k "$k" in
		silent && says_once "nsort: -k $k: no column"
	done
	gives 2 nsort -k 1,2,3,4,5,6,7,8,9 -k 1,2,3,4,5,6,7,8 in
	says_once 'more than 16 columns'
	for s in 0 x -1 10X 99999999999G ''; do
		gives 2 nsort -S "$s" in
		silent && says 'nsort: -S '
	done
	gives 2 nsort -c -m in
	says 'usage:'
	gives 2 nsort -c -o in in
	says 'usage:'
	[ "$(ls)" = in ]
}

# --- size and hostility ---

@test "hostile keys in little time: equal, long common beginnings, chains" {
	awk 'BEGIN {
		x = "x"
		for (i = 0; i < 12; i++)
			x = x x
		for (i = 1; i <= 4000; i++) {
			d = i * 7919 % 4000
			printf "%s\t0\t1\tsentence\t1\t1\tbody\t%s\t%d\n",
			    substr(x, 1, d + 1), x (i % 3), i
		}
	}' >in
	agrees in '-k1,1' -k doc
	agrees in '-k8,8' -k speaker
	agrees in '-k8,8r -k1,1r' -S 3M -k speaker:r,doc:r
	agrees in '-k7,7' -k role
}

@test "500,000 records in a moment, and little memory with -S" {
	random 50000 26 >one
	for i in 1 2 3 4 5 6 7 8 9 10; do sed "s/^/$i/" one; done >in
	csort -k1,1 -k2,2n -k3,3nr in >want
	gives 0 timeout 60 nsort in
	same want "$out"
	sanitized nsort && return
	(ulimit -v 60000; gives 0 timeout 60 nsort -S 8M in && same want "$out")
}

@test "-m: runs of lines that are no records are told apart by file" {
	r() { printf 'd\t%d\t%d\tsentence\t1\t1\tbody\t.\tx\n' "$1" $(($1 + 1)); }
	{ r 0; printf 'bad\nbad\n'; r 4; } >a
	{ r 2; printf 'bad\n'; r 6; } >b
	printf 'plain\n' >c
	gives 1 nsort -m c a b
	[ "$(wc -l <"$out")" -eq 4 ]
	grep -q '^nsort: c:1: not a record' "$err"
	grep -q '^nsort: a:2: not a record' "$err"
	grep -q '^nsort: a:3: the last of 2 such lines$' "$err"
	grep -q '^nsort: b:2: not a record' "$err"
	[ "$(wc -l <"$err")" -eq 4 ]
}
