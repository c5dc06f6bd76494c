# newsutils -- GNU make.  On a bare system `make deps` comes first.
#
#   make            build/bin/*            make demo      show what it does
#   make check      all tests              make lint      style, static analysis
#   make install    PREFIX= DESTDIR=       make bench     speed and memory
#   make fuzz       FUZZ=name FUZZTIME=60  make clean     remove build/
#
# Variables: CC, CFLAGS, V=1 (show the commands), WERROR=1, and
# SAN=address,undefined for a sanitized build in a folder of its own.

VERSION = 0.1.0

PREFIX ?= /usr/local
bindir ?= $(PREFIX)/bin
mandir ?= $(PREFIX)/share/man
# -O3 is worth a fifth of the time of nsplit here.
CFLAGS ?= -O3 -g
HOSTCC ?= $(CC)

B := build$(if $(SAN),/san-$(SAN))

# Use all cores unless told otherwise.
ifeq ($(MAKELEVEL)$(filter -j%,$(MAKEFLAGS)),0)
MAKEFLAGS += -j$(shell nproc 2>/dev/null || echo 2)
endif
MAKEFLAGS += --no-print-directory

# pkg-config knows best; without it the plain names do on most systems.
# macOS has what we take from libbsd in its own libc.
SYSTEM := $(shell uname -s)
PKGS := libpcre2-8 $(if $(filter Darwin,$(SYSTEM)),,libbsd)
PKGCFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
PKGLIBS := $(shell pkg-config --libs $(PKGS) 2>/dev/null || \
	echo $(PKGS:lib%=-l%))

WARN := -Wall -Wextra -Wpedantic -Wconversion -Wshadow $(if $(WERROR),-Werror)
SANFLAGS := $(if $(SAN),-fsanitize=$(SAN) -fno-sanitize-recover=all \
	-fno-omit-frame-pointer)
STD := -std=c11 -D_GNU_SOURCE -Ilib -I$(B)
CCALL = $(CC) $(CPPFLAGS) $(CFLAGS) $(STD) $(WARN) $(SANFLAGS) $(PKGCFLAGS) \
	-DVERSION='"$(VERSION)"' -MMD -MP
# A library that a program does not use must not cost it start-up time.
ASNEEDED := -Wl,--as-needed
LINK = $(CC) $(CFLAGS) $(SANFLAGS) $(LDFLAGS) \
	$(if $(filter Linux,$(SYSTEM)),$(ASNEEDED))
LIBS = $(LDLIBS) $(PKGLIBS)

# --- What there is to build ---------------------------------------------------

