// Photon's own coroutines, which it calls threads. It is not part of this project: whoever wants
// it in the comparison builds it, and says by SWITCHLAB_PHOTON where it is.
#include <photon/photon.h>
#include <photon/thread/thread.h>

#include <vector>

#include "../shared/coroutine_yield.hpp"

namespace {

// The thread that calls yields() is one of those that take turns, the first of each round. Photon
// itself adds one, which looks for events.
class Ring {
  public:
    Ring(std::size_t count, std::uint64_t) : count_(count)
    {
        if (photon::init(photon::INIT_EVENT_NONE, photon::INIT_IO_NONE) != 0) {
            bench::give_up("photon::init failed; its own message is above");
        }
    }

    ~Ring()
    {
        stopped_ = true;
        for (photon::join_handle *other : others_) {
            photon::thread_join(other);
        }
        photon::fini();
    }

    template <std::size_t place> std::uint64_t yields(std::uint64_t rounds)
    {
        rounds_ = rounds;
        yields_ = 0;
        while (others_.size() + 1 < count_) {
            others_.push_back(started(run<place>));
        }
        turns<place>();
        return yields_;
    }

  private:
    // Its default of 8 MiB is for programs that recurse.
    static constexpr std::uint64_t STACK_BYTES = 16 * 1024;

    photon::join_handle *started(photon::thread_entry entry)
    {
        photon::thread *thread = photon::thread_create(entry, this, STACK_BYTES);
        if (thread == nullptr) {
            bench::give_up("photon::thread_create failed; take fewer --coroutines");
        }
        return photon::thread_enable_join(thread);
    }

    // All have counted what they did when the first returns from its last yield.
    template <std::size_t place> [[gnu::noinline]] void turns()
    {
        bench::at_place<place>();
        std::uint64_t done = 1;
        for (; done < rounds_; done++) {
            photon::thread_yield();
        }
        yields_ += done;
        photon::thread_yield();
    }

    template <std::size_t place> static void *run(void *of)
    {
        auto *ring = static_cast<Ring *>(of);
        while (!ring->stopped_) {
            ring->turns<place>();
        }
        return nullptr;
    }

    std::size_t count_;
    std::vector<photon::join_handle *> others_;
    bool stopped_ = false;
    std::uint64_t rounds_ = 0;
    std::uint64_t yields_ = 0;
};

constexpr bench::Case CASES[] = {
    {"coroutine-yield", "photon", bench::coroutine_yield<Ring>},
};

} // namespace

int main(int count, char **words) { return bench::run_case(CASES, count, words); }
