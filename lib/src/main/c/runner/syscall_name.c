#include "syscall_name.h"

#include <stddef.h>
#include <stdio.h>
#include <sys/syscall.h>

#define NAMED(call) {SYS_##call, #call}

static const struct {
    int number;
    const char *name;
} names[] = {
    NAMED(read),         NAMED(write),  NAMED(futex), NAMED(sched_yield),
    NAMED(rt_sigprocmask), NAMED(mmap), NAMED(munmap), NAMED(brk),
};

void syscall_name(char name[SYSCALL_NAME_BYTES], int number)
{
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (names[i].number == number) {
            snprintf(name, SYSCALL_NAME_BYTES, "%s", names[i].name);
            return;
        }
    snprintf(name, SYSCALL_NAME_BYTES, "%d", number);
}
