/* Branches as an assembler encodes them (GNU as), at one address. */
#include "x86_branch.h"

#include "check.h"

#define HERE UINT64_C(0x401000)

struct example {
    const char *text;
    enum branch_kind kind;
    int64_t target; /* of a direct one, from the next instruction */
    const char *bytes;
    size_t length;
};

#define DIRECT(text, kind, target, bytes) {text, kind, target, bytes, sizeof bytes - 1}
#define OTHER(text, kind, bytes) {text, kind, 0, bytes, sizeof bytes - 1}

static const struct example examples[] = {
    DIRECT("jne rel8", BRANCH_CONDITIONAL, 16, "\x75\x10"),
    DIRECT("jle rel8, backwards", BRANCH_CONDITIONAL, -2, "\x7e\xfe"),
    DIRECT("jb rel32", BRANCH_CONDITIONAL, 256, "\x0f\x82\x00\x01\x00\x00"),
    DIRECT("jg rel32, backwards", BRANCH_CONDITIONAL, -6, "\x0f\x8f\xfa\xff\xff\xff"),
    DIRECT("jne,pn: with a hint", BRANCH_CONDITIONAL, 16, "\x2e\x75\x10"),
    DIRECT("bnd jne", BRANCH_CONDITIONAL, 16, "\xf2\x75\x10"),
    DIRECT("loop", BRANCH_CONDITIONAL, -4, "\xe2\xfc"),
    DIRECT("loope", BRANCH_CONDITIONAL, 0, "\xe1\x00"),
    DIRECT("loopne", BRANCH_CONDITIONAL, 0, "\xe0\x00"),
    DIRECT("jrcxz", BRANCH_CONDITIONAL, 127, "\xe3\x7f"),
    DIRECT("jecxz", BRANCH_CONDITIONAL, -128, "\x67\xe3\x80"),
    DIRECT("jmp rel8", BRANCH_JUMP, -2, "\xeb\xfe"),
    DIRECT("jmp rel32", BRANCH_JUMP, INT32_MAX, "\xe9\xff\xff\xff\x7f"),
    DIRECT("call rel32", BRANCH_CALL, INT32_MIN, "\xe8\x00\x00\x00\x80"),
    DIRECT("data16 call", BRANCH_CALL, 5, "\x66\xe8\x05\x00\x00\x00"),
    DIRECT("data16 jmp of 16 bits, where an emulator reads so many", BRANCH_JUMP, -3,
           "\x66\xe9\xfd\xff"),
    OTHER("jmp *%rax", BRANCH_INDIRECT_JUMP, "\xff\xe0"),
    OTHER("jmp *%r11", BRANCH_INDIRECT_JUMP, "\x41\xff\xe3"),
    OTHER("notrack jmp *%rax", BRANCH_INDIRECT_JUMP, "\x3e\xff\xe0"),
    OTHER("jmp *table(,%rax,8)", BRANCH_INDIRECT_JUMP, "\xff\x24\xc5\x00\x20\x40\x00"),
    OTHER("jmp *8(%rip)", BRANCH_INDIRECT_JUMP, "\xff\x25\x08\x00\x00\x00"),
    OTHER("call *%rdx", BRANCH_INDIRECT_CALL, "\xff\xd2"),
    OTHER("call *8(%rax)", BRANCH_INDIRECT_CALL, "\xff\x50\x08"),
    OTHER("call *%fs:0x10", BRANCH_INDIRECT_CALL, "\x64\xff\x14\x25\x10\x00\x00\x00"),
    OTHER("ret", BRANCH_RETURN, "\xc3"),
    OTHER("rep ret", BRANCH_RETURN, "\xf3\xc3"),
    OTHER("ret $16", BRANCH_RETURN, "\xc2\x10\x00"),
    OTHER("lcall *(%rax)", BRANCH_NONE, "\xff\x18"),
    OTHER("ljmp *(%rax)", BRANCH_NONE, "\xff\x28"),
    OTHER("incl (%rax)", BRANCH_NONE, "\xff\x00"),
    OTHER("pushq (%rax)", BRANCH_NONE, "\xff\x30"),
    OTHER("lret", BRANCH_NONE, "\xcb"),
    OTHER("iretq", BRANCH_NONE, "\x48\xcf"),
    OTHER("syscall", BRANCH_NONE, "\x0f\x05"),
    OTHER("setne %al", BRANCH_NONE, "\x0f\x95\xc0"),
    OTHER("cmovne %eax,%ebx", BRANCH_NONE, "\x0f\x45\xd8"),
    OTHER("rep movsb", BRANCH_NONE, "\xf3\xa4"),
    OTHER("int3", BRANCH_NONE, "\xcc"),
    OTHER("mov $0xe8,%al", BRANCH_NONE, "\xb0\xe8"),
    OTHER("cut after its prefix", BRANCH_NONE, "\x66"),
    OTHER("cut after its opcode", BRANCH_NONE, "\xff"),
    OTHER("cut in its displacement", BRANCH_NONE, "\xe8\x01\x02\x03"),
    OTHER("nothing", BRANCH_NONE, ""),
};

static bool as_expected(const struct example *example)
{
    const uint8_t *bytes = (const uint8_t *)example->bytes;
    struct branch branch = x86_branch(bytes, example->length, HERE);
    if (branch.kind != example->kind || branch_address(&branch) != HERE)
        return false;
    return !branch_is_direct(&branch) ||
           branch_target(&branch) == HERE + example->length + (uint64_t)example->target;
}

int main(void)
{
    for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++)
        check_that(as_expected(&examples[i]), examples[i].text, __FILE__, __LINE__);
    return check_summary();
}
