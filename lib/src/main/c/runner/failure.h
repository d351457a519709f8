/* How the runner gives up: one line on stderr that names the call, the errno and the repair. */
#ifndef SWITCHLAB_FAILURE_H
#define SWITCHLAB_FAILURE_H

/* The last is EX_UNAVAILABLE of sysexits.h: no shell and no library ends a program with it, as they
   do with small numbers. */
enum exit_status { EXIT_DONE = 0, EXIT_FAILED = 1, EXIT_WRONG_USAGE = 2, EXIT_NO_HUGE_PAGES = 69 };

/* Ends with EXIT_FAILED after "switchlab-runner: CALL failed: STRERROR (errno N); REPAIR".
   CALL is a format and reads like the call, with its arguments. */
_Noreturn __attribute__((format(printf, 2, 3))) void fail(const char *repair, const char *call, ...);

/* Ends with EXIT_FAILED after "switchlab-runner: MESSAGE", where no errno belongs to the story. */
_Noreturn __attribute__((format(printf, 1, 2))) void give_up(const char *message, ...);

/* Ends with EXIT_NO_HUGE_PAGES after "switchlab-runner: MESSAGE": not this process failed, every one
   that asks this kernel for huge pages would. */
_Noreturn void end_without_huge_pages(void);

/* Ends with EXIT_WRONG_USAGE after "switchlab-runner: MESSAGE". */
_Noreturn __attribute__((format(printf, 1, 2))) void reject(const char *message, ...);

#endif
