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

if [ "${1-}" = --pipe ]; then
	# A #gaps line belongs to the sentence after it: it waits for that.
	awk -F '\t' '
	/^#/ { held = held $0 "\n"; next }
	$1 != doc { print "#article"; doc = $1 }
	{ printf "%s", held; held = ""; print }' |
	    parallel --pipe -k --recstart '#article\n' nquote | nsort
	exit
fi
[ $# -gt 0 ] || set -- "$here"/*.txt
# shellcheck disable=SC1083	# {} is for parallel
parallel -k -X 'nsplit -- {} | nquote' ::: "$@" | nsort
