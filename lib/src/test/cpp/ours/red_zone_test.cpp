// What a switch does to the red zone: 128 bytes below the stack pointer, where functions that call
// no other keep variables. Compiled as is usual, with red zones.
#include "check.hpp"
#include "symmetric.hpp"
#include "tasks.hpp"

namespace {

using namespace ours;
using namespace test;

// As printed in Fig. 7: it pushes where to continue.
struct Printed : CacsSelf {
    struct Here {
        Coroutine *self;

        OURS_INLINE void yield()
        {
            Coroutine *from = self;
            Coroutine *to = self->next;
            __asm__ volatile("lea 1f(%%rip), %%rax\n\t"
                             "push %%rax\n\t"
                             "mov %%rsp, " OURS_SP "(%%rsi)\n\t"
                             "mov %%rbp, " OURS_BP "(%%rsi)\n\t"
                             "mov " OURS_SP "(%%rdi), %%rsp\n\t"
                             "pop %%rax\n\t"
                             "jmp *%%rax\n"
                             "1:\t"
                             "mov " OURS_BP "(%%rdi), %%rbp"
                             : "+D"(to), "+S"(from)
                             :
                             : "rax", "rdx", OURS_LOST);
            self = to;
        }
    };

    static void swap(Coroutine *from, Coroutine *to)
    {
        Here here{from};
        Coroutine *next = std::exchange(from->next, to);
        here.yield();
        from->next = next;
    }

    static void prepare(Coroutine &coroutine, char *top, Begin begin)
    {
        std::uint64_t *words = pushed(top, 2);
        words[0] = reinterpret_cast<std::uint64_t>(begin);
        coroutine.sp = words;
    }
};

// Calls nothing, so that its variables lie in the red zone.
template <class Here>
[[gnu::noinline]] std::uint64_t across(Here &entered, std::uint64_t seed)
{
    volatile std::uint64_t first = seed, second = seed + 1, third = seed + 2, fourth = seed + 3;
    Here here = entered;
    here.yield();
    return (first ^ seed) | (second ^ (seed + 1)) | (third ^ (seed + 2)) | (fourth ^ (seed + 3));
}

template <class Switch> std::uint64_t damage()
{
    Tasks<Switch> tasks(3, ALIGNED, 1);
    std::uint64_t damaged = 0;
    auto body = [&](auto &here, std::size_t index) { damaged |= across(here, index); };
    tasks.run(body);
    return damaged;
}

void ours_spares_it() { check(damage<CacsSelf>() == 0, "our switch spares the red zone"); }

void printed_damages_it()
{
    check(damage<Printed>() > 0, "the switch of Fig. 7 overwrites a word of the red zone");
}

const Named ALL[] = {
    {"red-zone:cacs-self", ours_spares_it},
    {"red-zone:as-printed", printed_damages_it},
};

} // namespace

int main(int count, char **words) { return run(ALL, count, words); }
