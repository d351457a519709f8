#include "x86.h"

#include <stdbool.h>

/* Opcode tables: Intel SDM volume 2, appendix A. Only what is common and certain is X86_REGISTERS;
   for everything else a callback is registered that then never comes. */

static bool is_prefix(uint8_t byte)
{
    return byte == 0x66 || byte == 0x67 || byte == 0xf0 || byte == 0xf2 || byte == 0xf3 ||
           byte == 0x2e || byte == 0x36 || byte == 0x3e || byte == 0x26 || byte == 0x64 ||
           byte == 0x65;
}

static bool is_rex(uint8_t byte)
{
    return (byte & 0xf0) == 0x40;
}

/* Has a ModRM byte and touches memory only if that byte says so. */
static bool has_operand(uint8_t opcode)
{
    return (opcode < 0x40 && (opcode & 7) < 4) || opcode == 0x63 || opcode == 0x69 ||
           opcode == 0x6b || (opcode >= 0x80 && opcode <= 0x8b) || opcode == 0xc0 ||
           opcode == 0xc1 || opcode == 0xc6 || opcode == 0xc7 ||
           (opcode >= 0xd0 && opcode <= 0xd3) || opcode == 0xf6 || opcode == 0xf7 || opcode == 0xfe;
}

/* Has registers, immediates and branch targets only. */
static bool has_no_operand(uint8_t opcode)
{
    return (opcode < 0x40 && ((opcode & 7) == 4 || (opcode & 7) == 5)) ||
           (opcode >= 0x70 && opcode <= 0x7f) || (opcode >= 0x90 && opcode <= 0x99) ||
           opcode == 0x8d /* lea */ || opcode == 0xa8 || opcode == 0xa9 ||
           (opcode >= 0xb0 && opcode <= 0xbf) || opcode == 0xe9 || opcode == 0xeb;
}

static bool has_operand_0f(uint8_t opcode)
{
    return (opcode >= 0x40 && opcode <= 0x4f) || (opcode >= 0x90 && opcode <= 0x9f) ||
           opcode == 0xaf || opcode == 0xb6 || opcode == 0xb7 || opcode == 0xbe || opcode == 0xbf ||
           opcode == 0xbc || opcode == 0xbd || opcode == 0x10 || opcode == 0x11 ||
           opcode == 0x28 || opcode == 0x29 || (opcode >= 0x51 && opcode <= 0x6f) || opcode == 0x2a;
}

static bool has_no_operand_0f(uint8_t opcode)
{
    return (opcode >= 0x80 && opcode <= 0x8f) || opcode == 0x1e /* endbr64 */ ||
           opcode == 0x1f /* nop */ || (opcode >= 0xc8 && opcode <= 0xcf);
}

static enum x86_kind kind_0f(const uint8_t *bytes, size_t length)
{
    if (length < 1)
        return X86_OTHER;
    uint8_t modrm = length > 1 ? bytes[1] : 0;
    unsigned reg = modrm >> 3 & 7;
    bool register_operand = modrm >> 6 == 3;
    if (bytes[0] == 0x05)
        return X86_SYSTEM_CALL;
    if (bytes[0] == 0x22 && reg == 3)
        return X86_WRITES_CR3;
    if (bytes[0] == 0x20 && reg == 2)
        return X86_READS_CR2;
    if (bytes[0] == 0x01 && reg == 7 && !register_operand)
        return X86_DROPS_PAGE;
    if (has_no_operand_0f(bytes[0]) || (has_operand_0f(bytes[0]) && register_operand))
        return X86_REGISTERS;
    return X86_OTHER;
}

size_t x86_opcode(const uint8_t *bytes, size_t length)
{
    size_t at = 0;
    while (at < length && is_prefix(bytes[at]))
        at++;
    if (at < length && is_rex(bytes[at]))
        at++;
    return at;
}

enum x86_kind x86_kind(const uint8_t *bytes, size_t length)
{
    size_t at = x86_opcode(bytes, length);
    if (at == length)
        return X86_OTHER;
    uint8_t opcode = bytes[at++];
    if (opcode == 0x0f)
        return kind_0f(bytes + at, length - at);
    if (opcode == 0xe8)
        return X86_CALL;
    if (opcode == 0xcf)
        return X86_INTERRUPT_RETURN;
    if (has_no_operand(opcode))
        return X86_REGISTERS;
    if (has_operand(opcode) && at < length && bytes[at] >> 6 == 3)
        return X86_REGISTERS;
    return X86_OTHER;
}
