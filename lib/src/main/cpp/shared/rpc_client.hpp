// A client of remote procedure calls, and its server. A message is a header of fixed size and a
// body of the length that the header tells.
#pragma once

#include "transport.hpp"

namespace clients {

struct RpcHeader {
    static constexpr std::uint32_t MAGIC = 0x5357'4c42;

    std::uint32_t magic = MAGIC;
    std::uint32_t function;
    std::uint64_t tag; // chosen by the client, told back by the server
    std::uint64_t bodyBytes;
};

struct ReadArguments {
    std::uint64_t object;
    std::uint64_t offset;
    std::uint64_t bytes;
};

constexpr std::uint32_t READ_FUNCTION = 17;

struct RpcRequest {
    RpcHeader header;
    ReadArguments arguments;
};

// Answers reads by the bytes asked for.
class RpcServer {
  public:
    RpcServer(const std::string &body, std::size_t segmentBytes) : body_(body), wire_(segmentBytes)
    {
    }

    Wire &wire() { return wire_; }

    void receive(std::string_view bytes)
    {
        RpcRequest request;
        if (bytes.size() != sizeof request) {
            bench::give_up("an RPC request has a wrong length");
        }
        std::memcpy(&request, bytes.data(), sizeof request);
        if (request.header.magic != RpcHeader::MAGIC || request.header.function != READ_FUNCTION ||
            request.header.bodyBytes != sizeof request.arguments) {
            bench::give_up("an RPC request asks for what the server does not know");
        }
        std::string_view asked = body_.substr(request.arguments.offset, request.arguments.bytes);
        header_ = {RpcHeader::MAGIC, READ_FUNCTION, request.header.tag, asked.size()};
        wire_.clear();
        wire_.send({reinterpret_cast<const char *>(&header_), sizeof header_});
        wire_.send(asked);
    }

  private:
    std::string_view body_;
    Wire wire_;
    RpcHeader header_;
};

template <class Here> class RpcClient {
  public:
    using Server = RpcServer;

    RpcClient(Here &here, Server &server) : connection_(here, server), reader_(connection_) {}

    // Reads the object once and answers how many bytes came.
    SWITCHING std::uint64_t get(std::uint64_t which)
    {
        RpcRequest request = {{RpcHeader::MAGIC, READ_FUNCTION, ++tag_, sizeof(ReadArguments)},
                              {which, 0, ~std::uint64_t{0}}};
        connection_.write({reinterpret_cast<const char *>(&request), sizeof request});
        RpcHeader answer;
        reader_.exactly(reinterpret_cast<char *>(&answer), sizeof answer);
        if (answer.magic != RpcHeader::MAGIC || answer.tag != tag_) {
            bench::give_up("an RPC response does not belong to the request");
        }
        BodyCheck check;
        for (std::uint64_t left = answer.bodyBytes; left > 0;) {
            std::string_view piece = reader_.some(left);
            check.piece(piece);
            left -= piece.size();
        }
        return check.count();
    }

  private:
    Connection<Here, Server> connection_;
    Reader<Connection<Here, Server>> reader_;
    std::uint64_t tag_ = 0;
};

} // namespace clients
