/* TAGE, after Seznec and Michaud 2006 (A case for (partially) tagged geometric history length branch
   prediction, Journal of Instruction-Level Parallelism 8, section 3): a bimodal table, and tagged ones
   that are found by the address and ever longer histories. The longest history that is known there
   guesses; a wrong guess makes an entry for a longer one.

   Unlike there: no path history in the index, so that a trace can be followed by hand; and of several
   free places for a new entry that with the shortest history is always taken, where the paper draws
   lots. */
#include <stdlib.h>
#include <string.h>

#include "direction.h"
#include "history.h"
#include "memory.h"
#include "two_bits.h"

enum { TAG_BITS = 9 };
enum { LEAST_COUNTER = -4, MOST_COUNTER = 3 }; /* three bits; taken from 0 on */
enum { MOST_USEFUL = 3, LEAST_TRUST = -8, MOST_TRUST = 7 };
enum { USEFUL_PERIOD = 1 << 18 }; /* branches after which usefulness is forgotten by one bit */

struct entry {
    uint16_t tag;
    int8_t counter;
    uint8_t useful;
};

struct table {
    struct entry *entries;
    struct fold index, tag, tag_too; /* two widths: else some histories would leave no trace */
};

struct tage {
    uint8_t *base;
    uint32_t base_mask, entry_mask;
    unsigned index_bits;
    unsigned count;
    struct table tables[MOST_TABLES]; /* the shortest history first */
    struct history history;
    int trust_in_alternative; /* over entries that have proved nothing yet; 0 and above: yes */
    uint32_t branches;
    bool upper_bit_next;
};

/* What the tables say of one branch. */
struct reading {
    struct entry *found[MOST_TABLES]; /* where it would be */
    uint16_t tags[MOST_TABLES];
    int provider; /* the table with the longest history that knows it; -1: the base */
    bool provided, alternative, guessed;
    bool unproved; /* the provider's entry is new */
};

static void *create(const struct direction_shape *shape)
{
    struct tage *tage = memory_new(1, sizeof *tage);
    tage->base = memory_new(shape->entries, 1);
    memset(tage->base, PERHAPS_NOT_TAKEN, shape->entries);
    tage->base_mask = shape->entries - 1;
    tage->entry_mask = shape->table_entries - 1;
    tage->index_bits = (unsigned)__builtin_ctz(shape->table_entries);
    tage->count = shape->tables;
    for (unsigned i = 0; i < tage->count; i++) {
        unsigned length = shape->histories[i];
        tage->tables[i] = (struct table){
            memory_new(shape->table_entries, sizeof(struct entry)),
            {.length = length, .width = tage->index_bits},
            {.length = length, .width = TAG_BITS},
            {.length = length, .width = TAG_BITS - 1},
        };
    }
    return tage;
}

static void destroy(void *state)
{
    struct tage *tage = state;
    for (unsigned i = 0; i < tage->count; i++)
        free(tage->tables[i].entries);
    free(tage->base);
    free(tage);
}

static uint32_t index_in(const struct tage *tage, const struct table *table, uint64_t address)
{
    return (uint32_t)(address ^ address >> tage->index_bits ^ table->index.bits) & tage->entry_mask;
}

/* Never 0, which is what an entry has that was never filled. */
static uint16_t tag_in(const struct table *table, uint64_t address)
{
    uint32_t tag = (uint32_t)address ^ table->tag.bits ^ table->tag_too.bits << 1;
    return (uint16_t)((tag & ((1 << TAG_BITS) - 1)) + 1);
}

static bool entry_guess(const struct entry *entry)
{
    return entry->counter >= 0;
}

static struct reading read_tables(struct tage *tage, uint64_t address)
{
    struct reading reading = {.provider = -1};
    reading.provided = two_bits_guess(tage->base[address & tage->base_mask]);
    reading.alternative = reading.provided;
    for (unsigned i = 0; i < tage->count; i++) {
        struct table *table = &tage->tables[i];
        struct entry *entry = &table->entries[index_in(tage, table, address)];
        reading.found[i] = entry;
        reading.tags[i] = tag_in(table, address);
        if (entry->tag != reading.tags[i])
            continue;
        reading.alternative = reading.provided;
        reading.provided = entry_guess(entry);
        reading.provider = (int)i;
    }
    if (reading.provider >= 0) {
        const struct entry *entry = reading.found[reading.provider];
        reading.unproved = entry->useful == 0 && (entry->counter == 0 || entry->counter == -1);
    }
    bool other = reading.unproved && tage->trust_in_alternative >= 0;
    reading.guessed = other ? reading.alternative : reading.provided;
    return reading;
}

static void move(int *number, bool up, int least, int most)
{
    if (up && *number < most)
        ++*number;
    else if (!up && *number > least)
        --*number;
}

static void learn_provider(struct tage *tage, const struct reading *reading, uint64_t address,
                           bool taken)
{
    if (reading->provider < 0) {
        two_bits_learn(&tage->base[address & tage->base_mask], taken);
        return;
    }
    struct entry *entry = reading->found[reading->provider];
    int counter = entry->counter, useful = entry->useful;
    move(&counter, taken, LEAST_COUNTER, MOST_COUNTER);
    if (reading->provided != reading->alternative) {
        move(&useful, reading->provided == taken, 0, MOST_USEFUL);
        if (reading->unproved)
            move(&tage->trust_in_alternative, reading->alternative == taken, LEAST_TRUST,
                 MOST_TRUST);
    }
    entry->counter = (int8_t)counter;
    entry->useful = (uint8_t)useful;
}

/* In the first table of a longer history whose place is of no use; if all are, they become less so. */
static void make_entry(struct tage *tage, const struct reading *reading, bool taken)
{
    for (unsigned i = (unsigned)(reading->provider + 1); i < tage->count; i++)
        if (reading->found[i]->useful == 0) {
            *reading->found[i] = (struct entry){reading->tags[i], taken ? 0 : -1, 0};
            return;
        }
    for (unsigned i = (unsigned)(reading->provider + 1); i < tage->count; i++)
        reading->found[i]->useful--;
}

/* Else entries that were useful once would never make place. */
static void forget_some_usefulness(struct tage *tage)
{
    if (++tage->branches % USEFUL_PERIOD != 0)
        return;
    tage->upper_bit_next = !tage->upper_bit_next;
    uint8_t kept = tage->upper_bit_next ? 1 : 2;
    for (unsigned i = 0; i < tage->count; i++)
        for (uint32_t j = 0; j <= tage->entry_mask; j++)
            tage->tables[i].entries[j].useful &= kept;
}

static void add_to_history(struct tage *tage, bool taken)
{
    for (unsigned i = 0; i < tage->count; i++) {
        struct table *table = &tage->tables[i];
        fold_add(&table->index, &tage->history, taken);
        fold_add(&table->tag, &tage->history, taken);
        fold_add(&table->tag_too, &tage->history, taken);
    }
    history_add(&tage->history, taken);
}

static bool guess(void *state, uint64_t address, bool taken)
{
    struct tage *tage = state;
    struct reading reading = read_tables(tage, address);
    learn_provider(tage, &reading, address, taken);
    if (reading.guessed != taken)
        make_entry(tage, &reading, taken);
    forget_some_usefulness(tage);
    add_to_history(tage, taken);
    return reading.guessed;
}

const struct direction_model direction_tage = {"tage", create, guess, destroy};
