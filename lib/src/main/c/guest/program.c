/* What is counted, beside the program itself: of this process's own user instructions the system
   call that lets the stopped program go and the return of the one that waits for its end, and the
   kernel's work for both. This process has announced itself as the parent, and the program, a fresh
   address space, has not: so the user's share of the two can be told apart to the instruction. */
#include "program.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include "host.h"
#include "mark.h"

enum { CHUNK_BYTES = 4096 };

static const char executable[] = "/program";
static const char output[] = "/output";

static char *expect_file(const char *name, size_t *bytes)
{
    char *content = host_file(name, bytes);
    if (content == NULL) {
        errno = ENOENT;
        host_give_up("fw_cfg(%s)", name);
    }
    return content;
}

static void write_executable(void)
{
    size_t bytes, done = 0;
    char *content = expect_file("opt/switchlab/program", &bytes);
    int file = open(executable, O_WRONLY | O_CREAT | O_CLOEXEC, 0755);
    if (file == -1)
        host_give_up("open(%s)", executable);
    while (done < bytes) {
        ssize_t count = write(file, content + done, bytes - done);
        if (count == -1)
            host_give_up("write(%s, %zu bytes)", executable, bytes - done);
        done += (size_t)count;
    }
    close(file); /* an open one cannot be executed */
    free(content);
}

/* The arguments, each with a 0 at its end, the program's name first; NULL ends the list. */
static char **read_arguments(void)
{
    size_t bytes, count = 0;
    char *text = expect_file("opt/switchlab/arguments", &bytes);
    char **arguments = calloc(bytes + 1, sizeof *arguments); /* an argument has a byte or more */
    if (arguments == NULL)
        host_give_up("calloc(%zu arguments)", bytes);
    for (char *argument = text; argument < text + bytes; argument += strlen(argument) + 1)
        arguments[count++] = argument;
    return arguments;
}

static _Noreturn void become_program(char **arguments)
{
    char *environment[] = {"PATH=/", "HOME=/", NULL};
    int file = open(output, O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (file == -1 || dup2(file, STDOUT_FILENO) == -1 || dup2(file, STDERR_FILENO) == -1)
        host_give_up("open(%s)", output);
    if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) == -1)
        host_give_up("ptrace(PTRACE_TRACEME)");
    execve(executable, arguments, environment);
    host_give_up("execve(%s)", arguments[0]);
}

/* The program's wait status. The program stops by itself before its first instruction. */
static int run_counted(uintptr_t marks, char **arguments)
{
    int status;
    pid_t pid = fork();
    if (pid == -1)
        host_give_up("fork(%s)", arguments[0]);
    if (pid == 0)
        become_program(arguments);
    if (waitpid(pid, &status, 0) == -1 || !WIFSTOPPED(status))
        host_give_up("waitpid(%s before it starts)", arguments[0]);
    mark(marks, MARK_EMPTY);
    mark(marks, MARK_PROGRAM_BEGIN);
    ptrace(PTRACE_DETACH, pid, NULL, NULL);
    waitpid(pid, &status, 0);
    mark(marks, MARK_PROGRAM_END);
    return status;
}

static void pass_output(void)
{
    char chunk[CHUNK_BYTES];
    ssize_t count;
    int file = open(output, O_RDONLY | O_CLOEXEC);
    if (file == -1)
        host_give_up("open(%s)", output);
    while ((count = read(file, chunk, sizeof chunk)) > 0)
        host_output(chunk, (size_t)count);
    close(file);
}

void program_run(uintptr_t marks)
{
    write_executable();
    char **arguments = read_arguments();
    mark_page_map(marks);
    mark(marks, MARK_PARENT);
    host_close();
    int status = run_counted(marks, arguments);
    host_open();
    pass_output();
    host_say("program exit=%d signal=%d", WIFEXITED(status) ? WEXITSTATUS(status) : 0,
             WIFSIGNALED(status) ? WTERMSIG(status) : 0);
}
