/* Instructions as an assembler encodes them (GNU as), and what they are. */
#include "x86.h"

#include <string.h>

#include "check.h"

struct example {
    const char *text;
    enum x86_kind kind;
    const char *bytes;
    size_t length;
};

#define EXAMPLE(text, kind, bytes) {text, kind, bytes, sizeof bytes - 1}

static const struct example examples[] = {
    EXAMPLE("call rel32", X86_CALL, "\xe8\x00\x00\x00\x00"),
    EXAMPLE("data16 call rel32", X86_CALL, "\x66\xe8\x00\x00\x00\x00"),
    EXAMPLE("call *%rax", X86_OTHER, "\xff\xd0"), /* pushes */
    EXAMPLE("mov %rax,%cr3", X86_WRITES_CR3, "\x0f\x22\xd8"),
    EXAMPLE("mov %r11,%cr3", X86_WRITES_CR3, "\x41\x0f\x22\xdb"),
    EXAMPLE("mov %rax,%cr4", X86_OTHER, "\x0f\x22\xe0"),
    EXAMPLE("mov %cr3,%rax", X86_OTHER, "\x0f\x20\xd8"),
    EXAMPLE("mov %cr2,%r12", X86_READS_CR2, "\x41\x0f\x20\xd4"),
    EXAMPLE("invlpg (%rax)", X86_DROPS_PAGE, "\x0f\x01\x38"),
    EXAMPLE("swapgs", X86_OTHER, "\x0f\x01\xf8"), /* shares opcode and register field with invlpg */
    EXAMPLE("iretq", X86_INTERRUPT_RETURN, "\x48\xcf"),
    EXAMPLE("add %rax,%rbx", X86_REGISTERS, "\x48\x01\xc3"),
    EXAMPLE("add (%rax),%rbx", X86_OTHER, "\x48\x03\x18"),
    EXAMPLE("add $1,%eax", X86_REGISTERS, "\x05\x01\x00\x00\x00"),
    EXAMPLE("addq $1,(%rax)", X86_OTHER, "\x48\x83\x00\x01"),
    EXAMPLE("lock xadd %eax,(%rdi)", X86_OTHER, "\xf0\x0f\xc1\x07"),
    EXAMPLE("mov %r15,%r14", X86_REGISTERS, "\x4d\x89\xfe"),
    EXAMPLE("mov $1,%eax", X86_REGISTERS, "\xb8\x01\x00\x00\x00"),
    EXAMPLE("movabs 0x10,%al", X86_OTHER, "\xa0\x10\x00\x00\x00\x00\x00\x00\x00"),
    EXAMPLE("lea 8(%rax),%rbx", X86_REGISTERS, "\x48\x8d\x58\x08"),
    EXAMPLE("jne rel8", X86_REGISTERS, "\x75\x10"),
    EXAMPLE("jne rel32", X86_REGISTERS, "\x0f\x85\x00\x01\x00\x00"),
    EXAMPLE("nopl 0(%rax)", X86_REGISTERS, "\x0f\x1f\x40\x00"),
    EXAMPLE("endbr64", X86_REGISTERS, "\xf3\x0f\x1e\xfa"),
    EXAMPLE("movzbl (%rax),%eax", X86_OTHER, "\x0f\xb6\x00"),
    EXAMPLE("movzbl %al,%eax", X86_REGISTERS, "\x0f\xb6\xc0"),
    EXAMPLE("addsd %xmm1,%xmm0", X86_REGISTERS, "\xf2\x0f\x58\xc1"),
    EXAMPLE("addsd (%rax),%xmm0", X86_OTHER, "\xf2\x0f\x58\x00"),
    EXAMPLE("movups (%rax),%xmm0", X86_OTHER, "\x0f\x10\x00"),
    EXAMPLE("vmovups (%rax),%ymm0", X86_OTHER, "\xc5\xfc\x10\x00"),
    EXAMPLE("push %rax", X86_OTHER, "\x50"),
    EXAMPLE("pop (%rax)", X86_OTHER, "\x8f\x00"),
    EXAMPLE("ret", X86_OTHER, "\xc3"),
    EXAMPLE("leave", X86_OTHER, "\xc9"),
    EXAMPLE("rep movsq", X86_OTHER, "\xf3\x48\xa5"),
    EXAMPLE("rep stosb", X86_OTHER, "\xf3\xaa"),
    EXAMPLE("xlat", X86_OTHER, "\xd7"),
    EXAMPLE("syscall", X86_SYSTEM_CALL, "\x0f\x05"),
    EXAMPLE("shl %cl,%eax", X86_REGISTERS, "\xd3\xe0"),
    EXAMPLE("cut after its prefix", X86_OTHER, "\x66"),
    EXAMPLE("cut after its escape", X86_OTHER, "\x0f"),
    EXAMPLE("cut before its operand", X86_OTHER, "\x01"),
    EXAMPLE("nothing", X86_OTHER, ""),
};

int main(void)
{
    for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++) {
        uint8_t bytes[X86_LONGEST];
        memcpy(bytes, examples[i].bytes, examples[i].length);
        check_that(x86_kind(bytes, examples[i].length) == examples[i].kind, examples[i].text,
                   __FILE__, __LINE__);
    }
    return check_summary();
}
