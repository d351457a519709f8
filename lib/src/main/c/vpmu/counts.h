/* What is counted, by process and space, and the line it becomes. */
#ifndef SWITCHLAB_VPMU_COUNTS_H
#define SWITCHLAB_VPMU_COUNTS_H

#include <stdio.h>

#include "core.h"
#include "predictor.h"

enum space { USER, KERNEL, SPACES };

/* As the processes declare themselves by marks; OTHER is every other one, kernel threads, and
   interrupt handlers on a stack of their own. */
enum process { PARENT, PEER, OTHER, PROCESSES };

struct row {
    uint64_t instructions;
    uint64_t data_accesses;
    uint64_t l1i_misses, l1d_misses, l2_misses, l3_misses;
    uint64_t dtlb_misses, itlb_misses, stlb_misses;
    struct branch_counts branches;
};

struct counts {
    struct row rows[PROCESSES][SPACES];
    uint64_t phase; /* of the next line */
    uint64_t switches;
    uint64_t interrupts;
};

/* What the line of a phase can tell. */
struct columns {
    const struct core_shape *core;
    bool kernel_accesses; /* the kernel's accesses were modelled */
    bool kernel;          /* there is a kernel */
    bool branches;        /* they were guessed */
};

void row_fetch_missed(struct row *row, unsigned missed);
void row_data_missed(struct row *row, unsigned missed);

/* Writes one JSON object and a newline. What was not modelled is absent. */
void counts_write(const struct counts *counts, const struct columns *columns, FILE *out);

#endif
