# lib.bash -- what the bats files share.  In each: load lib
#
# BUILD names the build folder (made absolute; build/ if unset).  The programs
# are found through PATH, as a user finds them.

ROOT=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
BUILD=$(cd "$ROOT" && cd "${BUILD:-build}" 2>/dev/null && pwd || echo "$ROOT/build")
for BIN in "$BUILD/bin" "$BUILD"; do
	[ -x "$BIN/nsort" ] && break
done
PATH=$BIN:$PATH
TOOLS=$BUILD/tests/tools
export ROOT BUILD BIN PATH TOOLS
unset NO_COLOR COLUMNS

# A test works in a folder of its own: relative names in messages are short.
setup() {
	cd "$BATS_TEST_TMPDIR" || return
	out=$BATS_TEST_TMPDIR/.out
	err=$BATS_TEST_TMPDIR/.err
	: >"$out"
	: >"$err"
	status=0
}

# programs: the family, by the files in bin/.
programs() {
	local f

	for f in "$ROOT"/bin/*.c; do
		f=${f##*/}
		echo "${f%.c}"
	done
}

# sanitized PROGRAM: is it a sanitizer's build, where memory has no bound?
sanitized() { grep -q __asan_init "$BIN/$1"; }

# try CMD ...: run it with its output in $out, messages in $err, and $status.
# The files keep every byte, which bats' own run does not.
try() {
	status=0
	"$@" >"$out" 2>"$err" || status=$?
}

# gives STATUS CMD ...: try it and expect that status, or say what came.
gives() {
	local want=$1

	shift
	try "$@"
	[ "$status" -eq "$want" ] && return
	echo "status $status, not $want: $*"
	head -c 2000 "$err"
	return 1
}

# not CMD ...: bats does not see "! cmd" fail; it sees this.
not() {
	if "$@"; then
		echo "succeeds, and must not: $*"
		return 1
	fi
}

# same A B: two files hold the same bytes.
same() {
	cmp "$1" "$2" && return
	diff -a "$1" "$2" | cut -c 1-300 | head -n 10
	return 1
}

# quiet: the last try wrote nothing to stderr.
quiet() {
	[ ! -s "$err" ] && return
	echo "unexpected on stderr:"
	head -c 2000 "$err"
	return 1
}

# silent: nor to stdout.
silent() {
	[ ! -s "$out" ] && return
	echo "unexpected on stdout:"
	head -c 2000 "$out"
	return 1
}

# says TEXT: stderr of the last try holds it.
says() {
	grep -qaF -- "$1" "$err" && return
	echo "not on stderr: $1"
	head -c 2000 "$err"
	return 1
}

# says_once TEXT: in one line, which is all there is.
says_once() {
	says "$1" && [ "$(wc -l <"$err")" -eq 1 ] && return
	echo "one line expected:"
	head -c 2000 "$err"
	return 1
}

# has N FILE: it has N lines.
has() {
	[ "$(wc -l <"$2")" -eq "$1" ] && return
	echo "$2 has $(wc -l <"$2") lines, not $1"
	return 1
}

# bare: stdin without white space, and without the letters of escapes, to see
# that nothing is lost.  For text that holds no backslash of its own.
bare() { sed 's/\\[tnr]//g' | LC_ALL=C tr -d ' \t\r\n'; }

# articles: copy the examples into this folder, as they are.
articles() { cp "$ROOT"/examples/*.txt .; }

# records: sentence records of the examples, made once a run, in the file
# that it names; doc is the name alone, as it stands after articles.
records() {
	local f=$BATS_RUN_TMPDIR/examples.sentences

	if [ ! -e "$f" ]; then
		(cd "$ROOT/examples" && nsplit -o "$f" -- *.txt) || return
	fi
	echo "$f"
}

# check_slices [-s FILE] [RECORDS ...]: THE SLICE RULE, for every record, from
# the folder that the doc column starts in; says how many.
check_slices() { "$TOOLS/slices" "$@"; }

# sentences NAME ...: three sentence records a name, made here and not by nsplit:
# what record programs are tested with even when nsplit is broken.
sentences() {
	local doc

	for doc; do
		printf '%s\t%s\tsentence\t%s\t%s\t.\t%s\n' \
		    "$doc" '0	14' '1	1' title 'Ferry inquiry.' \
		    "$doc" '16	59' '2	2' body \
		    '"We bought a port," Mara Ilvent said Friday.' \
		    "$doc" '61	98' '3	2' body \
		    'She said the charts had been "wrong."' |
		    awk -F '\t' -v OFS='\t' '{ $3 = $2 + length($NF); print }'
	done
}

# plain NAME ...: the text of those records, a document a file.
plain() {
	local doc

	for doc; do
		printf '%s\n\n%s %s' 'Ferry inquiry.' \
		    '"We bought a port," Mara Ilvent said Friday.' \
		    'She said the charts had been "wrong."' >"$doc"
	done
}