# lib/model/mk*.c are generators: they run here, on the building machine.
WORDS := $(wildcard lib/*/*.words)
GEN := $(patsubst %.words,$(B)/gen/%,$(notdir $(WORDS)))
LIBSRC := $(filter-out lib/model/mk%,$(wildcard lib/*/*.c))
LIBOBJ := $(LIBSRC:%.c=$(B)/obj/%.o) $(GEN:$(B)/gen/%=$(B)/obj/gen/%.o)
LIBNEWS := $(B)/libnews.a
PROGS := $(patsubst bin/%.c,$(B)/bin/%,$(wildcard bin/*.c))
FUZZERS := $(patsubst tests/fuzz/%.c,%,\
	$(filter-out %/driver.c %/main.c,$(wildcard tests/fuzz/*.c)))
TESTS := $(patsubst %.c,$(B)/%,$(wildcard tests/*.c tests/tools/*.c)) \
	$(FUZZERS:%=$(B)/tests/fuzz/%)
MAN := $(wildcard man/*.[157])

ifneq ($(words $(GEN)),$(words $(sort $(GEN))))
$(error two .words files have the same name: $(WORDS))
endif

Q := $(if $(V),,@)
say = $(if $(V),,@echo '  $1')

.PHONY: all tests demo check install uninstall lint bench fuzz fuzz-run clean \
	deps deps-check FORCE
.DELETE_ON_ERROR:
.SECONDARY:

all: $(LIBNEWS) $(PROGS) ; @:
tests: $(TESTS) ; @:

# --- How ----------------------------------------------------------------------

# Objects of other flags or of another compiler are never mixed in: this file
# changes when the command does.
$(B)/flags: export COMMAND = $(CCALL) : $(LINK) $(LIBS)
$(B)/flags: FORCE
	@mkdir -p $(@D)
	@echo "$$COMMAND" | cmp -s - $@ || echo "$$COMMAND" >$@

# One clear line in place of a page of errors when something is not installed.
$(B)/probe: $(B)/flags
	@if ! printf '%s\n' '#include <pcre2.h>' '#ifdef __linux__' \
	    '#include <bsd/stdlib.h>' '#endif' 'int main(void) { return 0; }' | \
	    $(CC) $(CPPFLAGS) $(CFLAGS) $(PKGCFLAGS) -D_GNU_SOURCE \
	    -DPCRE2_CODE_UNIT_WIDTH=8 $(SANFLAGS) -x c - -o $@ $(LDFLAGS) \
	    $(LIBS) 2>$@.log; then \
		sed 's/^/  /' $@.log >&2; \
		echo 'A compiler ($(CC)), libbsd or libpcre2-8 is missing:' \
		    'run "make deps".' >&2; \
		exit 1; \
	fi

vpath %.words $(wildcard lib/*)
$(B)/mk%: lib/model/mk%.c $(B)/flags | $(B)/probe
	$(call say,HOSTCC $<)
	$(Q)$(HOSTCC) -O2 -std=c11 -D_GNU_SOURCE -Ilib $(WARN) -MMD -MP \
		-MF $@.d -MT $@ -o $@ $<

# Both files of a pattern rule are made by one run.
$(B)/gen/%.h $(B)/gen/%.c: %.words $(B)/mkwords
	$(call say,WORDS $<)
	@mkdir -p $(@D)
	$(Q)$(B)/mkwords $* $< $(B)/gen/$*.h $(B)/gen/$*.c

define compile
	$(call say,CC $<)
	@mkdir -p $(@D)
	$(Q)$(CCALL) -c -o $@ $<
endef
$(B)/obj/gen/%.o: $(B)/gen/%.c $(B)/flags | $(B)/probe $(GEN:=.h)
	$(compile)
$(B)/obj/%.o: %.c $(B)/flags | $(B)/probe $(GEN:=.h)
	$(compile)

$(LIBNEWS): $(LIBOBJ)
	$(call say,AR $@)
	@rm -f $@
	$(Q)$(AR) rcs $@ $^

define link
	$(call say,LINK $@)
	@mkdir -p $(@D)
	$(Q)$(LINK) -o $@ $^ $(LIBS)
endef
$(B)/bin/%: $(B)/obj/bin/%.o $(LIBNEWS)
	$(link)
$(B)/tests/%: $(B)/obj/tests/%.o $(LIBNEWS)
	$(link)
$(B)/tests/fuzz/%: $(B)/obj/tests/fuzz/%.o $(B)/obj/tests/fuzz/driver.o $(LIBNEWS)
	$(link)
$(B)/libfuzzer/%: LINK += -fsanitize=fuzzer
$(B)/libfuzzer/%: $(B)/obj/tests/fuzz/%.o $(LIBNEWS)
	$(link)

-include $(wildcard $(B)/mk*.d) $(LIBOBJ:.o=.d) $(PROGS:$(B)/%=$(B)/obj/%.d) \
	$(TESTS:$(B)/%=$(B)/obj/%.d) $(B)/obj/tests/fuzz/driver.d

# --- What for -----------------------------------------------------------------

deps:
	@.ci/deps build

deps-check:
	@.ci/deps check

# A make of its own after the install, for what pkg-config says by then.
demo:
	@.ci/deps build
	@$(MAKE) all
	@PATH="$(CURDIR)/$(B)/bin:$$PATH" examples/demo.sh

check:
	@.ci/deps check || echo 'Going on with what is installed.' >&2
	@$(MAKE) all tests
	@BUILD="$(CURDIR)/$(B)" SAN='$(SAN)' tests/run

lint:
	@.ci/lint

bench: all tests
	@BUILD="$(CURDIR)/$(B)" tests/bench.sh

# Needs clang's runtime libraries; Debian has them in libclang-rt-dev.
FUZZTIME ?= 60
fuzz:
	@$(MAKE) B=build/fuzz CC=clang SAN=fuzzer-no-link,address,undefined fuzz-run

fuzz-run: $(addprefix $(B)/libfuzzer/,$(or $(FUZZ),$(FUZZERS)))
	@set -e; for f in $(^F); do \
		mkdir -p $(B)/corpus/$$f; \
		$(B)/libfuzzer/$$f -max_total_time=$(FUZZTIME) -timeout=20 \
		    -print_final_stats=1 -artifact_prefix=$(B)/$$f- \
		    $(B)/corpus/$$f $$(ls -d tests/fuzz/corpus/$$f); \
	done

install: all
	install -d '$(DESTDIR)$(bindir)'
	install -m 0755 $(PROGS) '$(DESTDIR)$(bindir)'
	@set -e; for m in $(MAN); do \
		d='$(DESTDIR)$(mandir)'/man$${m##*.}; \
		echo "install -m 0644 $$m '$$d'"; \
		install -d "$$d"; \
		install -m 0644 "$$m" "$$d"; \
	done

uninstall:
	@for p in $(notdir $(PROGS)); do \
		echo "rm -f '$(DESTDIR)$(bindir)/$$p'"; \
		rm -f '$(DESTDIR)$(bindir)'/$$p; \
	done
	@for m in $(notdir $(MAN)); do \
		echo "rm -f '$(DESTDIR)$(mandir)/man$${m##*.}/$$m'"; \
		rm -f '$(DESTDIR)$(mandir)'/man$${m##*.}/$$m; \
	done

clean:
	rm -rf build
