#include <string.h>

#include "text.h"
#include "values.h"

enum { MOST_PREDICTOR_ENTRIES = 1 << 20, LEAST_TABLE_ENTRIES = 2, MOST_RETURNS = 1024 };

/* :NUMBER, a power of two. */
static bool take_entries(const char **text, uint64_t least, uint32_t *entries)
{
    uint64_t number;
    if (!text_take(text, ":") || !text_take_number(text, 10, &number) || number < least ||
        number > MOST_PREDICTOR_ENTRIES || !power_of_two(number))
        return false;
    *entries = (uint32_t)number;
    return true;
}

/* :HISTORY, longer than the one before. */
static bool take_history(const char **text, struct direction_shape *direction)
{
    uint64_t number;
    unsigned before = direction->tables == 0 ? 0 : direction->histories[direction->tables - 1];
    if (direction->tables == MOST_TABLES || !text_take(text, ":") ||
        !text_take_number(text, 10, &number) || number <= before || number > LONGEST_HISTORY)
        return false;
    direction->histories[direction->tables++] = (unsigned)number;
    return true;
}

static bool read_tage(const char *text, struct direction_shape *direction)
{
    direction->kind = DIRECTION_TAGE;
    if (!take_entries(&text, 1, &direction->entries) ||
        !take_entries(&text, LEAST_TABLE_ENTRIES, &direction->table_entries))
        return false;
    do {
        if (!take_history(&text, direction))
            return false;
    } while (*text != '\0');
    return true;
}

static bool read_direction(const char *text, struct direction_shape *direction)
{
    *direction = (struct direction_shape){.kind = DIRECTION_CALLGRIND};
    if (strcmp(text, "callgrind") == 0)
        return true;
    if (text_take(&text, "tage"))
        return read_tage(text, direction);
    direction->kind = DIRECTION_BIMODAL;
    return text_take(&text, "bimodal") && take_entries(&text, 1, &direction->entries) &&
           *text == '\0';
}

static bool read_targets(const char *text, struct targets_shape *targets)
{
    targets->history = text_take(&text, "history");
    return (targets->history || text_take(&text, "btb")) &&
           take_entries(&text, 1, &targets->entries) && *text == '\0';
}

bool value_direction(const char *key, const char *value, struct direction_shape *direction)
{
    return read_direction(value, direction) ||
           value_refuse(key, value,
                        "write bimodal:ENTRIES, tage:ENTRIES:TABLE_ENTRIES:HISTORY:… or callgrind, "
                        "e.g. tage:4096:1024:5:15:44:130, with powers of two up to 1048576 of "
                        "entries, and 1 to 8 histories, each longer than the one before, up to 255");
}

bool value_targets(const char *key, const char *value, struct targets_shape *targets)
{
    return read_targets(value, targets) ||
           value_refuse(key, value,
                        "write btb:ENTRIES or history:ENTRIES, e.g. history:512, with a power of "
                        "two up to 1048576 of entries");
}

bool value_return_depth(const char *key, const char *value, uint32_t *depth)
{
    uint64_t number;
    const char *text = value;
    if (!text_take_number(&text, 10, &number) || *text != '\0' || number > MOST_RETURNS ||
        !power_of_two(number))
        return value_refuse(key, value, "it is a power of two from 1 to 1024, e.g. 16");
    *depth = (uint32_t)number;
    return true;
}
