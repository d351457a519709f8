// The way of generators on stacks of their own: stack pointers are exchanged.
#pragma once

#include "generator.hpp"
#include "stacks.hpp"

namespace ours {

struct OwnStack {
    using Room = char *; // the top of a stack

#if defined(__x86_64__)
    // An abandoned generator is continued so many bytes earlier: at a jump to where it throws.
    static constexpr int ABANDON_BYTES = 6;

    template <class Body>
    OURS_INLINE static std::uint64_t start(Place &generator, Room top, Body &body)
    {
        void *stack = top - 8; // as after a call
        void *entry = reinterpret_cast<void *>(begin<Body>);
        auto value = reinterpret_cast<std::uint64_t>(&body);
        __asm__ volatile("push %%rbp\n\t"
                         "mov %%rax, %%rcx\n\t"
                         "lea 1f(%%rip), %%rdi\n\t"
                         "xchg %%rsp, %%rsi\n\t"
                         "jmp *%%rdx\n"
                         "1:\tpop %%rbp"
                         : "+S"(stack), "+d"(entry), "+a"(value)
                         :
                         : "rdi", OURS_LOST);
        generator = {stack, entry};
        return value;
    }

    OURS_INLINE static std::uint64_t resume(Place &generator)
    {
        std::uint64_t value;
        __asm__ volatile("push %%rbp\n\t"
                         "lea 1f(%%rip), %%rdi\n\t"
                         "xchg %%rsp, %%rsi\n\t"
                         "jmp *%%rdx\n"
                         "1:\tpop %%rbp"
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
        __asm__ goto("push %%rbp\n\t"
                     "lea 1f(%%rip), %%rdx\n\t"
                     "xchg %%rsp, %%rsi\n\t"
                     "jmp *%%rdi\n\t"
                     "pop %%rbp\n\t"
                     ".byte 0xe9\n\t"
                     ".long %l[abandon] - 1f\n"
                     "1:\tpop %%rbp"
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
    template <class Body>
    [[noreturn]] static void begin(void *consumerIp, void *consumerStack, void *, Body *body)
    {
        Out<OwnStack> out({consumerStack, consumerIp});
        std::exception_ptr *failure = run_body(out, *body);
        __asm__ volatile("mov %0, %%rsp\n\t"
                         "xor %%edx, %%edx\n\t"
                         "jmp *%1"
                         :
                         : "S"(out.consumer().frame), "D"(out.consumer().ip), "a"(failure)
                         : "memory");
        __builtin_unreachable();
    }
#else
    static constexpr int ABANDON_BYTES = 8;

    template <class Body>
    OURS_INLINE static std::uint64_t start(Place &generator, Room top, Body &body)
    {
        generator = {top, reinterpret_cast<void *>(begin<Body>)};
        return exchange(generator, reinterpret_cast<std::uint64_t>(&body));
    }

    OURS_INLINE static std::uint64_t resume(Place &generator) { return exchange(generator, 0); }

    OURS_INLINE static void yield(Place &consumer, std::uint64_t value)
    {
        register std::uint64_t carried __asm__("x0") = value;
        register void *frame __asm__("x1") = consumer.frame;
        register void *ip __asm__("x2") = consumer.ip;
        __asm__ goto("stp x19, x29, [sp, #-16]!\n\t"
                     "mov x3, x2\n\t"
                     "adr x2, 1f\n\t"
                     "mov x4, sp\n\t"
                     "mov sp, x1\n\t"
                     "mov x1, x4\n\t"
                     "br x3\n\t"
                     "ldp x19, x29, [sp], #16\n\t"
                     "b %l[abandon]\n"
                     "1:\n\t"
                     "ldp x19, x29, [sp], #16"
                     : "+r"(carried), "+r"(frame), "+r"(ip)
                     :
                     : "x3", OURS_LOST
                     : abandon);
        consumer = {frame, ip};
        return;
    abandon:
        consumer = {frame, ip}; // another place than it resumed from before
        throw Abandoned{};
    }

  private:
    // Both sides leave their place in x1 and x2 for the other.
    OURS_INLINE static std::uint64_t exchange(Place &other, std::uint64_t value)
    {
        register std::uint64_t carried __asm__("x0") = value;
        register void *frame __asm__("x1") = other.frame;
        register void *ip __asm__("x2") = other.ip;
        __asm__ volatile("stp x19, x29, [sp, #-16]!\n\t"
                         "mov x3, x2\n\t"
                         "adr x2, 1f\n\t"
                         "mov x4, sp\n\t"
                         "mov sp, x1\n\t"
                         "mov x1, x4\n\t"
                         "br x3\n"
                         "1:\n\t"
                         "ldp x19, x29, [sp], #16"
                         : "+r"(carried), "+r"(frame), "+r"(ip)
                         :
                         : "x3", OURS_LOST);
        other = {frame, ip};
        return carried;
    }

    template <class Body>
    [[noreturn]] static void begin(Body *body, void *consumerStack, void *consumerIp)
    {
        Out<OwnStack> out({consumerStack, consumerIp});
        register std::exception_ptr *failure __asm__("x0") = run_body(out, *body);
        __asm__ volatile("mov sp, %0\n\t"
                         "mov x2, #0\n\t"
                         "br %1"
                         :
                         : "r"(out.consumer().frame), "r"(out.consumer().ip), "r"(failure)
                         : "x2", "memory");
        __builtin_unreachable();
    }
#endif
};

} // namespace ours
