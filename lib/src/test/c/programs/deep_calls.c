/* Recursion that leaves nothing on the stack but return addresses: each new page of it is touched first by
   a call, which faults and is done again. */
void work(void);

enum { DEPTH = 6000 };

__asm__("        .text\n"
        "        .type   descend, @function\n"
        "descend:\n"
        "        decl    %edi\n"
        "        js      1f\n"
        "        call    descend\n"
        "1:      ret\n"
        "        .size   descend, . - descend\n");

void work(void)
{
    int depth = DEPTH;
    __asm__ volatile("call descend" : "+D"(depth) : : "memory", "cc");
}
