#!/usr/bin/env bats
# shellcheck disable=SC2059 # formats hold the bytes that are tried
# shellcheck disable=SC2317 # functions are called by name, by over
# shellcheck disable=SC2154 # out, err and status are set in lib.bash
# Every program of the family on the same hostile input.  A new program needs
# one line in the table.

load lib

# What a program reads (text, or records: sentence records that sentences
# makes), and when it writes: live, before the end of the input, or at the end.
table() {
	cat <<-'END'
	nsplit  text     live
	nquote  records  live
	nspeak  records  live
	nsort   records  end
	END
}

reads() { table | awk -v p="$1" '$1 == p { print $2 }'; }
live() { [ "$(table | awk -v p="$1" '$1 == p { print $3 }')" = live ]; }

# over FN ...: FN PROGRAM ... for the whole family; says for which it fails.
over() {
	local p

	for p in $(programs); do
		"$1" "$p" "${@:2}" && continue
		echo "-- in $p"
		return 1
	done
}

# over_records FN, over_text FN: for those that read such input.
over_records() {
	local p

	for p in $(programs); do
		[ "$(reads "$p")" = records ] || continue
		"$1" "$p" && continue
		echo "-- in $p"
		return 1
	done
}

over_text() {
	local p

	for p in $(programs); do
		[ "$(reads "$p")" = text ] || continue
		"$1" "$p" && continue
		echo "-- in $p"
		return 1
	done
}

# feed PROGRAM FILE: write the small good input for it to FILE.
feed() {
	if [ "$(reads "$1")" = text ]; then
		plain "$2"
	else
		sentences "$(printf %s "${2##*/}" | tr '\n' _)" >"$2"
	fi
}

# feed_more PROGRAM FILE: real input of many documents.
feed_more() {
	if [ "$(reads "$1")" = text ]; then
		(cd "$ROOT/examples" && tail -n +1 -v -- *.txt) >"$2"
	else
		cp "$(records)" "$2"
	fi
}

@test "the table names every program, and each is built" {
	built() { [ -n "$(reads "$1")" ] && [ -x "$BIN/$1" ]; }
	over built
}

# --- usage ---

@test "--help: what it does, every option, an example; status 0" {
	helps() {
		gives 0 "$1" --help && quiet &&
		    head -n 1 "$out" | grep -q "^$1: ." &&
		    sed -n 2p "$out" | grep -q "^usage: $1 " &&
		    grep -q "^example: .*$1" "$out" &&
		    not grep -q '.\{81\}' "$out"
	}
	over helps
}

@test "--help and --version on a full disk: status 2" {
	full() {
		local o

		for o in --help --version; do
			status=0
			"$1" "$o" >/dev/full 2>"$err" || status=$?
			[ "$status" -eq 2 ] && says 'No space left' || return
		done
	}
	over full
}

@test "--version: name, family, number" {
	version() {
		gives 0 "$1" --version && quiet && has 1 "$out" &&
		    grep -Eq "^$1 \\(newsutils\\) [0-9][0-9.a-z-]*$" "$out"
	}
	over version
}

@test "a wrong option: usage on stderr, nothing on stdout, status 2" {
	wrong() {
		gives 2 "$1" -% && silent && says "usage: $1 " &&
		    gives 2 "$1" --no-such-thing && silent && says "usage: $1 " &&
		    gives 2 "$1" -o && silent && says "usage: $1 "
	}
	over wrong </dev/null
}

@test "what follows -- or the first file is a file" {
	operand() {
		feed "$1" -H
		feed "$1" in
		gives 0 "$1" -- -H && quiet && [ -s "$out" ] &&
		    gives 0 "$1" ./in -H && quiet && not grep -q '^#doc' "$out"
	}
	over operand
}

# --- inputs ---

@test "an empty input: nothing, status 0" {
	empty() {
		: >empty
		gives 0 "$1" </dev/null && silent && quiet &&
		    gives 0 "$1" empty empty && silent && quiet
	}
	over empty
}

@test "no LF at the end: the same as with one" {
	last() {
		feed "$1" in
		printf %s "$(cat in)" >short
		printf '%s\n' "$(cat in)" >whole
		gives 0 "$1" <short && quiet && [ -s "$out" ] && mv "$out" a &&
		    gives 0 "$1" <whole && quiet && same a "$out" &&
		    [ -z "$(tail -c 1 a)" ]
	}
	over last
}

@test "CRLF: no raw CR in a field, the same number of records" {
	crlf() {
		feed "$1" in
		sed 's/$/\r/' in >dos
		gives 0 "$1" <in && mv "$out" unix && try "$1" <dos &&
		    [ "$status" -le 1 ] && not grep -q "$(printf '\r')" "$out" &&
		    has "$(wc -l <unix)" "$out"
	}
	over crlf
}

@test "NUL and broken UTF-8 in the text: nothing is lost" {
	bytes() {
		local bad

		for bad in '\0' '\377' '\303' '\200\200' '\355\240\200' '\001\033'; do
			if [ "$(reads "$1")" = text ]; then
				printf "A b${bad}d word. An${bad}d one more.$bad" >in
			else
				sentences a | sed 's/charts/\x01/' |
				    tr '\001' '\002' >in
				printf "a\t200\t210\tsentence\t4\t3\tbody\t.\t" >>in
				printf "\"A b${bad}d word,\" she said.$bad\n" >>in
			fi
			gives 0 "$1" <in && quiet && [ -s "$out" ] || return
			case $1 in
			nsplit)
				gives 0 "$1" -T <in || return
				bare <in >a; bare <"$out" >b; same a b || return ;;
			nspeak | nsort)
				gives 0 "$1" -T <in || return
				cut -f 9 in | sort >a; sort "$out" >b
				same a b || return ;;
			*)
				printf "b${bad}d" >a
				LC_ALL=C grep -qaF -f a "$out" ||
				    [ "$bad" = '\0' ] || return ;;
			esac
		done
	}
	over bytes
}

