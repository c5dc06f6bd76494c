#!/usr/bin/env bats
# shellcheck disable=SC2154 # out, err and status are set in lib.bash
# shellcheck disable=SC1112 # typographic quotation marks are what this is about
# nspeak(1): whose words each sentence is, and all else as it came.

load lib

tab=$(printf '\t')

# says_each TEXT WANT: the speakers of the sentences of TEXT, a line each.
says_each() {
	printf '%s\n' "$1" >article
	nsplit article >sentences
	gives 0 nspeak sentences && quiet
	grep -v '^#' "$out" | cut -f 8 >got
	printf '%s\n' "$2" >want
	diff want got || {
		cat article
		return 1
	}
}

# without_speaker: records with that column taken out.
without_speaker() { awk -F '\t' -v OFS='\t' '!/^#/ { $8 = "." } 1' "$@"; }

# --- whose sentence it is ---

@test "quoted sentences: all that hold words of a quotation" {
	says_each '“It will stand. It is old. We know it,” Anna Tarnby said.' \
	    'Anna Tarnby
Anna Tarnby
Anna Tarnby'
	says_each 'Anna Tarnby called it “a start, no more”. Nobody answered.' \
	    'Anna Tarnby
.'
	says_each '“It will stand,” said Anna Tarnby. “It will not,” said Peter Hask.' \
	    'Anna Tarnby
Peter Hask'
}

@test "a quotation over several paragraphs" {
	says_each '“It will stand,” Anna Tarnby said. “We know it.

“It is old.

“It is ours.”

The bridge is of oak.' 'Anna Tarnby
Anna Tarnby
Anna Tarnby
Anna Tarnby
.'
}

@test "reported speech: that, without that, according to, X said behind" {
	says_each 'Anna Tarnby said that the bridge would stand.' 'Anna Tarnby'
	says_each 'Anna Tarnby said the bridge would stand.' 'Anna Tarnby'
	says_each 'According to Anna Tarnby, the bridge will stand.' 'Anna Tarnby'
	says_each 'The bridge will stand, according to Anna Tarnby.' 'Anna Tarnby'
	says_each 'The bridge will stand, Anna Tarnby said.' 'Anna Tarnby'
}

@test "reported speech: pronouns, surnames and offices lead to the name" {
	says_each 'Anna Tarnby came on Friday. She said the bridge would stand.' \
	    '.
Anna Tarnby'
	says_each 'Mayor Anna Tarnby came. The mayor said that it would stand. Tarnby said it was old.' \
	    '.
Anna Tarnby
Anna Tarnby'
	says_each 'A harbour official said that it would stand.' 'harbour official'
}

@test "sentences that nobody says" {
	says_each 'The bridge is old. Anna Tarnby crossed it on Friday. The town paid.' \
	    '.
.
.'
	says_each 'The film “The Long Bridge” was shown on Friday.' .
}

# --- all else as it came ---

@test "nothing changes but the speaker" {
	articles
	nsplit -- *.txt >sentences
	gives 0 nspeak sentences
	quiet
	without_speaker "$out" | same sentences -
	not cmp -s sentences "$out"
	# Half of what the articles tell is said by somebody.
	[ "$(grep -v '^#' "$out" | cut -f 8 | grep -vcx '\.')" -gt 100 ]
}

@test "#gaps comments stay before their sentences" {
	articles
	for f in *.txt; do
		fold -s -w 50 "$f" | sed 's/$/ \r/' >w && mv w "$f"
	done
	nsplit -- *.txt >sentences
	[ "$(grep -c '^#gaps' sentences)" -gt 100 ]
	gives 0 nspeak sentences
	without_speaker "$out" | same sentences -
	check_slices "$out"
}

@test "a speaker that is there is kept, whatever it is" {
	says_each '“It will stand,” Anna Tarnby said. “It is old,” she said.' \
	    'Anna Tarnby
Anna Tarnby'
	awk -F '\t' -v OFS='\t' '$5 == 1 { $8 = "A\\tT \\\\ “x”" } 1' \
	    sentences >given
	gives 0 nspeak given
	head -n 1 given | same - <(head -n 1 "$out")
	[ "$(sed -n 2p "$out" | cut -f 8)" = 'Anna Tarnby' ]
	# All of them given: nothing is left to do.
	awk -F '\t' -v OFS='\t' '{ $8 = "N" $5 } 1' sentences >given
	nspeak given | same given -
}

