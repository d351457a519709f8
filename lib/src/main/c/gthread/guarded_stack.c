#include "guarded_stack.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../runner/failure.h"

/* Wider than a page: a function with large local arrays may step over a narrow one. It is never
   touched, so it costs addresses and no memory. */
enum { GUARD_BYTES = 65536 };

/* Room for the largest signal frame there is (AVX-512, AMX: 11 KB) and for the message. */
enum { ALTERNATE_STACK_BYTES = 65536 };

/* For the signal handler to find whose guard was hit. */
static struct guarded_stack *all;

/* Runs on the alternate stack: the thread's own is full. It only reads the list, writes one line and
   ends; whoever hits a guard is not changing the list. */
static void report_overflow(int number, siginfo_t *info, void *context)
{
    (void)context;
    const char *fault = info->si_addr;
    for (const struct guarded_stack *stack = all; stack != NULL; stack = stack->next)
        if (fault >= stack->lowest - GUARD_BYTES && fault < stack->lowest)
            give_up("user-level thread %u overflowed its stack of %zu bytes: give it a larger one "
                    "(--stack-bytes), or use smaller local arrays and less recursion",
                    stack->thread, stack->bytes);
    signal(number, SIG_DFL); /* another kind of fault: it comes again at once and ends us */
}

static void watch_for_overflows(void)
{
    static char alternate[ALTERNATE_STACK_BYTES];
    stack_t stack = {.ss_sp = alternate, .ss_size = sizeof alternate};
    struct sigaction action = {.sa_sigaction = report_overflow, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    if (sigaltstack(&stack, NULL) == -1 || sigaction(SIGSEGV, &action, NULL) == -1)
        fail("this should not happen: please report it", "sigaltstack or sigaction(SIGSEGV)");
}

static char *map_above_guard(size_t bytes)
{
    static const char repair[] = "use fewer user-level threads or smaller stacks (--stack-bytes), or "
                                 "raise the limits: sysctl vm.max_map_count (two a thread), ulimit -v";
    char *guard = mmap(NULL, GUARD_BYTES + bytes, PROT_NONE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK | MAP_NORESERVE, -1, 0);
    if (guard == MAP_FAILED)
        fail(repair, "mmap(stack of %zu bytes)", bytes);
    if (mprotect(guard + GUARD_BYTES, bytes, PROT_READ | PROT_WRITE) == -1)
        fail(repair, "mprotect(stack of %zu bytes)", bytes);
    return guard + GUARD_BYTES;
}

struct guarded_stack *stack_map(size_t bytes, unsigned thread)
{
    if (all == NULL)
        watch_for_overflows();
    size_t page_bytes = (size_t)sysconf(_SC_PAGESIZE);
    bytes = (bytes + page_bytes - 1) / page_bytes * page_bytes;
    struct guarded_stack *stack = malloc(sizeof *stack);
    if (stack == NULL)
        fail("use fewer user-level threads, or lift the memory limit (ulimit -v, cgroup)",
             "malloc(user-level thread)");
    *stack = (struct guarded_stack){map_above_guard(bytes), bytes, thread, all, NULL};
    if (all != NULL)
        all->previous = stack;
    all = stack;
    return stack;
}

void stack_unmap(struct guarded_stack *stack)
{
    if (stack->previous != NULL)
        stack->previous->next = stack->next;
    else
        all = stack->next;
    if (stack->next != NULL)
        stack->next->previous = stack->previous;
    munmap(stack->lowest - GUARD_BYTES, GUARD_BYTES + stack->bytes);
    free(stack);
}
