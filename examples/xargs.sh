#!/bin/sh
# xargs.sh -- the main job on all cores, with xargs alone.
#
# usage: xargs.sh [file ...]	the articles beside this script, if none are given
#
# Each job is a pipeline of its own over some of the files; all write into one
# pipe, where no line is torn, and nsort puts the records in order.  A job
# must not be cut between nsplit and nquote: nquote wants the sentences of an
# article together.  JOBS is how many run at a time.
set -eu
here=$(dirname "$0")
command -v nsplit >/dev/null || PATH=$here/../build/bin:$PATH
[ $# -gt 0 ] || set -- "$here"/*.txt
: "${JOBS:=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)}"

# The status of a pipe is that of its last program: by descriptor 3 comes whether
# a job's nsplit, or xargs, failed, and 4 is standard output.
# shellcheck disable=SC2016	# "$@" are the files that xargs gives
{ failed=$({ { printf '%s\0' "$@" |
    xargs -0 -n 2 -P "$JOBS" \
	sh -c '{ nsplit -- "$@" || echo nsplit >&3; } | nquote' sh ||
    echo xargs >&3; } |
    nsort >&4; } 3>&1); } 4>&1
[ -z "$failed" ]
