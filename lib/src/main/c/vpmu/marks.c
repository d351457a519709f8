#include "vpmu.h"

/* Orders, by offset on the mark page in units of 64 bytes. Phases and programs are counted alike;
   the guest tells them apart. */
enum mark {
    MARK_BEGIN_PHASE,
    MARK_END_PHASE,
    MARK_I_AM_PARENT,
    MARK_I_AM_PEER,
    MARK_EMPTY_CACHES,
    MARK_BEGIN_PROGRAM,
    MARK_END_PROGRAM
};

/* The store that ends a phase is an instruction of its own and not of the phase. */
static void end(void)
{
    vpmu_settle();
    if (!vpmu.counting)
        return;
    vpmu.row[USER]->instructions--;
    vpmu_write_line();
}

static void declare(enum process process)
{
    vpmu_settle();
    tasks_declare(&vpmu.tasks, process);
    vpmu_choose_rows();
}

void vpmu_mark(uint64_t vaddr)
{
    switch ((enum mark)((vaddr & (PAGE_BYTES - 1)) / 64)) {
    case MARK_BEGIN_PHASE:
    case MARK_BEGIN_PROGRAM:
        vpmu_begin();
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
        if (vpmu.arguments.has_predictor)
            predictor_clear(&vpmu.predictor);
        break;
    }
}
