#include "vpmu.h"

#include <errno.h>
#include <string.h>

struct vpmu vpmu;

/* Puts the instructions executed since the last time into the rows of the process that ran. */
void vpmu_settle(void)
{
    for (enum space space = USER; space < SPACES; space++)
        vpmu.row[space]->instructions +=
            inline_counters->instructions[space] - vpmu.settled.instructions[space];
    vpmu.counts.interrupts += inline_counters->interrupt_returns - vpmu.settled.interrupt_returns;
    vpmu.settled = *inline_counters;
}

void vpmu_choose_rows(void)
{
    for (enum space space = USER; space < SPACES; space++)
        vpmu.row[space] = &vpmu.counts.rows[vpmu.tasks.current][space];
}

void vpmu_begin(void)
{
    vpmu_settle();
    vpmu.counts = (struct counts){.phase = vpmu.counts.phase};
    vpmu.counting = true;
}

void vpmu_write_line(void)
{
    const struct columns columns = {
        .core = &vpmu.core.shape, .kernel_accesses = !vpmu.arguments.user_only, .kernel = vpmu.system,
        .branches = vpmu.arguments.has_predictor};
    counts_write(&vpmu.counts, &columns, vpmu.out);
    vpmu.counts.phase++;
    vpmu.counting = false;
}

void vpmu_kernel_stack(uint64_t vaddr)
{
    vpmu.kernel_ran = true;
    vpmu.kernel_stack_pointer = vaddr;
    enum process before = vpmu.tasks.current;
    if (!tasks_kernel_stack(&vpmu.tasks, vaddr))
        return;
    core_enter_space(&vpmu.core, vpmu.tasks.stack);
    if (vpmu.tasks.current != before) {
        vpmu_settle();
        vpmu_choose_rows();
    }
}

/* From user space the handler is called with nothing on the stack but the user's registers. */
static bool fault_was_of_user(void)
{
    enum { REGISTERS_BYTES = 21 * 8, SLACK_BYTES = 64 };
    return tasks_stack_depth(vpmu.kernel_stack_pointer) < REGISTERS_BYTES + SLACK_BYTES;
}

/* If not, what was not there is the next block's code, and nothing was counted too much. */
static bool last_user_instruction_failed(void)
{
    if (!vpmu_block_ended(USER))
        return true;
    bool accessed = vpmu.access[USER].instruction == inline_counters->instructions[USER];
    enum x86_kind last = vpmu.block[USER]->last;
    return (last == X86_OTHER || last == X86_CALL) && !accessed;
}

/* It is executed again, and counted again, when the page is there. */
void vpmu_page_fault(void)
{
    if (!fault_was_of_user())
        inline_counters->instructions[KERNEL]--;
    else if (last_user_instruction_failed())
        inline_counters->instructions[USER]--;
}

void vpmu_enter_user(void)
{
    vpmu.kernel_ran = false;
    if (tasks_enter_user(&vpmu.tasks))
        vpmu.counts.switches++;
}

void vpmu_translations_flushed(void)
{
    static struct block last[SPACES];
    for (enum space space = USER; space < SPACES; space++)
        if (vpmu.block[space] != NULL) {
            last[space] = *vpmu.block[space];
            vpmu.block[space] = &last[space];
        }
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

/* After the arguments. */
static bool supported_branches(void)
{
    return vpmu.x86 || !vpmu.arguments.has_predictor ||
           refuse("branches are told apart on x86-64 alone; leave direction= away, or use qemu-x86_64");
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
    vpmu.system = info->system_emulation;
    vpmu.x86 = strcmp(info->target_name, "x86_64") == 0;
    if (!supported(info) || !arguments_read(&vpmu.arguments, count, texts) ||
        !supported_branches() || !open_out(vpmu.arguments.out))
        return false;
    vpmu.access[USER].instruction = vpmu.access[KERNEL].instruction = NO_TAG;
    vpmu.counting = !vpmu.arguments.has_marks;
    tasks_init(&vpmu.tasks);
    vpmu_choose_rows();
    vpmu.flow_task = vpmu.tasks.user_stack;
    core_init(&vpmu.core, &vpmu.arguments.core);
    if (vpmu.arguments.has_predictor)
        predictor_init(&vpmu.predictor, &vpmu.arguments.predictor);
    return true;
}

void vpmu_finish(void)
{
    vpmu_settle();
    if (!vpmu.arguments.has_marks)
        vpmu_write_line();
    fclose(vpmu.out);
}
