#include "x86_branch.h"

#include "x86.h"

/* Opcodes: Intel SDM volume 2, appendix A, tables and A-6 (group 5). */

static enum branch_kind kind_of_group_5(uint8_t modrm)
{
    switch (modrm >> 3 & 7) {
    case 2:
        return BRANCH_INDIRECT_CALL;
    case 4:
        return BRANCH_INDIRECT_JUMP;
    default:
        return BRANCH_NONE;
    }
}

static enum branch_kind kind_of(uint8_t opcode)
{
    if (opcode >= 0x70 && opcode <= 0x7f) /* jcc rel8 */
        return BRANCH_CONDITIONAL;
    switch (opcode) {
    case 0xe0: /* loopne */
    case 0xe1: /* loope */
    case 0xe2: /* loop */
    case 0xe3: /* jrcxz, jecxz */
        return BRANCH_CONDITIONAL;
    case 0xe9:
    case 0xeb:
        return BRANCH_JUMP;
    case 0xe8:
        return BRANCH_CALL;
    case 0xc2: /* ret imm16 */
    case 0xc3:
        return BRANCH_RETURN;
    default:
        return BRANCH_NONE;
    }
}

/* What the rest of a direct branch is: one, two or four bytes, the lowest first. */
static int32_t displacement_of(const uint8_t *bytes, size_t length)
{
    uint32_t number = 0;
    for (size_t i = length; i > 0; i--)
        number = number << 8 | bytes[i - 1];
    unsigned unused_bits = 32 - 8 * (unsigned)length;
    return (int32_t)(number << unused_bits) >> unused_bits;
}

static bool has_displacement(size_t length)
{
    return length == 1 || length == 2 || length == 4;
}

struct branch x86_branch(const uint8_t *bytes, size_t length, uint64_t vaddr)
{
    struct branch branch = {.next = vaddr + length, .length = (uint8_t)length};
    size_t at = x86_opcode(bytes, length);
    if (at == length)
        return branch;
    uint8_t opcode = bytes[at++];
    branch.kind = kind_of(opcode);
    if (opcode == 0x0f && at < length && (bytes[at] & 0xf0) == 0x80) { /* jcc rel32 */
        branch.kind = BRANCH_CONDITIONAL;
        at++;
    }
    if (opcode == 0xff && at < length)
        branch.kind = kind_of_group_5(bytes[at]);
    if (!branch_is_direct(&branch))
        return branch;
    if (!has_displacement(length - at))
        return (struct branch){.next = branch.next, .length = branch.length};
    branch.displacement = displacement_of(bytes + at, length - at);
    return branch;
}
