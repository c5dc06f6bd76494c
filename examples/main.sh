#!/bin/sh
# main.sh -- the main job: articles in one stream, quotations out, in order.
#
# usage: main.sh [file ...]	the articles beside this script, if none are given
#
# cat forgets the names of the files: nsplit finds where each article begins,
# and calls them -, -2, -3 ...
set -eu
here=$(dirname "$0")
command -v nsplit >/dev/null || PATH=$here/../build/bin:$PATH
[ $# -gt 0 ] || set -- "$here"/*.txt

# The status of a pipe is that of its last program: by descriptor 3 comes whether
# cat found all files, and 4 is standard output.
{ failed=$({ { cat -- "$@" || echo cat >&3; } |
    nsplit | nquote | nsort >&4; } 3>&1); } 4>&1
[ -z "$failed" ]
