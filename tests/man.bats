#!/usr/bin/env bats
# shellcheck disable=SC2154 # out, err and status are set in lib.bash
# shellcheck disable=SC2016 # backquotes of markdown
# The manuals: there is one for every program, they say what the programs say,
# and their EXAMPLES run.

load lib

# options_in_manual PROGRAM: letter or long name, and argument, a line each,
# from the list of options in DESCRIPTION.
options_in_manual() {
	awk '
	/^\.Sh / { on = /DESCRIPTION/ }
	on && /^\.It Fl / {
		sub(/^\.It Fl /, "")
		arg = ""
		if (match($0, / Ar .*/)) arg = substr($0, RSTART + 4)
		sub(/ .*/, ""); sub(/^(Fl )?-+/, "--")
		print (arg == "" ? $0 : $0 " " arg)
	}' "$ROOT/man/$1.1" | sort
}

# options_in_help PROGRAM: the same from --help.
options_in_help() {
	"$1" --help | awk '
	/^  -/ {
		o = $1; sub(/^-/, "", o)
		if (o ~ /^-/) o = "-" o
		arg = ""
		rest = $0; sub(/^  -[^ ]+ /, "", rest)
		if (rest ~ /^[^ ]/) { arg = rest; sub(/  .*/, "", arg) }
		print (arg == "" ? o : o " " arg)
	}' | sed 's/^---*/--/' | sort
}

# options_in_usage PROGRAM: the same from the usage line.
options_in_usage() {
	"$1" --no-such 2>&1 | sed -n '/^usage: /,$p' | tr '\n\t' '  ' |
	    grep -o '\[-[^]]*\]' | sed 's/^\[//; s/\]$//' | awk '
	/^--/ { print; next }
	/ / { sub(/^-/, ""); print; next }
	{ for (i = 2; i <= length($0); i++) print substr($0, i, 1) }' | sort
}

@test "every program has a manual, every manual a program" {
	for p in $(programs); do
		[ -e "$ROOT/man/$p.1" ] || { echo "no man/$p.1"; false; }
	done
	for m in "$ROOT"/man/*.1; do
		p=$(basename "$m" .1)
		[ -e "$ROOT/bin/$p.c" ] || { echo "no bin/$p.c"; false; }
	done
}

@test "the options: the manual, --help and the usage agree" {
	for p in $(programs); do
		echo "$p"
		options_in_help "$p" | grep -v '^--help\|^--version' >help
		options_in_usage "$p" >usage
		options_in_manual "$p" | grep -v '^--help\|^--version' >manual
		[ "$(wc -l <help)" -ge 5 ]
		same help usage
		same help manual
	done
}

@test "the manual's SYNOPSIS has the options of the usage" {
	for p in $(programs); do
		echo "$p"
		mandoc -T ascii "$ROOT/man/$p.1" | sed "s/.$(printf '\b')//g" |
		    sed -n '/^SYNOPSIS/,/^DESCRIPTION/p' | tr -s ' \n\t' ' ' |
		    grep -o '\[-[^]]*\]' | sed 's/^\[//; s/\]$//' | awk '
		/^--/ { print; next }
		/ / { sub(/^-/, ""); print; next }
		{ for (i = 2; i <= length($0); i++) print substr($0, i, 1) }' |
		    sort >synopsis
		options_in_usage "$p" >usage
		same usage synopsis
	done
}

# A letter has one meaning: as far as a machine can see, one argument.
@test "newsutils(7): every letter is in its table, with the same argument" {
	sed -n 's/^\.It Fl \(.\) Ta \([^ ]*\) Ta .*/\1 \2/p' \
	    "$ROOT/man/newsutils.7" | sed 's/ ""$//' | sort >table
	[ "$(wc -l <table)" -ge 10 ]
	[ -z "$(cut -c 1 table | uniq -d)" ]
	for p in $(programs); do
		options_in_help "$p" | grep -v '^--' | comm -23 - table >odd
		[ ! -s odd ] || { echo "$p, not in newsutils(7):"; cat odd; false; }
	done
}

