/* How emulated code is made to report. */
#ifndef SWITCHLAB_VPMU_INSTRUMENT_H
#define SWITCHLAB_VPMU_INSTRUMENT_H

#include "qemu_api.h"

/* Instruments a block of code that is about to be translated. */
void instrument_block(qemu_plugin_id_t id, struct qemu_plugin_tb *block);

/* All translations are gone, and what was kept for them may go. */
void instrument_flushed(qemu_plugin_id_t id);

#endif
