// The workload tree-walk: a balanced binary tree, its nodes yielded in order from the recursion.
#pragma once

#include "../shared/tree_walk.hpp"
#include "rooms.hpp"

namespace ours {

using bench::Digest;
using bench::Node;
using bench::Tree;

template <class Way> [[gnu::noinline]] void yield_all(Out<Way> &out, const Node *node)
{
    if (node != nullptr) {
        yield_all(out, node->left);
        out.yield(node->value);
        yield_all(out, node->right);
    }
}

template <class Way>
[[gnu::noinline]] std::uint64_t walked(const Rooms<Way> &rooms, const Tree &tree)
{
    auto body = [&tree](Out<Way> &out) { yield_all(out, tree.root()); };
    Digest digest;
    for (Generator<Way, decltype(body)> nodes(rooms[0], body); nodes; nodes.resume()) {
        digest.add(nodes.value());
    }
    return digest.value();
}

template <class Way> void tree_walk(const bench::Options &options)
{
    if (options.nodes < 1) {
        bench::give_up("--nodes wants 1 or more");
    }
    auto count = static_cast<std::uint64_t>(options.nodes);
    Tree tree(count);
    Rooms<Way> rooms(1, options.seed);
    Digest inOrder;
    for (std::uint64_t value = 1; value <= count; value++) {
        inOrder.add(value);
    }
    std::uint64_t right = inOrder.value();
    auto repeated = [=](std::uint64_t operations, auto walk) {
        std::uint64_t done = 0;
        do {
            bench::expect(walk(), right, "the digest of the nodes in order");
            done += count;
        } while (done < operations);
        return done;
    };
    bench::report_relative(
        [&](std::uint64_t operations) {
            return repeated(operations, [&] { return walked(rooms, tree); });
        },
        [&](std::uint64_t operations) {
            return repeated(operations, [&] { return bench::digest_by_callback(tree.root()); });
        });
}

} // namespace ours
