#!/bin/sh
# parallel.sh -- the main job on all cores or machines, with GNU parallel.
#
# usage: parallel.sh [file ...]		a job has some of the files
#        parallel.sh --pipe <records	a job has some of a stream's articles
#
# Without files: the articles beside this script.  The second way is for
# sentence records that are there already: awk puts a comment line before each
# article, which parallel cuts at and nquote skips.  -k keeps the order.
# Further machines: PARALLEL='-S host1,host2' parallel.sh --pipe.
set -eu
here=$(dirname "$0")
command -v nsplit >/dev/null || PATH=$here/../build/bin:$PATH
if ! parallel --version </dev/null 2>/dev/null | grep -q '^GNU parallel'; then
	echo 'parallel.sh: GNU parallel is not installed' >&2
	exit 1
fi

by_article() {
	# A #gaps line belongs to the sentence after it: it waits for that.
	awk -F '\t' '
	/^#/ { held = held $0 "\n"; next }
	$1 != doc { print "#article"; doc = $1 }
	{ printf "%s", held; held = ""; print }' |
	    { parallel --pipe -k --recstart '#article\n' nquote ||
	    echo parallel >&3; }
}

# Names are parted by NUL: they may hold newlines.
by_file() {
	# shellcheck disable=SC1083	# {} is for parallel
	printf '%s\0' "$@" |
	    { parallel -0 -k -X '{ nsplit -- {} || echo nsplit >&3; } | nquote' ||
	    echo parallel >&3; }
}

# The status of a pipe is that of its last program: by descriptor 3 comes whether
# a job's nsplit, or parallel, failed, and 4 is standard output.
if [ "${1-}" = --pipe ]; then
	{ failed=$({ by_article | nsort >&4; } 3>&1); } 4>&1
else
	[ $# -gt 0 ] || set -- "$here"/*.txt
	{ failed=$({ by_file "$@" | nsort >&4; } 3>&1); } 4>&1
fi
[ -z "$failed" ]
