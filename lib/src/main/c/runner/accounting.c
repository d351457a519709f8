#include "accounting.h"

#include <sched.h>

/* As the parent counts them. A user-level switch is counted by the library alone; every switch of the
   kernel's is then one that should not be. */
static struct switches parent_switches(const struct subject *subject)
{
    struct switches kernel = switches_now();
    if (subject->scope != SCOPE_USER)
        return kernel;
    return (struct switches){subject->switches(), kernel.voluntary + kernel.involuntary};
}

/* A user-level peer reports none: the parent's count holds the switches both ways.

   A scheduler that lets a woken process preempt its waker makes some of these switches involuntary;
   there are as many. */
static struct switches without(struct switches peer, int64_t handshakes)
{
    int64_t voluntary = peer.voluntary < handshakes ? peer.voluntary : handshakes;
    int64_t rest = handshakes - voluntary;
    int64_t involuntary = peer.involuntary < rest ? peer.involuntary : rest;
    return (struct switches){peer.voluntary - voluntary, peer.involuntary - involuntary};
}

struct accounting accounting_open(const struct bench *bench)
{
    return (struct accounting){.bench = bench, .peer_before = peer_report().switches};
}

void accounting_start(struct accounting *accounting)
{
    accounting->before = parent_switches(accounting->bench->subject);
}

void accounting_stop(struct accounting *accounting)
{
    accounting->after = parent_switches(accounting->bench->subject);
}

struct account accounting_close(const struct accounting *accounting, int64_t handshakes)
{
    const struct bench *bench = accounting->bench;
    int cpu = sched_getcpu();
    struct report report = peer_report();
    struct switches peer = switches_since(accounting->peer_before, report.switches);
    struct switches parent = switches_since(accounting->before, accounting->after);
    return (struct account){
        .switches = switches_sum(parent, without(peer, handshakes)),
        .migrated = cpu != bench->parent_cpu || report.cpu != bench->peer_cpu,
    };
}
