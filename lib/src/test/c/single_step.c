/* Runs a program one instruction at a time and says how many there were: `single_step PROGRAM ARG…`.
   The processor itself counts here, with no emulator and no counter. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

static _Noreturn void fail(const char *call)
{
    perror(call);
    exit(EXIT_FAILURE);
}

static void become(char **command)
{
    if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0)
        fail("ptrace(PTRACE_TRACEME)");
    execv(command[0], command);
    fail("execv");
}

/* Each step ends with a stop, that of the last instruction, exit_group, with the end instead. */
static unsigned long long count_steps(pid_t pid)
{
    int status;
    unsigned long long steps = 0;
    if (waitpid(pid, &status, 0) != pid || !WIFSTOPPED(status))
        fail("waitpid");
    while (WIFSTOPPED(status)) {
        if (ptrace(PTRACE_SINGLESTEP, pid, NULL, NULL) != 0)
            fail("ptrace(PTRACE_SINGLESTEP)");
        if (waitpid(pid, &status, 0) != pid)
            fail("waitpid");
        steps++;
    }
    return steps;
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return EXIT_FAILURE;
    pid_t pid = fork();
    if (pid < 0)
        fail("fork");
    if (pid == 0)
        become(argv + 1);
    printf("%llu\n", count_steps(pid));
    return EXIT_SUCCESS;
}
