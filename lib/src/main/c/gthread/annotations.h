/* Tells the address sanitizer that the stack changes, which it cannot see; nothing in other builds. */
#ifndef SWITCHLAB_ANNOTATIONS_H
#define SWITCHLAB_ANNOTATIONS_H

#include <stddef.h>

/* A thread's stack as the sanitizer must know it. */
struct annotated_stack {
    const void *lowest;
    size_t bytes;
    void *fake; /* where the sanitizer keeps locals instead, if it does */
};

#ifdef __SANITIZE_ADDRESS__

#include <sanitizer/common_interface_defs.h>

/* Before the switch, on the old stack. */
static inline void annotate_leave(struct annotated_stack *from, const struct annotated_stack *to)
{
    __sanitizer_start_switch_fiber(&from->fake, to->lowest, to->bytes);
}

/* After it, on the new one. What was left, `from`, gets its bounds: those of the stack that the
   process began on come to be known so. */
static inline void annotate_arrive(const struct annotated_stack *to, struct annotated_stack *from)
{
    __sanitizer_finish_switch_fiber(to->fake, &from->lowest, &from->bytes);
}

#else

static inline void annotate_leave(struct annotated_stack *from, const struct annotated_stack *to)
{
    (void)from;
    (void)to;
}

static inline void annotate_arrive(const struct annotated_stack *to, struct annotated_stack *from)
{
    (void)to;
    (void)from;
}

#endif

#endif
