#!/usr/bin/env bash
# bench.sh -- speed and memory of each program beside wc, cut and sort.
#
# usage: make bench [BENCH_MB=64]
#
# The corpus is examples/*.txt over and over, and the sentence records of them.
# Seconds are user + system, the median of five runs; "x wc" is how many times
# the seconds of `LC_ALL=C wc -w` on the same bytes; "start ms" is one --version.
set -eu
cd "$(dirname "$0")/.."
BUILD=${BUILD:-$PWD/build}
MB=${BENCH_MB:-64}
PATH=$BUILD/bin:$PATH
export LC_ALL=C PATH

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

# cost COMMAND [ARG ...]: prints "seconds kibibytes", of the median run of five.
cost() {
	local i
	for i in 1 2 3 4 5; do
		"$BUILD/tests/tools/cost" "$tmp/cost.$i" "$@" <"$input" >/dev/null
	done
	sort -n "$tmp"/cost.[1-5] | sed -n 3p
}

# Prints the milliseconds of one start of program $1.
start() {
	local i
	# shellcheck disable=SC2016	# the inner shell expands these
	"$BUILD/tests/tools/cost" "$tmp/start" sh -c \
	    'i=0; while [ $i -lt 100 ]; do "$1" --version; i=$((i + 1)); done' \
	    sh "$1" >/dev/null
	read -r i _ <"$tmp/start"
	awk -v s="$i" 'BEGIN { printf "%.2f", s * 1000 / 100 }'
}

# row COMMAND [ARG ...]: one line of the table, on $input.  wc comes first.
row() {
	local sec kib ms=-
	if ! command -v "$1" >/dev/null; then
		printf '%-8s not built\n' "$1"
		return
	fi
	read -r sec kib < <(cost "$@")
	case $1 in
	wc) wc=$sec ;;
	n*) ms=$(start "$1") ;;
	esac
	awk -v name="$1" -v on="${input##*/}" -v bytes="$(wc -c <"$input")" \
	    -v sec="$sec" -v kib="$kib" -v wc="$wc" -v ms="$ms" 'BEGIN {
		mb = bytes / 1e6
		if (sec <= 0) sec = 1e-6	# too little to measure
		if (wc <= 0) wc = 1e-6
		printf "%-8s %-10s %7.1f %8.3f %9.1f %8.2f %8.1f %9s\n",
		    name, on, mb, sec, mb / sec, sec / wc, kib / 1024, ms
	}'
}

command -v nsplit >/dev/null || { echo 'bench: nsplit is not built' >&2; exit 1; }
ls examples/*.txt >/dev/null

# Text: one stream, each article under its header, so that each is split as its
# own lines ask for.  Records: as many documents as there are copies, each with a
# name of its own, since an annotator holds one document at a time.
copies=$(cat examples/*.txt | wc -c | awk -v mb="$MB" '{ print int(mb * 1e6 / $1) + 1 }')
tail -n +1 -v examples/*.txt >"$tmp/once"
for ((i = 0; i < copies; i++)); do
	cat "$tmp/once"
	echo
done >"$tmp/text"
nsplit examples/*.txt >"$tmp/once"
awk -v bytes="$(wc -c <"$tmp/once")" -v mb="$MB" '
	{ line[NR] = $0 }
	END {
		copies = int(mb * 1e6 / bytes) + 1
		for (i = 1; i <= copies; i++)
			for (n = 1; n <= NR; n++)
				print i "/" line[n]
	}' "$tmp/once" >"$tmp/sentences"
# Sorting what is sorted would flatter: an order of chance, the same each time.
awk 'BEGIN { srand(1) } { printf "%.9f\t%s\n", rand(), $0 }' "$tmp/sentences" |
    sort | cut -f 2- >"$tmp/shuffled"

printf '%-8s %-10s %7s %8s %9s %8s %8s %9s\n' \
    program on MB seconds MB/s 'x wc' 'peak MiB' 'start ms'
input=$tmp/text
row wc -w
row cut -f1-
row nsplit
input=$tmp/sentences
row wc -w
row cut -f1-
row nspeak
row nquote
input=$tmp/shuffled
row wc -w
row sort -t $'\t' -k1,1 -k2,2n -k3,3nr
row nsort
