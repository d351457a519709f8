// The workload `clients`, written once for every switch: clients that take turns, each of which
// asks for large responses, again and again.
//
// A switch plugs in by a class like
//
//     struct Tasks {
//         std::size_t count() const;                  // how many there are
//         template <class Body> void run(Body &body); // calls body(here, index) in each, until all
//     };                                              // have ended
//
// where here.yield() lets the next of them run.
#pragma once

#include <memory>

#include "http_client.hpp"
#include "rpc_client.hpp"

namespace clients {

constexpr std::size_t CLIENTS = 10;

// A transport that is always ready: nobody else gets a turn.
struct AlwaysReady {
    void yield() { bench::barrier(); }
};

// Clients of one protocol with their servers, which all send the same body.
template <template <class> class Client> class Crowd {
  public:
    using Server = typename Client<AlwaysReady>::Server;

    explicit Crowd(std::size_t bodyBytes, std::size_t segmentBytes = SEGMENT_BYTES)
        : body_(body_of(bodyBytes))
    {
        for (std::size_t i = 0; i < CLIENTS; i++) {
            servers_.push_back(std::make_unique<Server>(body_, segmentBytes));
        }
    }

    // Every client makes its share of the requests.
    template <class Tasks> std::uint64_t in_turns(Tasks &tasks, std::uint64_t requests)
    {
        std::uint64_t each = share(requests);
        auto body = [&](auto &here, std::size_t i) { ask(here, *servers_[i], each); };
        tasks.run(body);
        return each * servers_.size();
    }

    // The same, one client after the other.
    std::uint64_t one_by_one(std::uint64_t requests)
    {
        std::uint64_t each = share(requests);
        AlwaysReady ready;
        for (auto &server : servers_) {
            ask(ready, *server, each);
        }
        return each * servers_.size();
    }

  private:
    std::uint64_t share(std::uint64_t requests) const
    {
        return (requests + servers_.size() - 1) / servers_.size();
    }

    template <class Here> void ask(Here &here, Server &server, std::uint64_t requests)
    {
        Client<Here> client(here, server);
        for (std::uint64_t i = 0; i < requests; i++) {
            bench::expect(client.get(i), body_.size(), "the size of a response");
        }
    }

    std::string body_;
    std::vector<std::unique_ptr<Server>> servers_;
};

template <template <class> class Client, class Tasks>
void measure(const bench::Options &options, Tasks &tasks)
{
    Crowd<Client> crowd(static_cast<std::size_t>(options.responseBytes));
    bench::report([&](std::uint64_t requests) { return crowd.in_turns(tasks, requests); },
                  [&](std::uint64_t requests) { return crowd.one_by_one(requests); });
}

// Measures the client that is asked for over tasks, of which there are CLIENTS.
template <class Tasks> void measure_asked(const bench::Options &options, Tasks &tasks)
{
    if (options.responseBytes < 1) {
        bench::give_up("--response-bytes wants 1 or more");
    }
    if (options.client == "http") {
        measure<HttpClient>(options, tasks);
    } else if (options.client == "rpc") {
        measure<RpcClient>(options, tasks);
    } else {
        bench::give_up("--client wants 'http' or 'rpc'");
    }
}

} // namespace clients
