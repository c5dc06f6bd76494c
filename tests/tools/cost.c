/*
 * cost -- run a command; write what it took, "seconds kibibytes", to a file.
 *
 * usage: cost FILE COMMAND [ARG ...]
 * The seconds are user + system time, with those of the command's own children;
 * the memory is the highest resident size.  The exit status is the command's.
 * For tests of bounded memory and for bench.sh: getrusage(2) is everywhere,
 * GNU time is not.
 */
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>

#include <err.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>

extern char **environ;

static double
seconds(struct timeval tv)
{
	return (double)tv.tv_sec + (double)tv.tv_usec / 1e6;
}

int
main(int argc, char *argv[])
{
	struct rusage ru;
	FILE *fp;
	pid_t pid;
	long kib;
	int e, status;

	if (argc < 3)
		errx(2, "usage: cost file command [arg ...]");
	if ((e = posix_spawnp(&pid, argv[2], NULL, NULL, argv + 2, environ)))
		errx(2, "%s: %s", argv[2], strerror(e));
	if (wait4(pid, &status, 0, &ru) == -1)
		err(2, "wait4");
	kib = ru.ru_maxrss;
#ifdef __APPLE__
	kib /= 1024; /* bytes there */
#endif
	if ((fp = fopen(argv[1], "w")) == NULL)
		err(2, "%s", argv[1]);
	fprintf(fp, "%.6f %ld\n", seconds(ru.ru_utime) + seconds(ru.ru_stime),
	    kib);
	if (fclose(fp) != 0)
		err(2, "%s", argv[1]);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
