/* The guest's side of what it shares with the host: lines to it, and files from it. No driver of the
   kernel takes part, which would work, and be counted, at moments of its own. */
#ifndef SWITCHLAB_HOST_H
#define SWITCHLAB_HOST_H

#include <stddef.h>

/* Takes the right to use I/O ports; gives it back. A process that has it is switched to more slowly,
   so none may have it while it is counted. */
void host_open(void);
void host_close(void);

/* One line to the host. */
__attribute__((format(printf, 1, 2))) void host_say(const char *format, ...);

/* Says "error CALL failed: STRERROR" and turns the machine off. */
_Noreturn __attribute__((format(printf, 1, 2))) void host_give_up(const char *call, ...);

/* Turns the machine off. */
_Noreturn void host_power_off(void);

/* Hands bytes of a program's output to the host. */
void host_output(const char *bytes, size_t count);

/* The file that the host named so on QEMU's command line, followed by a 0; NULL if there is none.
   The caller frees it. */
char *host_file(const char *name, size_t *bytes);

#endif
