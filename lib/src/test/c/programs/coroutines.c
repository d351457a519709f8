/* Two flows that switch to each other in user space, by a return onto the other's stack: no return goes
   where its call was. */
void work(void);

enum { SWITCHES = 1000, STACK_BYTES = 4096 };

static char stack[STACK_BYTES] __attribute__((aligned(16)));
void *other; /* stack pointer of the one that waits */
int passes;

void switch_flow(void);
__asm__("        .text\n"
        "        .type   switch_flow, @function\n"
        "switch_flow:\n"
        "        pushq   %rbx\n"
        "        pushq   %rbp\n"
        "        movq    other(%rip), %rax\n"
        "        movq    %rsp, other(%rip)\n"
        "        movq    %rax, %rsp\n"
        "        popq    %rbp\n"
        "        popq    %rbx\n"
        "        ret\n"
        "        .size   switch_flow, . - switch_flow\n");

static void peer(void)
{
    for (;;) {
        passes += passes & 3;
        switch_flow();
    }
}

void work(void)
{
    void **top = (void **)(stack + STACK_BYTES) - 2; /* as if called */
    *--top = (void *)peer;
    other = top - 2;
    for (int i = 0; i < SWITCHES / 2; i++) {
        passes++;
        switch_flow();
    }
}
