/* Fixed work whose time tells a quiet machine from a disturbed one. */
#ifndef SWITCHLAB_REFERENCE_H
#define SWITCHLAB_REFERENCE_H

#include <stdint.h>

/* Runs the reference loop once (about 10 us) and answers how long it took, in ns. */
uint64_t reference_ns(void);

#endif
