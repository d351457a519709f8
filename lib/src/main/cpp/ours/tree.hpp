// The workload tree-walk: a balanced binary tree, its nodes yielded in order from the recursion.
#pragma once

#include <vector>

#include "../shared/bench.hpp"
#include "rooms.hpp"

namespace ours {

struct Node {
    const Node *left = nullptr;
    const Node *right = nullptr;
    std::uint64_t value = 0;
};

class Tree {
  public:
    // Its values are 1, 2, 3 … in order.
    explicit Tree(std::size_t count) : nodes_(count), root_(grown(0, count)) {}

    const Node *root() const { return root_; }

  private:
    const Node *grown(std::size_t from, std::size_t to)
    {
        if (from == to) {
            return nullptr;
        }
        std::size_t middle = from + (to - from) / 2;
        nodes_[middle] = {grown(from, middle), grown(middle + 1, to), middle + 1};
        return &nodes_[middle];
    }

    std::vector<Node> nodes_;
    const Node *root_;
};

using Visitor = void (*)(std::uint64_t &sum, std::uint64_t value);

[[gnu::noinline]] inline void visit(const Node *node, Visitor visitor, std::uint64_t &sum)
{
    if (node != nullptr) {
        visit(node->left, visitor, sum);
        visitor(sum, node->value);
        visit(node->right, visitor, sum);
    }
}

template <class Way> [[gnu::noinline]] void yield_all(Out<Way> &out, const Node *node)
{
    if (node != nullptr) {
        yield_all(out, node->left);
        out.yield(node->value);
        yield_all(out, node->right);
    }
}

// Multiplies, so that nodes in a wrong order give another number.
[[gnu::noinline]] inline void mix(std::uint64_t &sum, std::uint64_t value)
{
    sum = sum * 31 + value;
}

inline std::uint64_t visited(const Tree &tree)
{
    std::uint64_t sum = 0;
    Visitor volatile visitor = mix; // volatile: the compiler must not know whom it calls
    visit(tree.root(), visitor, sum);
    return sum;
}

template <class Way>
[[gnu::noinline]] std::uint64_t walked(const Rooms<Way> &rooms, const Tree &tree)
{
    auto body = [&tree](Out<Way> &out) { yield_all(out, tree.root()); };
    std::uint64_t sum = 0;
    for (Generator<Way, decltype(body)> nodes(rooms[0], body); nodes; nodes.resume()) {
        sum = sum * 31 + nodes.value();
    }
    return sum;
}

template <class Way> void tree_walk(const bench::Options &options)
{
    if (options.nodes < 1) {
        bench::give_up("--nodes wants 1 or more");
    }
    auto count = static_cast<std::uint64_t>(options.nodes);
    Tree tree(count);
    Rooms<Way> rooms(1, options.seed);
    std::uint64_t right = 0;
    for (std::uint64_t value = 1; value <= count; value++) {
        right = right * 31 + value;
    }
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
            return repeated(operations, [&] { return visited(tree); });
        });
}

} // namespace ours
