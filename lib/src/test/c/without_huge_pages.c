/* Runs a program as on a kernel built without CONFIG_TRANSPARENT_HUGEPAGE: advice about huge pages is
   refused with EINVAL, as madvise(2) has it. `without_huge_pages PROGRAM ARG…` */
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define IF_EQUAL(value, then, otherwise) \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, then, otherwise)
#define RETURN(action) BPF_STMT(BPF_RET | BPF_K, action)

static _Noreturn void fail(const char *call)
{
    perror(call);
    exit(EXIT_FAILURE);
}

int main(int count, char **arguments)
{
    struct sock_filter steps[] = {
        LOAD(nr),
        IF_EQUAL(SYS_madvise, 0, 4),
        LOAD(args[2]),
        IF_EQUAL(MADV_HUGEPAGE, 1, 0),
        IF_EQUAL(MADV_NOHUGEPAGE, 0, 1),
        RETURN(SECCOMP_RET_ERRNO | EINVAL),
        RETURN(SECCOMP_RET_ALLOW),
    };
    struct sock_fprog filter = {.len = sizeof steps / sizeof *steps, .filter = steps};
    if (count < 2)
        return EXIT_FAILURE;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0)
        fail("prctl");
    execv(arguments[1], arguments + 1);
    fail("execv");
}