@test "a directory, a missing file: named, the rest done, status 1" {
	missing() {
		mkdir -p dir
		feed "$1" in
		gives 0 "$1" in && cp "$out" good && [ -s good ] &&
		    gives 1 "$1" dir && silent && says_once "$1: dir: Is a dir" &&
		    gives 1 "$1" none && silent && says_once "$1: none: No such" &&
		    gives 1 "$1" none in dir && same good "$out" &&
		    says "$1: none: No such" && says "$1: dir: Is a directory" &&
		    has 2 "$err"
	}
	over missing
}

@test "- is standard input, also between files" {
	dash() {
		feed "$1" a
		feed "$1" b
		gives 0 "$1" <a && mv "$out" plain &&
		    gives 0 "$1" - <a && same plain "$out" &&
		    gives 0 "$1" b - <a && [ -s "$out" ] && quiet &&
		    [ "$(wc -l <"$out")" -eq $((2 * $(wc -l <plain))) ]
	}
	over dash
}

@test "--files0-from: names ended by NUL, also from stdin" {
	list() {
		feed "$1" 'a b'
		feed "$1" "c'
d"
		gives 0 "$1" 'a b' "c'
d" && mv "$out" want && [ -s want ] &&
		    printf '%s\0' 'a b' "c'
d" >names && gives 0 "$1" --files0-from names && quiet && same want "$out" &&
		    gives 0 "$1" --files0-from=- <names && quiet &&
		    same want "$out" &&
		    printf '%s\0none' 'a b' >names &&
		    gives 1 "$1" --files0-from names && [ -s "$out" ] &&
		    says_once "$1: none: No such" &&
		    gives 2 "$1" --files0-from none && silent && says none &&
		    gives 2 "$1" --files0-from names in && silent &&
		    says 'usage:'
	}
	over list
}

@test "a name that begins with # makes no comment of the record" {
	hash() {
		cat >'#1' <a
		gives 0 "$1" '#1' && has "$(wc -l <want)" "$out" &&
		    not grep -q '^#' "$out"
	}
	numbers() {
		plain a
		gives 0 "$1" a && mv "$out" want && hash "$1"
	}
	over_text numbers
}

