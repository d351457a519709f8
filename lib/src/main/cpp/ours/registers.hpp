// The registers that a context-aware switch declares lost, so that the compiler saves around it
// those that it needs there, and no others.
#pragma once

#if defined(__x86_64__)

#if defined(__AVX512F__)
#define OURS_LOST_AVX512                                                                          \
    , "xmm16", "xmm17", "xmm18", "xmm19", "xmm20", "xmm21", "xmm22", "xmm23", "xmm24", "xmm25",    \
        "xmm26", "xmm27", "xmm28", "xmm29", "xmm30", "xmm31", "k1", "k2", "k3", "k4", "k5", "k6",  \
        "k7"
#else
#define OURS_LOST_AVX512
#endif

// Left out: rax, rdx, rsi and rdi, which carry operands, rsp, and rbp. The paper has rbp lost, too;
// but some functions have it as frame pointer whatever the options, and neither GCC 12 nor Clang 19
// saves it there, or says so. Our switches keep it themselves, which costs no measurable time.
#define OURS_LOST                                                                                 \
    "rbx", "rcx", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "xmm0", "xmm1", "xmm2",    \
        "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12",         \
        "xmm13", "xmm14", "xmm15", "st", "st(1)", "st(2)", "st(3)", "st(4)", "st(5)", "st(6)",     \
        "st(7)", "memory", "cc" OURS_LOST_AVX512

#elif defined(__aarch64__)

// Left out: x0 to x3, which carry operands, x29, the frame pointer, and x19, which GCC takes for a
// second one. The switches keep the latter two themselves.
#define OURS_LOST                                                                                 \
    "x4", "x5", "x6", "x7", "x8", "x9", "x10", "x11", "x12", "x13", "x14", "x15", "x16", "x17",    \
        "x18", "x20", "x21", "x22", "x23", "x24", "x25", "x26", "x27", "x28", "x30", "v0", "v1", "v2",    \
        "v3", "v4", "v5", "v6", "v7", "v8", "v9", "v10", "v11", "v12", "v13", "v14", "v15", "v16", \
        "v17", "v18", "v19", "v20", "v21", "v22", "v23", "v24", "v25", "v26", "v27", "v28", "v29", \
        "v30", "v31", "memory", "cc"

#else
#error "these switches are written for x86-64 and aarch64; this processor is neither"
#endif

#define OURS_INLINE [[gnu::always_inline]] inline