@test "twice is once" {
	articles
	nsplit -- *.txt | nspeak >once
	gives 0 nspeak once
	same once "$out"
}

@test "records of other kinds pass through, byte for byte" {
	says_each '“It will stand,” Anna Tarnby said.' 'Anna Tarnby'
	cp "$out" want
	printf 'article\t0\t3\t%s\n' "quote	direct	9	x	x	x	x	1	T" \
	    'entity	x	N	9	N' 'new-kind	a\\b' 'cue	1	x	said' >others
	cat sentences others | nspeak >got
	grep -v "${tab}sentence$tab" got | same others -
	grep "${tab}sentence$tab" got | same want -
	cat others sentences | nspeak | sort >got
	cat others want | sort | same - got
}

@test "-T prints the text alone" {
	articles
	nsplit -- *.txt >sentences
	nspeak -T sentences >got
	grep -v '^#' sentences | cut -f 9 | same - got
}

# --- articles ---

@test "what stands around an article changes nothing" {
	articles
	for f in *.txt; do nsplit "$f" | nspeak; done >want
	nsplit -- *.txt | nspeak >got
	same want got
	# shellcheck disable=SC2046 # names without blanks
	nsplit -- $(ls -r ./*.txt) | nspeak | sed 's,^\./,,' >got
	sort got >a
	sort want | same - a
}

@test "the speakers are those of nquote" {
	articles
	nsplit -- *.txt >sentences
	nquote sentences >quotes
	nspeak sentences | grep -v '^#' >said
	# A sentence that one quotation alone touches has its speaker.
	awk -F '\t' '
	NR == FNR {
		n++; doc[n] = $1; beg[n] = $2; end[n] = $3; who[n] = $7
		next
	}
	{
		hits = 0
		for (i = 1; i <= n; i++)
			if (doc[i] == $1 && beg[i] < $3 && end[i] > $2) {
				hits++
				w = who[i]
			}
		if (hits != 1)
			next
		seen++
		if ($8 != w) { print w ": " $0; bad = 1 }
	}
	END { exit bad || seen < 50 }' quotes said
}

@test "an article longer than the window" {
	awk 'BEGIN {
		for (i = 1; i <= 60000; i++)
			printf "Anna Tarn%db said that the bridge would stand " \
			    "%d times, whatever the engineers of the harbour " \
			    "office may find.\n\n", i, i
	}' >article
	[ "$(wc -c <article)" -gt $((6 << 20)) ]
	nsplit article >sentences
	gives 0 nspeak sentences
	quiet
	without_speaker "$out" | same sentences -
	awk -F '\t' '$8 != "Anna Tarn" $5 "b" { print; exit 1 }' "$out"
}

@test "records of other kinds stay where they came among the sentences" {
	{
		printf 'a\t0\t4\tsentence\t1\t1\tbody\t.\tHi A\n'
		printf 'b\t0\t2\tentity\tPER\tX\t.\tHi\n'
		printf 'a\t0\t4\tsentence\t1\t1\tbody\t.\tHi A\n'
		printf 'a\t1\t2\tentity\tPER\tX\t.\ti\n'
		printf 'a\t5\t9\tsentence\t2\t1\tbody\t.\tHi B\n'
		printf 'a\t6\t7\tentity\tPER\tX\t.\ti\n'
	} >in
	nspeak in >out
	cmp in out
}

@test "records that are fat but for their text: bounded memory" {
	awk 'BEGIN {
		for (s = "s"; length(s) < 500000;) s = s s
		for (i = 0; i < 60; i++)
			printf "a\t%d\t%d\tsentence\t%d\t%d\tbody\t%s\tx\n",
			    2 * i, 2 * i + 1, i + 1, i + 1, s
	}' >in
	"$BUILD/tests/tools/cost" took nspeak in >out
	cmp in out
	read -r _ kib <took
	echo "$kib KiB"
	[ -n "${SAN:-}" ] || [ "$kib" -lt 16384 ]
}
