#include "host.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/reboot.h>
#include <unistd.h>

#include "ports.h"

enum { LINE_BYTES = 4000, ALL_PORTS = 3, NO_PORTS = 0 };

/* Without ports nobody can be told: the kernel's panic shows that /init is gone. */
static void set_ports(int level)
{
    if (ports_allow(level) == -1)
        _exit(1);
}

void host_open(void)
{
    set_ports(ALL_PORTS);
}

void host_close(void)
{
    set_ports(NO_PORTS);
}

/* Writes text and values as one line, cut to what the host takes. */
static void say_line(const char *before, const char *format, va_list values, const char *after)
{
    char line[LINE_BYTES];
    size_t length = (size_t)snprintf(line, sizeof line, "%s", before);
    length += (size_t)vsnprintf(line + length, sizeof line - length, format, values);
    if (length < sizeof line)
        length += (size_t)snprintf(line + length, sizeof line - length, "%s", after);
    if (length > sizeof line - 1)
        length = sizeof line - 1;
    line[length++] = '\n';
    port_write(PORT_LINES, line, length);
}

void host_say(const char *format, ...)
{
    va_list values;
    va_start(values, format);
    say_line("", format, values, "");
    va_end(values);
}

void host_give_up(const char *call, ...)
{
    char cause[128];
    snprintf(cause, sizeof cause, " failed: %s (errno %d)", strerror(errno), errno);
    host_open(); /* the process may have given its ports back */
    va_list values;
    va_start(values, call);
    say_line("error ", call, values, cause);
    va_end(values);
    host_power_off();
}

void host_power_off(void)
{
    reboot(RB_POWER_OFF);
    _exit(1); /* of /init: the kernel panics, and the host sees that */
}

void host_output(const char *bytes, size_t count)
{
    port_write(PORT_OUTPUT, bytes, count);
}