@test "plain text to a program of records: told so in one line" {
	text() {
		printf 'Plain text.\nAnd more.\n\nOf it.\n' >a.txt
		gives 1 "$1" a.txt && silent &&
		    says_once "$1: a.txt:1: not a record; run nsplit first" &&
		    gives 1 "$1" <a.txt && silent && says "$1: stdin:1: not a record"
	}
	over_records text
}

@test "lines that are no records among others: named, the rest done" {
	among() {
		sentences a >in
		gives 0 "$1" in && mv "$out" want
		{
			sed 1q in
			printf 'stray\nstray\n'
			sed -n 2p in
			printf 'a\t9\t8\tsentence\t1\t1\tbody\t.\tcrossed\n'
			sed -n 3p in
		} >mixed
		gives 1 "$1" mixed && same want "$out" && has 3 "$err" &&
		    says "$1: mixed:2: not a record" &&
		    says "$1: mixed:3: the last of 2 such lines" &&
		    says "$1: mixed:5: not a record: end is before beg"
	}
	over_records among
}

@test "comments are no records and change none" {
	comments() {
		sentences a b >in
		gives 0 "$1" in && mv "$out" want
		{
			printf '#doc\tbeg\tend\tkind\n'
			sed 1q in
			printf '#\n# a comment\n#gaps\n'
			sed 1d in
			printf '#end'
		} >commented
		gives 0 "$1" commented && quiet &&
		    { grep -v '^#' "$out" >got || :; } && same want got
	}
	over_records comments
}

@test "records of other kinds and of unknown ones: no message, no crash" {
	kinds() {
		{
			printf 'a\t0\t3\tdocument\tTitle\t.\tAll\n'
			sentences a
			printf 'a\t17\t34\tquote\tdirect\t1\tMara\tMara\tsaid\t.\t900\tWe\n'
			printf 'a\t20\t30\tentity\tperson\tMara\t900\tMara\n'
			printf 'a\t20\t30\tnew-kind\tx\n'
			printf 'a\t20\t30\tsentence\tof\tsix\n'
		} >in
		try "$1" in && [ "$status" -le 1 ] && [ -s "$out" ]
	}
	over_records kinds
}

# --- sizes ---

# heavy PROGRAM: a line of 16 MB that it must work.
heavy() {
	if [ "$(reads "$1")" = records ]; then
		printf 'a\t0\t16777216\tsentence\t1\t1\tbody\t.\t'
	fi
	head -c 16M /dev/zero | tr '\0' "$2"
	echo
}

@test "a line of 16 MB: done, and nothing is lost" {
	line() {
		heavy "$1" a >in
		gives 0 timeout 60 "$1" in && quiet || return
		case $1 in
		nsplit) gives 0 "$1" -T in && bare <in >a && bare <"$out" >b &&
		    same a b ;;
		nspeak | nsort) same in "$out" ;;
		esac
	}
	over line
}

@test "16 MB of quotation marks, or of full stops, or of blanks: linear time" {
	marks() {
		local c

		for c in '"' '.' ' '; do
			heavy "$1" "$c" | try timeout 60 "$1" || return
			heavy "$1" "$c" >in
			try timeout 60 "$1" in
			[ "$status" -le 1 ] || return
		done
	}
	over marks
}

@test "a line of 100 MB, without LF: bounded memory; records refuse it by name" {
	long() {
		sanitized "$1" && return
		status=0
		(
			ulimit -v 400000
			{
				[ "$(reads "$1")" = text ] || sentences a
				head -c 100M /dev/zero | tr '\0' a
				[ "$(reads "$1")" = text ] ||
				    { echo; sentences b; }
			} | timeout 60 "$1" - >"$out" 2>"$err"
		) || status=$?
		if [ "$(reads "$1")" = text ]; then
			[ "$status" -eq 0 ] && quiet &&
			    [ "$(wc -c <"$out")" -ge 104857600 ]
		else
			[ "$status" -eq 1 ] &&
			    says_once "$1: stdin:4: line longer than" &&
			    { grep '^b' "$out" | grep -q .; }
		fi
	}
	over long
}

