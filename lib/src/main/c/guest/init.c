#include "init.h"

#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "complaints.h"
#include "host.h"
#include "phase.h"
#include "plan.h"
#include "program.h"

bool is_init(const char *name)
{
    return getpid() == 1 && strcmp(name, "/init") == 0;
}

static void mount_at(const char *type, const char *folder)
{
    mkdir(folder, 0755);
    if (mount(type, folder, type, 0, NULL) == -1)
        host_give_up("mount(%s)", type);
}

/* A phase that fills the CPU for a second of the machine's time must not be held up. */
static void lift_throttling(void)
{
    FILE *runtime = fopen("/proc/sys/kernel/sched_rt_runtime_us", "we");
    if (runtime == NULL || fputs("-1", runtime) == EOF || fclose(runtime) == EOF)
        host_give_up("write(sched_rt_runtime_us)");
}

/* The machine is saved while it waits here, and the plan stands there when it goes on. */
static void await_plan(struct plan *plan)
{
    const struct timespec pause = {.tv_nsec = 10000000};
    while (!plan_read(plan))
        nanosleep(&pause, NULL);
}

static void follow(const struct plan *plan)
{
    for (size_t i = 0; i < plan->phase_count; i++)
        phase_run(plan, i);
    if (plan->program)
        program_run(plan->marks);
}

void init_run(void)
{
    host_open();
    mount_at("proc", "/proc");
    mount_at("devtmpfs", "/dev");
    complaints_collect();
    lift_throttling();
    host_say("ready");
    struct plan plan;
    await_plan(&plan);
    follow(&plan);
    host_say("done");
    host_power_off();
}
