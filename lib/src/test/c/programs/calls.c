/* Recursion, and more functions than L1i holds, called in an order that comes back to each. */
void work(void);

enum { FUNCTIONS = 1024, FUNCTION_BYTES = 96 };

/* Each of them: some bytes of code that straddle lines, a push and a pop, a return. */
__asm__("        .text\n"
        "        .p2align 6\n"
        "        .globl  functions\n"
        "        .type   functions, @function\n"
        "functions:\n"
        "        .rept   1024\n"
        "        pushq   %rax\n"
        "        .fill   11, 1, 0x90\n"
        "        leaq    0x12345678(%rax,%rax), %rdx\n"
        "        .fill   60, 1, 0x90\n"
        "        leaq    0x12345678(%rax,%rax), %rdx\n"
        "        popq    %rax\n"
        "        .fill   6, 1, 0x90\n"
        "        ret\n"
        "        .endr\n"
        "        .size   functions, . - functions\n");
extern const char functions[];
int depth;

static int __attribute__((noinline)) fibonacci(int n)
{
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

void work(void)
{
    for (int round = 0; round < 3; round++)
        for (int i = 0; i < FUNCTIONS; i++) {
            const char *function = functions + FUNCTION_BYTES * (i * 37 % FUNCTIONS);
            __asm__ volatile("call *%0" : : "r"(function) : "rdx", "memory");
        }
    depth = fibonacci(15);
}
