/* The plugin's two ends that QEMU knows by name. */
#include <stdio.h>
#include <stdlib.h>

#include "api.h"
#include "instrument.h"
#include "vpmu.h"

static void on_vcpu_created(qemu_plugin_id_t id, unsigned vcpu)
{
    (void)id;
    if (vcpu != 0) {
        fputs("switchlab-vpmu: one virtual CPU is modelled; this program started a second thread: "
              "count a program of one thread\n",
              stderr);
        exit(EXIT_FAILURE);
    }
    api_vcpu_created();
}

static void on_emulation_ends(qemu_plugin_id_t id, void *unused)
{
    (void)id, (void)unused;
    vpmu_finish();
}

__attribute__((visibility("default"))) int qemu_plugin_install(qemu_plugin_id_t id,
                                                               const qemu_info_t *info, int argc,
                                                               char **argv);

int qemu_plugin_install(qemu_plugin_id_t id, const qemu_info_t *info, int argc, char **argv)
{
    api_start(info->version.cur);
    if (!vpmu_start(info, argc, argv))
        return EXIT_FAILURE;
    qemu_plugin_register_vcpu_init_cb(id, on_vcpu_created);
    qemu_plugin_register_vcpu_tb_trans_cb(id, instrument_block);
    qemu_plugin_register_flush_cb(id, instrument_flushed);
    qemu_plugin_register_atexit_cb(id, on_emulation_ends, NULL);
    return EXIT_SUCCESS;
}
