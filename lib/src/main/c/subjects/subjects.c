/* The table of subjects: a new one is declared and listed here, nowhere else. */
#include <stddef.h>
#include <string.h>

#include "../runner/subject.h"

extern const struct subject pipe_pair, pipe_thread, call, register_pair, ucontext, gthread,
    gthread_nomask, gthread_noalloc, gthread_register, futex_thread, futex_process, eventfd_thread,
    eventfd_process, socketpair_thread, socketpair_process, sched_yield_thread, sched_yield_process,
    pipe_pair_shared_array;

/* The first is what drive drives; then from the floor of the ladder up; last
   what shows a mistake. */
const struct subject *const subjects[] = {
    &pipe_pair,          &call,
    &register_pair,      &gthread_register,
    &ucontext,           &gthread_noalloc,
    &gthread_nomask,     &gthread,
    &sched_yield_thread, &sched_yield_process,
    &futex_thread,       &futex_process,
    &eventfd_thread,     &eventfd_process,
    &pipe_thread,        &socketpair_thread,
    &socketpair_process, &pipe_pair_shared_array,
    &pipe_pair_traced,   NULL,
};

static bool is_called(const struct subject *subject, const char *name)
{
    return strcmp(subject->name, name) == 0 ||
           (subject->rung != NULL && strcmp(subject->rung, name) == 0);
}

const struct subject *subject_named(const char *name)
{
    for (const struct subject *const *subject = subjects; *subject != NULL; subject++)
        if (is_called(*subject, name))
            return *subject;
    return NULL;
}
