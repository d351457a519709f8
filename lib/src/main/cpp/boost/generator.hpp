// A generator over Boost.Context's two functions, make_fcontext and jump_fcontext, which
// Boost.Coroutine2 stands on: what is left of its cost if nothing else is between.
//
// Its body is a callable taking `Out &`, through which it yields. It ends by returning or by an
// exception, which the consumer gets. If the consumer destroys it before, `Abandoned` is thrown
// where it last yielded, so that its destructors run.
#pragma once

#include <boost/context/detail/fcontext.hpp>
#include <cstdint>
#include <exception>
#include <iterator>
#include <utility>

#include "stack.hpp"

namespace fcontext {

namespace detail = boost::context::detail;

struct Abandoned {
    detail::fcontext_t consumer;
};

class Out {
  public:
    explicit Out(detail::fcontext_t consumer) : consumer_(consumer) {}

    void yield(std::uint64_t value)
    {
        consumer_ = detail::jump_fcontext(consumer_, reinterpret_cast<void *>(value)).fctx;
    }

    detail::fcontext_t consumer() const { return consumer_; }

  private:
    detail::fcontext_t consumer_;
};

template <class Body> class Generator {
  public:
    // Runs the body up to its first yield.
    explicit Generator(Body body, std::size_t shiftBytes = 0)
        : body_(std::move(body)), stack_(boost::context::stack_traits::default_size(), shiftBytes),
          at_(detail::make_fcontext(stack_.top(), stack_.bytes(), run))
    {
        take(detail::jump_fcontext(at_, this));
    }

    Generator(const Generator &) = delete;
    Generator &operator=(const Generator &) = delete;

    ~Generator()
    {
        if (!ended_) {
            detail::ontop_fcontext(at_, nullptr, abandon);
        }
    }

    class Iterator {
      public:
        explicit Iterator(Generator &of) : of_(of) {}
        std::uint64_t operator*() const { return of_.value_; }
        void operator++() { of_.take(detail::jump_fcontext(of_.at_, nullptr)); }
        bool operator!=(std::default_sentinel_t) const { return !of_.ended_; }

      private:
        Generator &of_;
    };

    Iterator begin() { return Iterator(*this); }
    std::default_sentinel_t end() const { return {}; }

  private:
    void take(detail::transfer_t arrived)
    {
        at_ = arrived.fctx;
        value_ = reinterpret_cast<std::uint64_t>(arrived.data);
        if (ended_ && failure_) [[unlikely]] {
            std::rethrow_exception(std::exchange(failure_, nullptr));
        }
    }

    // The first function of a body's stack.
    static void run(detail::transfer_t arrived)
    {
        auto *self = static_cast<Generator *>(arrived.data);
        detail::jump_fcontext(self->run_body(Out(arrived.fctx)), nullptr);
        __builtin_unreachable();
    }

    detail::fcontext_t run_body(Out out)
    {
        detail::fcontext_t consumer = nullptr;
        try {
            body_(out);
            consumer = out.consumer();
        } catch (const Abandoned &abandoned) {
            consumer = abandoned.consumer;
        } catch (...) {
            failure_ = std::current_exception();
            consumer = out.consumer();
        }
        ended_ = true;
        return consumer;
    }

    static detail::transfer_t abandon(detail::transfer_t arrived)
    {
        throw Abandoned{arrived.fctx};
    }

    Body body_;
    Stack stack_;
    std::uint64_t value_ = 0;
    bool ended_ = false;
    std::exception_ptr failure_;
    detail::fcontext_t at_;
};

} // namespace fcontext
