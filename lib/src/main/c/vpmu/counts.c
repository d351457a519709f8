#include "counts.h"

#include <inttypes.h>

static void lower_levels_missed(struct row *row, unsigned missed)
{
    row->l2_misses += (missed & MISSED_L2) != 0;
    row->l3_misses += (missed & MISSED_L3) != 0;
    row->stlb_misses += (missed & MISSED_STLB) != 0;
}

void row_fetch_missed(struct row *row, unsigned missed)
{
    row->l1i_misses += (missed & MISSED_L1) != 0;
    row->itlb_misses += (missed & MISSED_TLB) != 0;
    lower_levels_missed(row, missed);
}

void row_data_missed(struct row *row, unsigned missed)
{
    row->l1d_misses += (missed & MISSED_L1) != 0;
    row->dtlb_misses += (missed & MISSED_TLB) != 0;
    lower_levels_missed(row, missed);
}

static void write_number(FILE *out, const char *name, uint64_t number)
{
    fprintf(out, ",\"%s\":%" PRIu64, name, number);
}

/* Each instruction is one access to L1i, each load or store one to L1d and the data TLB. */
static void write_accesses(const struct row *row, const struct core_shape *core, FILE *out)
{
    write_number(out, "l1i-accesses", row->instructions);
    write_number(out, "l1i-misses", row->l1i_misses);
    write_number(out, "l1d-accesses", row->data_accesses);
    write_number(out, "l1d-misses", row->l1d_misses);
    if (core->caches.has_l2)
        write_number(out, "l2-misses", row->l2_misses);
    if (core->caches.has_l3)
        write_number(out, "l3-misses", row->l3_misses);
    write_number(out, "dtlb-accesses", row->data_accesses);
    write_number(out, "dtlb-misses", row->dtlb_misses);
    write_number(out, "itlb-misses", row->itlb_misses);
    if (core->has_stlb)
        write_number(out, "stlb-misses", row->stlb_misses);
}

static void write_branches(const struct branch_counts *counts, FILE *out)
{
    write_number(out, "branches", counts->branches);
    write_number(out, "branch-misses",
                 counts->conditional_misses + counts->indirect_misses + counts->return_misses);
    write_number(out, "conditional-branches", counts->conditional);
    write_number(out, "conditional-misses", counts->conditional_misses);
    write_number(out, "indirect-branches", counts->indirect);
    write_number(out, "indirect-misses", counts->indirect_misses);
    write_number(out, "returns", counts->returns);
    write_number(out, "return-misses", counts->return_misses);
}

static void write_row(const struct counts *counts, enum process process, enum space space,
                      const struct columns *columns, FILE *out)
{
    static const char *const processes[] = {"parent", "peer", "other"};
    static const char *const spaces[] = {"user", "kernel"};
    const struct row *row = &counts->rows[process][space];
    fprintf(out, "{\"process\":\"%s\",\"space\":\"%s\",\"instructions\":%" PRIu64,
            processes[process], spaces[space], row->instructions);
    if (space == USER || columns->kernel_accesses) {
        write_accesses(row, columns->core, out);
        if (columns->branches)
            write_branches(&row->branches, out);
    }
    fputc('}', out);
}

void counts_write(const struct counts *counts, const struct columns *columns, FILE *out)
{
    fprintf(out, "{\"phase\":%" PRIu64, counts->phase);
    if (columns->kernel) {
        write_number(out, "switches", counts->switches);
        write_number(out, "interrupts", counts->interrupts);
    }
    fputs(",\"rows\":[", out);
    const char *separator = "";
    for (enum process process = PARENT; process < PROCESSES; process++)
        for (enum space space = USER; space < SPACES; space++)
            if (counts->rows[process][space].instructions != 0) {
                fputs(separator, out);
                write_row(counts, process, space, columns, out);
                separator = ",";
            }
    fputs("]}\n", out);
    fflush(out);
}