@test "a line of 1 GB: refused in little memory, and the next is read" {
	p=nsort
	sanitized $p && skip "memory has no bound in a sanitizer's build"
	status=0
	(
		ulimit -v 400000
		{ head -c 1G /dev/zero | tr '\0' a; echo; sentences b; } |
		    timeout 60 $p >"$out" 2>"$err"
	) || status=$?
	[ "$status" -eq 1 ]
	says_once "$p: stdin:1: line longer than"
	has 3 "$out"
}

# --- outputs ---

@test "a full disk: message, status 2" {
	full() {
		feed "$1" in
		status=0
		"$1" in >/dev/full 2>"$err" || status=$?
		[ "$status" -eq 2 ] && says_once "$1: stdout: No space left" &&
		    gives 2 "$1" -o /dev/full in &&
		    says_once "$1: /dev/full: No space left" && [ -c /dev/full ]
	}
	over full
}

@test "a closed standard output: message, status 2" {
	closed() {
		feed "$1" in
		status=0
		"$1" in >&- 2>"$err" || status=$?
		[ "$status" -eq 2 ] && says_once "$1: stdout: Bad file"
	}
	over closed
}

@test "a closed standard error: messages go nowhere, least of all to -o" {
	closed() {
		feed "$1" in
		gives 0 "$1" in && mv "$out" want && rm -f o
		status=0
		"$1" -o o none in 2>&- || status=$?
		[ "$status" -eq 1 ] && same want o
	}
	over closed
}

@test "a reader that stops: SIGPIPE ends the program, without a word" {
	stops() {
		local st

		feed_more "$1" in
		for st in 1 2 3 4; do cat in; done >many
		st=$( (set +e; "$1" many 2>"$err" | head -n 1 >"$out"
		    echo "${PIPESTATUS[0]}") )
		has 1 "$out" && quiet && { [ "$st" -eq 141 ] || [ "$st" -eq 0 ]; }
	}
	over stops
}

@test "-o: the file is whole, has the usual mode, and nothing is left behind" {
	output() {
		rm -rf d && mkdir d && feed "$1" in
		gives 0 "$1" in && mv "$out" want
		(umask 022 && gives 0 "$1" -o d/o in) && silent && quiet &&
		    same want d/o && [ "$(ls -A d)" = o ] &&
		    [ "$(stat -c %a d/o)" = 644 ] &&
		    chmod 640 d/o && gives 0 "$1" -o d/o in && same want d/o &&
		    [ "$(stat -c %a d/o)" = 640 ] &&
		    gives 0 "$1" -o - in && same want "$out" &&
		    cp in d/in && gives 0 "$1" -o d/in d/in && [ -s d/in ] &&
		    [ "$(find d -type f | wc -l)" -eq 2 ]
	}
	over output
}

@test "-o: a symbolic link stays, and the file that it leads to is written" {
	link() {
		rm -rf d e && mkdir -p d/sub e && feed "$1" in
		gives 0 "$1" in && mv "$out" want
		echo old >e/file && chmod 640 e/file
		ln -s ../e/file d/one && ln -s sub/../one d/two &&
		    ln -s "$PWD/d/two" d/three
		ln -s ../e/new d/dangling && ln -s file e/near
		ln -s loop d/loop && ln -s none/o d/lost
		for l in d/one d/two d/three e/near; do
			echo old >e/file
			gives 0 "$1" -o $l in && silent && quiet && [ -L $l ] &&
			    same want e/file &&
			    [ "$(stat -c %a e/file)" = 640 ] || return
		done
		(cd e && gives 0 "$1" -o near ../in && [ -L near ]) &&
		    gives 0 "$1" -o d/dangling in && [ -L d/dangling ] &&
		    same want e/new && gives 2 "$1" -o d/loop in && silent &&
		    says_once "$1: d/loop: Too many" && [ -L d/loop ] &&
		    gives 2 "$1" -o d/lost in && silent &&
		    says_once "$1: d/lost: No such" && [ -L d/lost ] &&
		    [ "$(find d e -type f | sort | xargs)" = 'e/file e/new' ]
	}
	over link
}

