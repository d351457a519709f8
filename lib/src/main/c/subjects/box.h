/* A word of shared memory that holds one message, and a futex to sleep on while it is empty. */
#ifndef SWITCHLAB_BOX_H
#define SWITCHLAB_BOX_H

#include <errno.h>
#include <linux/futex.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "../runner/failure.h"
#include "../runner/subject.h"

/* A cache line of its own: neither side's writing disturbs the other's. */
struct box {
    _Alignas(64) uint32_t message; /* 0: empty */
};

/* Memory that a process forked afterwards shares. */
static inline void *boxes_map(size_t bytes)
{
    void *boxes = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (boxes == MAP_FAILED)
        fail("lift the memory limit (ulimit -v, cgroup)", "mmap(shared messages)");
    return boxes;
}

/* Puts the message without telling anybody. */
static inline void box_put(struct box *box, enum message message)
{
    __atomic_store_n(&box->message, message, __ATOMIC_RELEASE);
}

/* The message, or 0. */
static inline uint32_t box_look(const struct box *box)
{
    return __atomic_load_n(&box->message, __ATOMIC_ACQUIRE);
}

static inline enum message box_empty(struct box *box)
{
    enum message message = box_look(box);
    __atomic_store_n(&box->message, 0, __ATOMIC_RELEASE);
    return message;
}

/* Puts the message and wakes whoever sleeps for it. private_flag is FUTEX_PRIVATE_FLAG between threads
   of one process, else 0. A sleeper that nobody wakes would sleep for ever, and we with it. */
static inline void box_send(struct box *box, enum message message, int private_flag)
{
    box_put(box, message);
    if (syscall(SYS_futex, &box->message, FUTEX_WAKE | private_flag, 1, NULL, NULL, 0) == -1)
        fail("let the filter of system calls allow it", "futex(FUTEX_WAKE)");
}

/* Takes the message; sleeps until there is one. FUTEX_WAIT returns at once, with EAGAIN, where one has
   just come. Asking again and again without sleep would measure something else. */
static inline enum message box_receive(struct box *box, int private_flag)
{
    while (box_look(box) == 0)
        if (syscall(SYS_futex, &box->message, FUTEX_WAIT | private_flag, 0, NULL, NULL, 0) == -1 &&
            errno != EAGAIN && errno != EINTR)
            fail("let the filter of system calls allow it", "futex(FUTEX_WAIT)");
    return box_empty(box);
}

#endif
