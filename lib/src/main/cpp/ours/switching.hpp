// OURS_SWITCHING marks a function that switches, directly or by what it calls. Such functions need
// not keep their callers' registers where the program is compiled with OURS_PRESERVE_NONE (3.3).
#pragma once

#if defined(OURS_PRESERVE_NONE)
#define OURS_SWITCHING __attribute__((preserve_none))
#else
#define OURS_SWITCHING
#endif
