/* The frame of the truth tests' programs: no library, a stack of its own at a fixed place, so that
   the same addresses are touched wherever it runs, and one region that is counted.

   The region is the function `region`: callgrind collects inside it (--toggle-collect=region), the
   plugin between its marks. The caller stands in the same line of code and has touched the line of
   stack, so that neither side pays for entering.

   Run with an argument the marks are left out: valgrind's caches would see their stores.

   What callgrind counts and the plugin does not: cmp and jne before the first mark and the last ret
   (3 instructions), the load of that ret (1 access, a hit: the line of stack was used just before).
   What both count: the call of work and what follows, up to the second jne. */
        .globl  _start, region
        .section .marks, "aw", @progbits
        .p2align 12
        .globl  marks
marks:  .skip   4096

        .text
        .type   _start, @function
_start: movl    (%rsp), %ebx            /* argc, kept by all C code */
        leaq    stack_end(%rip), %rsp
        andq    $-64, %rsp
        jmp     enter
        .size   _start, . - _start

        .p2align 6
        .type   enter, @function
enter:  pushq   %rax
        call    region
        jmp     leave
        .size   enter, . - enter

        .type   region, @function
region: cmpl    $1, %ebx
        jne     1f
        movb    $0, marks               /* begin phase */
1:      call    work
        cmpl    $1, %ebx
        jne     2f
        movb    $0, marks + 64          /* end phase */
2:      ret
        .size   region, . - region

        .type   leave, @function
leave:  movl    $231, %eax              /* exit_group */
        xorl    %edi, %edi
        syscall
        .size   leave, . - leave

        .data                           /* valgrind reads symbols only if there is one */
        .quad   1

        .bss
        .p2align 6
        .skip   65536
stack_end:
        .section .note.GNU-stack, "", @progbits
