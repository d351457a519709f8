/* I/O ports of the machine, by QEMU's documentation (docs/specs/fw_cfg; isa-debugcon). */
#ifndef SWITCHLAB_PORTS_H
#define SWITCHLAB_PORTS_H

#include <stddef.h>
#include <stdint.h>

enum port {
    PORT_LINES = 0xe9,  /* isa-debugcon: what the guest says */
    PORT_OUTPUT = 0xea, /* isa-debugcon: what its program writes */
    PORT_FILE_SELECTOR = 0x510,
    PORT_FILE_DATA = 0x511
};

#if defined(__x86_64__)

#include <sys/io.h>

static inline int ports_allow(int level)
{
    return iopl(level);
}

static inline void port_select(enum port port, uint16_t value)
{
    outw(value, port);
}

static inline void port_read(enum port port, void *bytes, size_t count)
{
    /* Not insb of sys/io.h: glibc's does not tell the compiler that memory changes. */
    __asm__ volatile("rep insb" : "+D"(bytes), "+c"(count) : "d"(port) : "memory");
}

static inline void port_write(enum port port, const void *bytes, size_t count)
{
    __asm__ volatile("rep outsb" : "+S"(bytes), "+c"(count) : "d"(port) : "memory");
}

#else /* the emulated machine is an x86-64 one: this runner is never its /init */

#include <errno.h>

static inline int ports_allow(int level)
{
    (void)level;
    errno = ENOSYS;
    return -1;
}

static inline void port_select(enum port port, uint16_t value)
{
    (void)port, (void)value;
}

static inline void port_read(enum port port, void *bytes, size_t count)
{
    (void)port, (void)bytes, (void)count;
}

static inline void port_write(enum port port, const void *bytes, size_t count)
{
    (void)port, (void)bytes, (void)count;
}

#endif
#endif
