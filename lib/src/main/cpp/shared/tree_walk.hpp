// The workload tree-walk: a balanced binary tree, its nodes yielded in order from the recursion.
#pragma once

#include <vector>

#include "bench.hpp"
#include "place.hpp"

namespace bench {

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

// Nodes in a wrong order give another digest.
class Digest {
  public:
    void add(std::uint64_t value) { value_ = value_ * 31 + value; }
    std::uint64_t value() const { return value_; }

  private:
    std::uint64_t value_ = 0;
};

using NodeCallback = void (*)(Digest &digest, std::uint64_t value);

[[gnu::noinline]] inline void walk_by_callback(const Node *node, NodeCallback callback,
                                               Digest &digest)
{
    if (node != nullptr) {
        walk_by_callback(node->left, callback, digest);
        callback(digest, node->value);
        walk_by_callback(node->right, callback, digest);
    }
}

[[gnu::noinline]] inline void add_node(Digest &digest, std::uint64_t value) { digest.add(value); }

inline std::uint64_t digest_by_callback(const Node *root)
{
    Digest digest;
    NodeCallback volatile callback = add_node; // volatile: the compiler must not know whom it calls
    walk_by_callback(root, callback, digest);
    return digest.value();
}

template <class Generated, std::size_t place>
[[gnu::noinline]] std::uint64_t digest_generated(const Node *root)
{
    Digest digest;
    for (std::uint64_t value : Generated::template walk<place>(root)) {
        digest.add(value);
    }
    return digest.value();
}

// Generated::walk<place>(node) is a range of the values below the node, in order.
template <class Generated> void tree_walk(const Options &options)
{
    if (options.nodes < 1) {
        give_up("--nodes wants 1 or more");
    }
    auto count = static_cast<std::uint64_t>(options.nodes);
    Tree tree(count);
    Digest right;
    for (std::uint64_t value = 1; value <= count; value++) {
        right.add(value);
    }
    at_some_place(options.seed, [&]<std::size_t place>() {
        auto repeated = [&](std::uint64_t operations, auto walk) {
            std::uint64_t done = 0;
            do {
                expect(walk(tree.root()), right.value(), "the digest of the nodes in order");
                done += count;
            } while (done < operations);
            return done;
        };
        report_relative(
            [&](std::uint64_t operations) {
                return repeated(operations, digest_generated<Generated, place>);
            },
            [&](std::uint64_t operations) { return repeated(operations, digest_by_callback); });
    });
}

} // namespace bench
