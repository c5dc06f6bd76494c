/*
 * run.h -- the shape of every main(): options, then each input, then one
 * checked flush.
 *
 *	run_init(&r, &prog, argc, argv);
 *	while ((ch = run_option(&r)) != -1)
 *		...;				(* the program's own letters *)
 *	run_each(&r, each, &state);
 *	return run_done(&r);
 *
 * The options that all programs share (-H -l -o FILE -T --files0-from FILE
 * --help --version) are taken care of inside, as are "-", standard input,
 * unreadable files, SIGUSR1 (records and bytes done, to stderr), and flushing
 * the output before a read that would block.  Exit status: 0 done, 1 some input
 * was bad or missing, 2 usage or the output could not be written.
 */
#ifndef NEWS_RUN_H
#define NEWS_RUN_H
#include "io/in.h"
#include "io/out.h"
#include "io/rec.h"

enum { RUN_OK = 0, RUN_BAD = 1, RUN_FATAL = 2 };

/* An option of one program: one source for getopt, usage and --help. */
struct option_text {
	char		 letter;	/* 0 ends the list */
	const char	*arg;		/* what its argument is called, or NULL */
	const char	*text;		/* a line for --help */
};

struct prog {
	const char			*does;		/* one line for --help */
	const char			*kind;		/* what -H names, or NULL */
	const char			*needs;		/* "run nsplit first", or NULL */
	const char			*example;	/* a line for --help */
	const struct option_text	*options;
};

struct run {
	const struct prog	*prog;
	struct out		 out;
	char			**argv;
	int			 argc;
	int			 status;
	const char		*output;	/* -o, or NULL */
	char			*target;	/* the same, symbolic links followed */
	char			*temp;		/* the temporary file beside that */
	const char		*files0;	/* --files0-from, or NULL */
	bool			 header;	/* -H was given and is not yet written */
	bool			 each, text;	/* -l -T */
	size_t			 bad_first;	/* a run of lines that are no */
	size_t			 bad_line;	/* records, or 0: its ends */
	uint64_t		 bytes;		/* of the inputs that are done */
};

void	run_init(struct run *, const struct prog *, int argc, char *argv[]);

/* The next option of the program's own, its argument in optarg; -1: no more.
 * A wrong option, --help and --version end the program. */
int	run_option(struct run *);

/* The argument of option ch as a number in least..most, or end with status 2. */
uint64_t	run_number(int ch, const char *arg, uint64_t least, uint64_t most);
/* The same as bytes: 512, 64K, 16M, 2G. */
uint64_t	run_size(int ch, const char *arg, uint64_t least, uint64_t most);

/* Call fn for every FILE argument, "-" or standard input, in order. */
void	run_each(struct run *, void (*fn)(struct run *, struct in *, void *),
    void *arg);

/* End an input that fn of run_each() kept open: report an error of reading, add
 * to the totals, close. */
void	run_close(struct run *, struct in *);

/*
 * The next record or comment (REC_COMMENT) of in, or REC_EOF.  Lines that are
 * no records are reported: the first of each run of them.
 */
int	run_record(struct run *, struct in *, struct rec *);

/* "prog: file:line: message" on stderr (no line if 0), and status 1. */
void	run_warn(struct run *, const struct in *, size_t lineno,
    const char *message);

/* Say what is wrong with the usage and end with status 2. */
_Noreturn void	run_usage(const struct run *, const char *message);

/* Write the header that -H asks for, once; kind is what comes first. */
void	run_header(struct run *, const char *kind);

/* Flush, put the -o file in its place, and the exit status. */
int	run_done(struct run *);
#endif