@test "-o: what cannot be written is status 2, and nothing is left behind" {
	output() {
		rm -rf d && mkdir d && feed "$1" in
		gives 2 "$1" -o none/o in && silent && says_once "$1: none/o: No" &&
		    gives 2 "$1" -o d in && silent && says_once "$1: d: Is a dir" &&
		    gives 2 "$1" -o d/o --files0-from none && [ -z "$(ls -A d)" ]
	}
	over output
}

@test "-o: the old file stays until the new one is whole" {
	killed() {
		local pid i

		rm -rf d in && mkdir d && echo old >d/o && mkfifo in
		"$1" -o d/o <in 2>/dev/null 3>&- &
		pid=$!
		feed "$1" good
		exec 9>in
		cat good >&9
		for i in $(seq 50); do
			[ "$(find d -type f | wc -l)" -eq 2 ] && break
			sleep 0.1
		done
		[ "$i" -lt 50 ] && [ "$(cat d/o)" = old ] || i=none
		kill "$pid"
		wait "$pid" || :
		exec 9>&-
		[ "$i" != none ] && [ "$(ls -A d)" = o ] && [ "$(cat d/o)" = old ]
	}
	over killed
}

@test "-H: the names of the columns, once, before the records" {
	header() {
		feed "$1" in
		gives 0 "$1" in && mv "$out" want &&
		    gives 0 "$1" -H in in && quiet &&
		    head -n 1 "$out" |
		    grep -q "^#doc$(printf '\tbeg\tend\tkind\t.*\ttext')$" &&
		    [ "$(grep -c '^#doc' "$out")" -eq 1 ] &&
		    [ "$(head -n 1 "$out" | awk -F '\t' '{ print NF }')" -eq \
		    "$(grep -v '^#' want | awk -F '\t' 'NR == 1 { print NF }')" ] &&
		    gives 0 "$1" -H in && sed 1d "$out" >got && same want got
	}
	over header
}

@test "-T: the text column alone" {
	text() {
		feed "$1" in
		gives 0 "$1" in && { grep -v '^#' "$out" | awk -F '\t' '{ print $NF }' >want; } &&
		    gives 0 "$1" -T in && quiet && same want "$out" &&
		    gives 0 "$1" -T -H in && quiet && same want "$out"
	}
	over text
}

@test "-l changes when lines are written, not the lines" {
	lines() {
		feed_more "$1" in
		gives 0 "$1" in && mv "$out" want && [ -s want ] &&
		    gives 0 "$1" -l in && quiet && same want "$out" &&
		    { "$1" -l in | cat >got; } && same want got
	}
	over lines
}

@test "into a pipe and into a file: the same bytes" {
	pipe() {
		feed_more "$1" in
		gives 0 "$1" in && { "$1" in | cat >got; } && same "$out" got
	}
	over pipe
}

