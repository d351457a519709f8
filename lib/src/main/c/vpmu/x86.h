/* The x86-64 instructions the plugin must tell apart. */
#ifndef SWITCHLAB_VPMU_X86_H
#define SWITCHLAB_VPMU_X86_H

#include <stddef.h>
#include <stdint.h>

enum x86_kind {
    X86_OTHER,          /* may access memory */
    X86_REGISTERS,      /* accesses none, for certain */
    X86_SYSTEM_CALL,    /* accesses none, and is done whatever comes of it */
    X86_CALL,           /* pushes its return address: its store is on the stack in use */
    X86_WRITES_CR3,     /* another address space, or the same with all translations dropped */
    X86_DROPS_PAGE,     /* invlpg */
    X86_READS_CR2,      /* the address of a page fault, which its handler reads once */
    X86_INTERRUPT_RETURN
};

enum { X86_LONGEST = 15 }; /* bytes of an instruction */

/* Where the opcode is, behind prefixes; `length` if there is none. */
size_t x86_opcode(const uint8_t *bytes, size_t length);

/* What the instruction in `bytes` is; code of 64-bit mode. */
enum x86_kind x86_kind(const uint8_t *bytes, size_t length);

#endif
