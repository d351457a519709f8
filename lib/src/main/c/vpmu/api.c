#include "api.h"

#include <string.h>

/* QEMU loads a plugin only if it accepts the version this variable has *after* dlopen, and dlopen
   runs constructors; so it is set to what the QEMU around us speaks:
     version 1: QEMU up to 8.2. Inline operations on an address.
     version 2: QEMU 9.0 to 10.x, whose least version is 2. Inline operations on a "scoreboard" with
                a slot a vCPU; those of version 1 are gone.
   From version 3 on (QEMU 9.1) qemu_plugin_insn_data copies instead of answering an address; QEMU
   tells the version it offers when it installs the plugin. QEMU 11 changed the callbacks (version
   6) and refuses this plugin by itself: "requires API version 2, but … only a minimum version". */
extern __attribute__((visibility("default"))) int qemu_plugin_version;
int qemu_plugin_version = 1;

struct qemu_plugin_scoreboard;
typedef struct {
    struct qemu_plugin_scoreboard *score;
    size_t offset;
} qemu_plugin_u64;

/* Absent in versions that do not know them: then their address is null. */
#define ABSENT_IN_SOME __attribute__((weak))
ABSENT_IN_SOME void qemu_plugin_register_vcpu_insn_exec_inline(struct qemu_plugin_insn *insn,
                                                               enum qemu_plugin_op op,
                                                               void *counter, uint64_t number);
ABSENT_IN_SOME void qemu_plugin_register_vcpu_insn_exec_inline_per_vcpu(
    struct qemu_plugin_insn *insn, enum qemu_plugin_op op, qemu_plugin_u64 entry, uint64_t number);
ABSENT_IN_SOME struct qemu_plugin_scoreboard *qemu_plugin_scoreboard_new(size_t element_bytes);
ABSENT_IN_SOME void *qemu_plugin_scoreboard_find(struct qemu_plugin_scoreboard *score,
                                                 unsigned vcpu);

/* One function, two shapes: before version 3 and since. */
const void *insn_data_before_3(const struct qemu_plugin_insn *insn) __asm__("qemu_plugin_insn_data");
size_t insn_data_since_3(const struct qemu_plugin_insn *insn, void *bytes,
                         size_t length) __asm__("qemu_plugin_insn_data");

static struct inline_counters without_scoreboard;
struct inline_counters *inline_counters = &without_scoreboard;
static struct qemu_plugin_scoreboard *scoreboard;
static bool data_is_copied;

static bool has_scoreboards(void)
{
    return qemu_plugin_register_vcpu_insn_exec_inline_per_vcpu != NULL;
}

__attribute__((constructor)) static void choose_version(void)
{
    qemu_plugin_version = has_scoreboards() ? 2 : 1;
}

void api_start(int current)
{
    data_is_copied = current >= 3;
    if (has_scoreboards())
        scoreboard = qemu_plugin_scoreboard_new(sizeof(struct inline_counters));
}

void api_vcpu_created(void)
{
    if (scoreboard != NULL)
        inline_counters = qemu_plugin_scoreboard_find(scoreboard, 0);
}

void api_count(struct qemu_plugin_insn *insn, size_t offset, uint64_t number)
{
    if (scoreboard != NULL) {
        qemu_plugin_u64 entry = {scoreboard, offset};
        qemu_plugin_register_vcpu_insn_exec_inline_per_vcpu(insn, QEMU_PLUGIN_INLINE_ADD_U64, entry,
                                                            number);
    } else {
        qemu_plugin_register_vcpu_insn_exec_inline(insn, QEMU_PLUGIN_INLINE_ADD_U64,
                                                   (char *)inline_counters + offset, number);
    }
}

size_t api_insn_bytes(const struct qemu_plugin_insn *insn, uint8_t *bytes, size_t length)
{
    if (data_is_copied)
        return insn_data_since_3(insn, bytes, length);
    size_t size = qemu_plugin_insn_size(insn);
    size_t taken = size < length ? size : length;
    memcpy(bytes, insn_data_before_3(insn), taken);
    return taken;
}
