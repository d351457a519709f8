// The way of generators on the consumer's own stack: frame pointers are exchanged (Figs. 8 to 10).
//
//     consumer's frame   <- rbp while the consumer runs
//     body's frame(s)    <- rbp while the generator runs
//                        <- rsp, for both
//
// Neither side may find its variables by rsp, and the consumer must not end before the generator
// does. So: compile with -fno-omit-frame-pointer and -mno-red-zone, keep a Generator in the block
// that made it, and make several at once only inside each other, as stages of a pipeline are.
#pragma once

#include "generator.hpp"

#if !defined(__x86_64__)
#error "generators in the consumer's stack are written for x86-64 only: elsewhere compilers find \
variables by the stack pointer even where there is a frame pointer"
#endif

namespace ours {

struct InStack {
    struct Room {}; // it needs none
    static constexpr int ABANDON_BYTES = 5; // as in own_stack.hpp

    // The call returns, as any call, when the body has ended; a first yield comes back before.
    template <class Body>
    OURS_INLINE static std::uint64_t start(Place &generator, Room, Body &body)
    {
        void *frame;
        void *entry = reinterpret_cast<void *>(begin<Body>);
        auto value = reinterpret_cast<std::uint64_t>(&body);
        __asm__ volatile("lea 1f(%%rip), %%rdi\n\t"
                         "mov %%rbp, %%rsi\n\t"
                         "mov %%rax, %%rcx\n\t"
                         "mov %%rsp, %%rax\n\t"
                         "and $-16, %%rsp\n\t"
                         "push %%rax\n\t"
                         "push %%rax\n\t"
                         "call *%%rdx\n\t"
                         "pop %%rsp\n\t"
                         "mov %%rax, %%rdi\n\t"
                         "mov %%rdx, %%rax\n\t"
                         "xor %%edx, %%edx\n\t"
                         "jmp *%%rdi\n"
                         "1:"
                         : "=S"(frame), "+d"(entry), "+a"(value)
                         :
                         : "rdi", OURS_LOST);
        generator = {frame, entry};
        return value;
    }

    OURS_INLINE static std::uint64_t resume(Place &generator)
    {
        std::uint64_t value;
        __asm__ volatile("lea 1f(%%rip), %%rdi\n\t"
                         "xchg %%rbp, %%rsi\n\t"
                         "jmp *%%rdx\n"
                         "1:"
                         : "+S"(generator.frame), "+d"(generator.ip), "=a"(value)
                         :
                         : "rdi", OURS_LOST);
        return value;
    }

    OURS_INLINE static void yield(Place &consumer, std::uint64_t value)
    {
        // Not the members themselves: GCC 12 crashes where they are operands of an asm goto.
        void *frame = consumer.frame;
        void *ip = consumer.ip;
        __asm__ goto("lea 1f(%%rip), %%rdx\n\t"
                     "xchg %%rbp, %%rsi\n\t"
                     "jmp *%%rdi\n\t"
                     ".byte 0xe9\n\t"
                     ".long %l[abandon] - 1f\n"
                     "1:"
                     : "+S"(frame), "+D"(ip), "+a"(value)
                     :
                     : "rdx", OURS_LOST
                     : abandon);
        consumer = {frame, ip};
        return;
    abandon:
        consumer = {frame, ip}; // another place than it resumed from before
        throw Abandoned{};
    }

  private:
    struct Ended {
        void *consumerIp;
        std::exception_ptr *failure;
    };

    template <class Body>
    static Ended begin(void *consumerIp, void *consumerFrame, void *, Body *body)
    {
        Out<InStack> out({consumerFrame, consumerIp});
        std::exception_ptr *failure = run_body(out, *body);
        return {out.consumer().ip, failure};
    }
};

} // namespace ours
