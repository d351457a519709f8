#include "vpmu.h"

#include <errno.h>
#include <string.h>

struct vpmu vpmu;

/* Orders, by offset on the mark page in units of 64 bytes. */
enum mark {
    MARK_BEGIN_PHASE,
    MARK_END_PHASE,
    MARK_I_AM_PARENT,
    MARK_I_AM_PEER,
    MARK_EMPTY_CACHES,
    MARK_BEGIN_PROGRAM,
    MARK_END_PROGRAM
};

/* Puts the instructions executed since the last time into the rows of the process that ran. */
static void settle(void)
{
    for (enum space space = USER; space < SPACES; space++)
        vpmu.row[space]->instructions +=
            inline_counters->instructions[space] - vpmu.settled.instructions[space];
    vpmu.counts.interrupts += inline_counters->interrupt_returns - vpmu.settled.interrupt_returns;
    vpmu.settled = *inline_counters;
}

static void choose_rows(void)
{
    for (enum space space = USER; space < SPACES; space++)
        vpmu.row[space] = &vpmu.counts.rows[vpmu.tasks.current][space];
}

static void begin(void)
{
    settle();
    vpmu.counts = (struct counts){.phase = vpmu.counts.phase};
    vpmu.counting = true;
}

static void write_line(void)
{
    const struct columns columns = {
        .core = &vpmu.core.shape, .kernel_accesses = !vpmu.arguments.user_only, .kernel = vpmu.system};
    counts_write(&vpmu.counts, &columns, vpmu.out);
    vpmu.counts.phase++;
    vpmu.counting = false;
}

/* The store that ends a phase is an instruction of its own and not of the phase. */
static void end(void)
{
    settle();
    if (!vpmu.counting)
        return;
    vpmu.row[USER]->instructions--;
    write_line();
}

/* A program's first instruction is the first one after the kernel's execve; without a kernel to
   wait for, it is the next one. */
static void begin_program(void)
{
    if (vpmu.system)
        vpmu.starting = vpmu.tasks.stack;
    else
        begin();
}

static void declare(enum process process)
{
    settle();
    tasks_declare(&vpmu.tasks, process);
    choose_rows();
}

void vpmu_mark(uint64_t vaddr)
{
    switch ((enum mark)((vaddr & (PAGE_BYTES - 1)) / 64)) {
    case MARK_BEGIN_PHASE:
        begin();
        break;
    case MARK_END_PHASE:
    case MARK_END_PROGRAM:
        end();
        break;
    case MARK_I_AM_PARENT:
        declare(PARENT);
        break;
    case MARK_I_AM_PEER:
        declare(PEER);
        break;
    case MARK_EMPTY_CACHES:
        core_clear(&vpmu.core);
        break;
    case MARK_BEGIN_PROGRAM:
        begin_program();
        break;
    }
}

void vpmu_kernel_stack(uint64_t vaddr)
{
    vpmu.kernel_ran = true;
    enum process before = vpmu.tasks.current;
    if (!tasks_kernel_stack(&vpmu.tasks, vaddr))
        return;
    core_enter_space(&vpmu.core, vpmu.tasks.stack);
    if (vpmu.tasks.current != before) {
        settle();
        choose_rows();
    }
}

void vpmu_enter_user(void)
{
    vpmu.kernel_ran = false;
    if (tasks_enter_user(&vpmu.tasks))
        vpmu.counts.switches++;
    if (vpmu.starting == NO_STACK || vpmu.starting != vpmu.tasks.stack)
        return;
    vpmu.starting = NO_STACK;
    if (vpmu.arguments.user_only)
        core_clear(&vpmu.core);
    begin();
}

void vpmu_switch_tables(void)
{
    core_switch_tables(&vpmu.core);
}

static bool refuse(const char *problem)
{
    fprintf(stderr, "switchlab-vpmu: %s\n", problem);
    return false;
}

static bool supported(const qemu_info_t *info)
{
    if (!info->system_emulation)
        return true;
    if (info->system.smp_vcpus != 1)
        return refuse("one virtual CPU is modelled; start QEMU with -smp 1");
    return strcmp(info->target_name, "x86_64") == 0 ||
           refuse("of whole machines x86-64 alone is modelled; use qemu-system-x86_64");
}

static bool open_out(const char *path)
{
    vpmu.out = fopen(path, "a");
    if (vpmu.out != NULL)
        return true;
    fprintf(stderr, "switchlab-vpmu: fopen(\"%s\", \"a\") failed: %s; name a writable file in out=\n",
            path, strerror(errno));
    return false;
}

bool vpmu_start(const qemu_info_t *info, int count, char **texts)
{
    if (!supported(info) || !arguments_read(&vpmu.arguments, count, texts) ||
        !open_out(vpmu.arguments.out))
        return false;
    vpmu.system = info->system_emulation;
    vpmu.x86 = strcmp(info->target_name, "x86_64") == 0;
    vpmu.starting = NO_STACK;
    vpmu.access.instruction = NO_TAG;
    vpmu.counting = !vpmu.arguments.has_marks;
    tasks_init(&vpmu.tasks);
    choose_rows();
    core_init(&vpmu.core, &vpmu.arguments.core);
    return true;
}

void vpmu_finish(void)
{
    settle();
    if (!vpmu.arguments.has_marks)
        write_line();
    fclose(vpmu.out);
}
