// The network of the workload `clients`, mocked: a peer's bytes are there at once, and are handed
// over without copying them, but before each read the others get their turn.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bench.hpp"
#include "switching.hpp"

namespace clients {

// What one Ethernet frame carries.
constexpr std::size_t SEGMENT_BYTES = 1460;

// The byte that a body has at a position: a reader can check any piece of it.
constexpr char body_byte(std::uint64_t position)
{
    return static_cast<char>(position * 7 + (position >> 8));
}

inline std::string body_of(std::size_t bytes)
{
    std::string body(bytes, '\0');
    for (std::size_t i = 0; i < bytes; i++) {
        body[i] = body_byte(i);
    }
    return body;
}

// Checks that a body arrives whole and in order, by the ends of each piece.
class BodyCheck {
  public:
    void piece(std::string_view bytes)
    {
        if (bytes.front() != body_byte(count_) ||
            bytes.back() != body_byte(count_ + bytes.size() - 1)) {
            bench::give_up("a response's body is not what the server sent");
        }
        count_ += bytes.size();
    }

    std::uint64_t count() const { return count_; }

  private:
    std::uint64_t count_ = 0;
};

// Bytes on their way to the client: parts that stay where they are, cut into segments.
class Wire {
  public:
    explicit Wire(std::size_t segmentBytes = SEGMENT_BYTES) : segmentBytes_(segmentBytes) {}

    void clear()
    {
        parts_.clear();
        first_ = 0;
    }

    // The bytes must stay where they are until they are read.
    void send(std::string_view bytes)
    {
        if (!bytes.empty()) {
            parts_.push_back(bytes);
        }
    }

    std::string_view next()
    {
        if (first_ == parts_.size()) {
            bench::give_up("a client reads more than the server sent");
        }
        std::string_view &part = parts_[first_];
        std::string_view segment = part.substr(0, segmentBytes_);
        part.remove_prefix(segment.size());
        if (part.empty()) {
            first_++;
        }
        return segment;
    }

    bool empty() const { return first_ == parts_.size(); }

  private:
    std::size_t segmentBytes_;
    std::vector<std::string_view> parts_;
    std::size_t first_ = 0;
};

// A client's end of a connection. `Here` lets others run by here.yield().
template <class Here, class Server> class Connection {
  public:
    Connection(Here &here, Server &server) : here_(here), server_(server) {}

    void write(std::string_view request) { server_.receive(request); }

    // At least one byte and at most a segment.
    [[gnu::noinline]] SWITCHING std::string_view read()
    {
        here_.yield();
        return server_.wire().next();
    }

  private:
    Here &here_;
    Server &server_;
};

// Reads from a connection what protocols are made of.
template <class Connection> class Reader {
  public:
    explicit Reader(Connection &connection) : connection_(connection) {}

    // As many bytes as are there, at most `most`.
    SWITCHING std::string_view some(std::uint64_t most)
    {
        fill();
        std::string_view taken = rest_.substr(0, most);
        rest_.remove_prefix(taken.size());
        return taken;
    }

    // Up to and without the next CR LF; valid until the next line is read.
    SWITCHING std::string_view line()
    {
        std::size_t length = 0;
        for (;;) {
            fill();
            std::size_t end = std::min(rest_.find('\n'), rest_.size());
            bool whole = end < rest_.size();
            add(length, rest_.substr(0, end));
            rest_.remove_prefix(whole ? end + 1 : end);
            if (whole) {
                break;
            }
        }
        if (length == 0 || line_[length - 1] != '\r') {
            bench::give_up("a line of a response does not end by CR LF");
        }
        return {line_.data(), length - 1};
    }

    // Exactly so many bytes, copied.
    SWITCHING void exactly(char *to, std::size_t bytes)
    {
        while (bytes > 0) {
            std::string_view got = some(bytes);
            to = std::copy(got.begin(), got.end(), to);
            bytes -= got.size();
        }
    }

  private:
    SWITCHING void fill()
    {
        if (rest_.empty()) {
            rest_ = connection_.read();
        }
    }

    void add(std::size_t &length, std::string_view bytes)
    {
        if (length + bytes.size() > line_.size()) {
            bench::give_up("a line of a response is longer than 512 bytes");
        }
        std::copy(bytes.begin(), bytes.end(), line_.begin() + static_cast<std::ptrdiff_t>(length));
        length += bytes.size();
    }

    Connection &connection_;
    std::string_view rest_;
    std::array<char, 512> line_;
};

} // namespace clients
