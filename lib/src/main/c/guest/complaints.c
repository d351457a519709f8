#include "complaints.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "host.h"

static const char path[] = "/complaints";

void complaints_collect(void)
{
    int nothing = open("/dev/null", O_RDONLY);
    int file = open(path, O_RDWR | O_CREAT | O_APPEND, 0600);
    if (nothing == -1 || file == -1)
        host_give_up("open(/dev/null or %s)", path);
    if (dup2(nothing, STDIN_FILENO) == -1 || dup2(file, STDOUT_FILENO) == -1 ||
        dup2(file, STDERR_FILENO) == -1)
        host_give_up("dup2(standard descriptors)");
}

void complaints_last(char *text, size_t bytes)
{
    off_t end = lseek(STDERR_FILENO, 0, SEEK_END);
    off_t start = end > (off_t)bytes - 1 ? end - (off_t)bytes + 1 : 0;
    ssize_t count = pread(STDERR_FILENO, text, bytes - 1, start);
    text[count > 0 ? count : 0] = '\0';
    for (char *c = text; *c != '\0'; c++)
        if (*c == '\n')
            *c = ' ';
    if (count <= 0)
        strncpy(text, "it said nothing", bytes);
}
