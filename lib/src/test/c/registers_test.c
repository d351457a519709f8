/* Checks the hand-written switch: fills every register that a function must preserve with values of
   its own, the control words of the floating-point units among them, switches to another stack that
   fills them all with others and switches back, and compares.
   Says how many values held; exit status 1 and one line a value that did not. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "gthread/context.h"

#if defined(__x86_64__)
enum { REGISTERS = 6, CONTROLS = 2 };
static const char *const names[] = {"rbx", "rbp", "r12", "r13", "r14", "r15", "mxcsr", "x87 control"};
#else
enum { REGISTERS = 19, CONTROLS = 1 };
static const char *const names[] = {"x19", "x20", "x21", "x22", "x23", "x24", "x25", "x26", "x27", "x28",
                                    "x29", "d8",  "d9",  "d10", "d11", "d12", "d13", "d14", "d15", "fpcr"};
#endif

enum { VALUES = REGISTERS + CONTROLS, SWITCHES = 100, STACK_BYTES = 65536 };

/* In registers_fill_*.S: loads every register from `in`, calls registers_switch, stores every register
   to `out`, and restores what its own caller had. */
void registers_fill_and_switch(const uint64_t in[VALUES], uint64_t out[VALUES], void **from, void *to);

static union context tester, other;
static int failures, held;

/* Distinct in each register, side and switch. */
static void choose(uint64_t values[VALUES], uint64_t side, uint64_t number)
{
    for (uint64_t i = 0; i < REGISTERS; i++)
        values[i] = UINT64_C(0x9e3779b97f4a7c15) * (1 + i + 100 * side + 1000 * number);
#if defined(__x86_64__)
    static const uint64_t rounding_mxcsr[] = {0x1f80, 0x3f80, 0x5f80, 0x7f80};
    static const uint64_t rounding_x87[] = {0x037f, 0x077f, 0x0b7f, 0x0f7f};
    values[REGISTERS] = rounding_mxcsr[(side + number) % 4];
    values[REGISTERS + 1] = rounding_x87[(side + 2 * number) % 4];
#else
    values[REGISTERS] = (side + number) % 4 << 22; /* RMode */
#endif
}

static void compare(const uint64_t wanted[VALUES], const uint64_t found[VALUES], const char *side)
{
    for (int i = 0; i < VALUES; i++) {
        held += wanted[i] == found[i];
        if (wanted[i] == found[i])
            continue;
        failures++;
        printf("%s of %s is %llx instead of %llx\n", names[i], side, (unsigned long long)found[i],
               (unsigned long long)wanted[i]);
    }
}

static void switch_and_compare(union context *from, union context *to, uint64_t side, uint64_t number,
                               const char *name)
{
    uint64_t in[VALUES], out[VALUES];
    choose(in, side, number);
    memset(out, 0xee, sizeof out);
    registers_fill_and_switch(in, out, &from->stack_pointer, to->stack_pointer);
    compare(in, out, name);
}

static void live_on_other_stack(void)
{
    for (uint64_t number = 0;; number++)
        switch_and_compare(&other, &tester, 1, number, "the other stack");
}

int main(void)
{
    static _Alignas(16) char stack[STACK_BYTES];
    registers_prepare(&other, stack, sizeof stack, live_on_other_stack);
    for (uint64_t number = 0; number < SWITCHES; number++)
        switch_and_compare(&tester, &other, 0, number, "the first stack");
    printf("held=%d failures=%d\n", held, failures);
    return failures > 0;
}
