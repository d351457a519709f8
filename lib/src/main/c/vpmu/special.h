/* Instrumentation of the few instructions that mean more than their accesses. */
#ifndef SWITCHLAB_VPMU_SPECIAL_H
#define SWITCHLAB_VPMU_SPECIAL_H

#include "vpmu.h"
#include "x86.h"

/* What `insn` is; X86_OTHER on other processors. */
enum x86_kind special_kind(const struct qemu_plugin_insn *insn);

/* Instruments a kernel instruction of that kind, if it is special. */
void special_instrument(struct qemu_plugin_insn *insn, enum x86_kind kind);

/* Defined by the instrumentation: virtual addresses may mean other physical ones now. */
void special_translations_changed(void);

#endif
