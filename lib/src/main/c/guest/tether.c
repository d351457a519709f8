#include "tether.h"

#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "../runner/failure.h"

void tether_run(char **command)
{
    if (command[0] == NULL)
        reject("tether needs a command: switchlab-runner tether COMMAND [ARGUMENT]...");
    pid_t controller = getppid();
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) == -1) /* exec keeps it */
        fail("this should not happen: please report it", "prctl(PR_SET_PDEATHSIG)");
    if (getppid() != controller)
        _exit(EXIT_FAILED);
    execvp(command[0], command);
    fail("check that it is there and may be executed", "exec(%s)", command[0]);
}