@test "many writers into one pipe tear no line" {
	writers() {
		local i

		rm -rf d && mkdir d && feed_more "$1" in
		for i in $(seq 8); do cat in in in >"d/$i"; done
		for i in $(seq 8); do "$1" -- "d/$i"; done |
		    LC_ALL=C sort >want
		# The reader is slow, so that the pipe is full all the time.
		printf '%s\0' d/* | xargs -0 -n 1 -P 8 "$1" -- |
		    { sleep 0.3; dd bs=512 2>/dev/null; } | LC_ALL=C sort >got
		[ -s want ] && same want got
	}
	over writers
}

@test "strace: whole lines, at most 4096 bytes a write into a pipe" {
	command -v strace >/dev/null || skip "no strace"
	strace -o /dev/null true || skip "strace is not allowed here"
	writes() {
		sanitized "$1" && return
		feed_more "$1" in
		strace -s 100000 -e trace=write,writev,splice -o calls \
		    "$1" in | cat >"$out"
		[ -s "$out" ] && grep -q '^write(1,' calls &&
		    not grep -q '^writev\|^splice' calls &&
		    not grep -q '^write(1, .*[^n]", [0-9]*)' calls || return
		awk '/^write\(1,/ && $NF > 4096 && gsub(/[^\\]\\n/, "&") > 1 {
			print "a write of " $NF; bad = 1
		} END { exit bad }' calls
	}
	over writes
}

# --- time and order ---

@test "live: a document is written before the next is whole" {
	early() {
		local pid i

		live "$1" || return 0
		rm -f in && mkfifo in && : >"$out"
		"$1" <in >"$out" 2>"$err" 3>&- &
		pid=$!
		exec 9>in
		if [ "$(reads "$1")" = text ]; then
			plain a
			{ echo '==> a <=='; cat a; printf '\n\n==> b <==\n'; cat a; } >&9
		else
			{ sentences a; sentences b | sed 1q; } >&9
		fi
		for i in $(seq 50); do
			[ -s "$out" ] && break
			sleep 0.1
		done
		[ -s "$out" ] || i=none
		exec 9>&-
		wait "$pid" && [ "$i" != none ]
	}
	over early
}

@test "SIGUSR1: how much is done, on stderr, and the work goes on" {
	usr1() {
		local pid i

		rm -f in && mkfifo in && feed "$1" good
		gives 0 "$1" <good && mv "$out" want
		"$1" <in >"$out" 2>"$err" 3>&- &
		pid=$!
		exec 9>in
		head -n 1 good >&9
		sleep 0.3
		kill -USR1 "$pid"
		for i in $(seq 50); do
			[ -s "$err" ] && break
			sleep 0.1
		done
		tail -n +2 good >&9
		exec 9>&-
		wait "$pid" && grep -Eq "^$1: stdin: [0-9]+ lines written, $(
		    head -n 1 good | wc -c) bytes read$" "$err" && has 1 "$err" &&
		    same want "$out"
	}
	over usr1
}

@test "two runs, and input in small pieces: the same bytes" {
	pieces() {
		local bs

		feed_more "$1" in
		gives 0 "$1" <in && mv "$out" want && [ -s want ] &&
		    gives 0 "$1" <in && same want "$out" || return
		for bs in 1 7 1000 65537; do
			{ dd if=in bs=$bs 2>/dev/null | "$1" >"$out"; } &&
			    same want "$out" || return
		done
	}
	over pieces
}

@test "the same bytes in every locale, time zone and environment" {
	locale() {
		local l

		feed_more "$1" in
		gives 0 env -i "$BIN/$1" in && mv "$out" want || return
		for l in C POSIX C.UTF-8 en_US.UTF-8 tr_TR.UTF-8 de_DE.ISO-8859-1; do
			gives 0 env LC_ALL=$l LANG=$l TZ=Asia/Tokyo POSIXLY_CORRECT=1 \
			    "$1" in && same want "$out" || return
		done
	}
	over locale
}

@test "a document gives the same records whatever stands around it" {
	alone() {
		local f

		[ "$1" = nsort ] && return
		articles
		if [ "$(reads "$1")" = records ]; then
			for f in *.txt; do
				nsplit "$f" >"$f.rec" && mv "$f.rec" "$f"
			done
		fi
		gives 0 "$1" -- *.txt && mv "$out" want && [ -s want ] &&
		    for f in *.txt; do "$1" "$f" || return; done >got &&
		    same want got
	}
	over alone
}

@test "nspeak before nquote changes nothing, and twice is once" {
	[ -x "$BIN/nspeak" ] && [ -x "$BIN/nquote" ] || skip "not all built"
	(cd "$ROOT/examples" && nsplit -- *.txt) >in
	nquote -a in >want
	nspeak in >spoken
	nquote -a spoken >got
	same want got
	nspeak spoken >again
	same spoken again
	# The speaker column alone differs from what nsplit wrote.
	awk -F '\t' -v OFS='\t' '!/^#/ { $8 = "." } 1' spoken >silent
	same in silent
	not same in spoken
}

@test "memory does not grow with the input" {
	grows() {
		sanitized "$1" && return
		live "$1" || return 0
		feed_more "$1" in
		for i in $(seq 40); do cat in; done >forty
		for i in $(seq 30); do cat forty; done | (
			ulimit -v 100000
			"$1" >"$out" 2>"$err"
		) && quiet && [ -s "$out" ]
	}
	over grows
}
