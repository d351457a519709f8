// SWITCHING marks a function that switches to other coroutines, directly or by what it calls. Such
// functions need not keep their callers' registers where a program is compiled with PRESERVE_NONE.
#pragma once

#if defined(PRESERVE_NONE)
#define SWITCHING __attribute__((preserve_none))
#else
#define SWITCHING
#endif
