#include "plan.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"

static _Noreturn void refuse(const char *line)
{
    host_say("error the plan has a line that this runner does not know: '%s'; build the library and "
             "the runner together",
             line);
    host_power_off();
}

static struct phase *next_phase(struct plan *plan)
{
    size_t bytes = (plan->phase_count + 1) * sizeof(struct phase);
    plan->phases = realloc(plan->phases, bytes);
    if (plan->phases == NULL)
        host_give_up("realloc(%zu bytes for the plan)", bytes);
    struct phase *phase = &plan->phases[plan->phase_count++];
    memset(phase, 0, sizeof *phase);
    return phase;
}

static bool read_phase(struct plan *plan, const char *line)
{
    char subject[32], variant[8];
    struct phase phase = {.options = options_default()};
    int fields = sscanf(line,
                        "phase subject=%31s arrayBytes=%" SCNu64 " strideBytes=%" SCNu64
                        " pageBytes=%" SCNu64 " variant=%7s rounds=%" SCNu64 " warmRounds=%" SCNu64,
                        subject, &phase.options.array_bytes, &phase.options.stride_bytes,
                        &phase.options.page_bytes, variant, &phase.rounds, &phase.warm_rounds);
    if (fields != 7 || (phase.options.subject = subject_named(subject)) == NULL)
        return false;
    phase.variant = strcmp(variant, "pair") == 0 ? VARIANT_PAIR : VARIANT_SINGLE;
    *next_phase(plan) = phase;
    return true;
}

static bool read_line(struct plan *plan, const char *line)
{
    if (strcmp(line, "program") == 0)
        return plan->program = true;
    if (strcmp(line, "timer off") == 0)
        return plan->timer_off = true;
    if (sscanf(line, "placement seed=%" SCNu64, &plan->seed) == 1)
        return plan->placed = true;
    return sscanf(line, "marks %" SCNxPTR, &plan->marks) == 1 || read_phase(plan, line);
}

bool plan_read(struct plan *plan)
{
    *plan = (struct plan){0};
    size_t bytes;
    char *text = host_file("opt/switchlab/plan", &bytes);
    if (text == NULL || strcmp(text, "wait") == 0) {
        free(text);
        return false;
    }
    char *rest;
    for (char *line = strtok_r(text, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest))
        if (!read_line(plan, line))
            refuse(line);
    free(text);
    return true;
}
