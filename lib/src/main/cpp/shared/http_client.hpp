// An HTTP/1.1 client (RFC 9112), and the server that it talks to.
#pragma once

#include <charconv>

#include "transport.hpp"

namespace clients {

// Answers GET requests by one body: with its length, or in chunks if the path ends by "chunked".
class HttpServer {
  public:
    HttpServer(const std::string &body, std::size_t segmentBytes)
        : body_(body), wire_(segmentBytes),
          head_("HTTP/1.1 200 OK\r\nServer: mock\r\nContent-Type: application/octet-stream\r\n"
                "Cache-Control: no-store\r\nConnection: keep-alive\r\nContent-Length: " +
                std::to_string(body.size()) + "\r\n\r\n")
    {
        char digits[16];
        auto rest = std::to_chars(digits, digits + sizeof digits, body.size() % CHUNK_BYTES, 16);
        lastSize_ = std::string(digits, rest.ptr) + "\r\n";
    }

    Wire &wire() { return wire_; }

    void receive(std::string_view request)
    {
        if (!request.starts_with("GET /") || !request.ends_with("\r\n\r\n")) {
            bench::give_up("an HTTP client sends what is no request");
        }
        std::string_view path = request.substr(4, request.find(' ', 4) - 4);
        wire_.clear();
        if (path.ends_with("chunked")) {
            send_chunked();
        } else {
            wire_.send(head_);
            wire_.send(body_);
        }
    }

  private:
    static constexpr std::size_t CHUNK_BYTES = 0x10000;

    void send_chunked()
    {
        wire_.send("HTTP/1.1 200 OK\r\nServer: mock\r\nTransfer-Encoding: chunked\r\n\r\n");
        std::string_view left = body_;
        while (!left.empty()) {
            std::string_view chunk = left.substr(0, CHUNK_BYTES);
            wire_.send(chunk.size() == CHUNK_BYTES ? "10000\r\n" : std::string_view(lastSize_));
            wire_.send(chunk);
            wire_.send("\r\n");
            left.remove_prefix(chunk.size());
        }
        wire_.send("0\r\n\r\n");
    }

    std::string_view body_;
    Wire wire_;
    std::string head_;
    std::string lastSize_;
};

template <class Here> class HttpClient {
  public:
    using Server = HttpServer;

    HttpClient(Here &here, Server &server) : connection_(here, server), reader_(connection_) {}

    // Gets the body once and answers its size. Every other response is in chunks.
    SWITCHING std::uint64_t get(std::uint64_t which)
    {
        char request[128];
        int length = std::snprintf(request, sizeof request,
                                   "GET /objects/%" PRIu64 "%s HTTP/1.1\r\nHost: mock\r\n"
                                   "User-Agent: switchlab\r\nAccept: */*\r\n\r\n",
                                   which, which % 2 == 0 ? "" : "/chunked");
        connection_.write({request, static_cast<std::size_t>(length)});
        Head head = read_head();
        BodyCheck check;
        if (head.chunked) {
            read_chunks(check);
        } else {
            read_body(head.bytes, check);
        }
        return check.count();
    }

  private:
    struct Head {
        std::uint64_t bytes = 0;
        bool chunked = false;
    };

    SWITCHING Head read_head()
    {
        std::string_view status = reader_.line();
        if (!status.starts_with("HTTP/1.1 ") || number(status.substr(9, 3), 10) != 200) {
            bench::give_up("an HTTP response's status is not 200");
        }
        Head head;
        for (;;) {
            std::string_view line = reader_.line();
            if (line.empty()) {
                return head;
            }
            take_header(line, head);
        }
    }

    static void take_header(std::string_view line, Head &head)
    {
        std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) {
            bench::give_up("a header of an HTTP response has no colon");
        }
        std::string_view name = line.substr(0, colon);
        std::string_view value = line.substr(std::min(line.find_first_not_of(" \t", colon + 1),
                                                      line.size()));
        if (is(name, "content-length")) {
            head.bytes = number(value, 10);
        } else if (is(name, "transfer-encoding")) {
            head.chunked = is(value, "chunked");
        }
    }

    SWITCHING void read_chunks(BodyCheck &check)
    {
        for (;;) {
            std::uint64_t bytes = number(reader_.line(), 16);
            read_body(bytes, check);
            if (!reader_.line().empty()) {
                bench::give_up("a chunk of an HTTP response does not end where it said");
            }
            if (bytes == 0) {
                return;
            }
        }
    }

    SWITCHING void read_body(std::uint64_t bytes, BodyCheck &check)
    {
        while (bytes > 0) {
            std::string_view piece = reader_.some(bytes);
            check.piece(piece);
            bytes -= piece.size();
        }
    }

    // Names of headers are in any case.
    static bool is(std::string_view text, std::string_view lowerCase)
    {
        return std::equal(text.begin(), text.end(), lowerCase.begin(), lowerCase.end(),
                          [](char one, char lower) {
                              return (one >= 'A' && one <= 'Z' ? one + ('a' - 'A') : one) == lower;
                          });
    }

    static std::uint64_t number(std::string_view text, int base)
    {
        std::uint64_t value = 0;
        auto read = std::from_chars(text.data(), text.data() + text.size(), value, base);
        if (read.ec != std::errc() || read.ptr != text.data() + text.size()) {
            bench::give_up("an HTTP response has no number where one belongs");
        }
        return value;
    }

    Connection<Here, Server> connection_;
    Reader<Connection<Here, Server>> reader_;
};

} // namespace clients