@test "newsutils(7) and README name every program that exists, and no other" {
	programs >want
	sed -n '/^\.Sh DESCRIPTION/,/^\.Ss/s/^\.It Xr \(n[a-z]*\) 1$/\1/p' \
	    "$ROOT/man/newsutils.7" | sort >got
	same want got
	sed -n '/^## The programs/,/^## The record/s/^| `\(n[a-z]*\)` |.*/\1/p' \
	    "$ROOT/README.md" | sort >got
	same want got
}

@test "newsutils(5): the columns of every kind are those of the programs" {
	sed -n 's/^\.It \([a-z]*\) Ta \(.* text\)$/\1 \2/p' \
	    "$ROOT/man/newsutils.5" | sort >manual
	sed -n 's/.*{ "\([a-z]*\)", FIRST "\(.*\)" },/\1 \2/p' \
	    "$ROOT/lib/io/col.c" | sed 's/\\t/ /g' | sort >code
	[ -s code ]
	same code manual
}

@test "mandoc has nothing to say" {
	command -v mandoc >/dev/null || skip "no mandoc"
	mandoc -T lint -W warning "$ROOT"/man/*.[157]
}

@test "lines fit 80 columns, and dates are dates" {
	for m in "$ROOT"/man/*.[157]; do
		not grep -n '.\{81\}' "$m"
		grep -Eq '^\.Dd [A-Z][a-z]+ [0-9]{1,2}, 20[0-9][0-9]$' "$m"
	done
}

# examples FILE: the displays of its EXAMPLES section into ex.1, ex.2 ... each a
# script; where a display has lines that begin with "$ ", these are the script
# and the others, in ex.N.want, what it prints.
examples() {
	sed -e 's/\\&//g; s/\\(dq/"/g; s/\\(aq/'\''/g; s/\\(ti/~/g' \
	    -e 's/\\(ha/^/g; s/\\-/-/g; s/\\(ga/`/g; s/\\e/\\/g' "$1" | awk '
	/^\.Sh / { on = /EXAMPLES/; next }
	!on { next }
	/^\.Dl / {
		sub(/^\.Dl /, "")
		if (/^".*"$/) { sub(/^"/, ""); sub(/"$/, ""); gsub(/""/, "\"") }
		print >("ex." ++n)
		next
	}
	/^\.Bd -literal/ { inside = 1; n++; next }
	/^\.Ed/ { inside = 0; next }
	inside && /^\$ / { print substr($0, 3) >("ex." n); shown[n] = 1; next }
	inside && /^> / && shown[n] { print substr($0, 3) >("ex." n); next }
	inside && shown[n] { print >("ex." n ".want"); next }
	inside { print >("ex." n) }'
}

# A tool of others that an example wants and that is not here.
lacks() {
	local tool

	for tool in parallel sqlite3 bedtools jq python3 mlr datamash bgzip tabix; do
		grep -qw "$tool" "$1" && ! command -v $tool >/dev/null && return
	done
	return 1
}

@test "the examples of the manuals run, and print what they say" {
	for m in "$ROOT"/man/*.[157]; do (
		name=$(basename "$m")
		mkdir "$name.d"
		cd "$name.d"
		cp -r "$ROOT/examples" .
		examples "$m"
		[ -e ex.1 ] || { echo "$name: no examples"; false; }
		# Of two users of a machine the second could not write there.
		not grep /tmp/ ex.*
		# In order: one may use what another has made.
		for i in $(seq 100); do
			[ -e "ex.$i" ] || break
			lacks "ex.$i" && continue
			if ! timeout 60 sh -e "ex.$i" >"$out" 2>"$err" </dev/null ||
			    [ -s "$err" ]; then
				echo "$name, example $i:"
				cat "ex.$i" "$err"
				false
			fi
			# One that writes a file need not print.
			if [ ! -s "$out" ] && ! grep -q '>\| -o' "ex.$i"; then
				echo "$name, example $i: prints nothing"
				cat "ex.$i"
				false
			fi
			[ ! -e "ex.$i.want" ] || same "ex.$i.want" "$out"
		done
	) done
}
