#!/bin/sh
# speakers.sh -- who is quoted most: articles, quotations, speaker.
#
# usage: speakers.sh [file ...]	the articles beside this script, if none are given
#
# The speaker is column 7 of a quote record, "." where nobody is named, the
# article column 1: the rest is cut, sort and uniq.
set -eu
here=$(dirname "$0")
command -v nsplit >/dev/null || PATH=$here/../build/bin:$PATH
[ $# -gt 0 ] || set -- "$here"/*.txt
LC_ALL=C
export LC_ALL

# The status of a pipe is that of its last program: by descriptor 3 comes whether
# nsplit found all files, and 4 is standard output.
{ failed=$({ { nsplit -- "$@" || echo nsplit >&3; } |
    nquote | cut -f 1,7 | sort | uniq -c |
    awk '{ n = $1; sub(/^ *[0-9]+ [^\t]*\t/, ""); quotes[$0] += n; docs[$0]++ }
	END { for (s in quotes) print docs[s] "\t" quotes[s] "\t" s }' |
    sort -k 1,1nr -k 2,2nr -k 3 >&4; } 3>&1); } 4>&1
[ -z "$failed" ]
