"""Workloads in which one consumer takes items from a generator.

Each measure is given its generators, so that every form of them is measured in the same way.
"""

from itertools import repeat

import bench

# A longer tower is played only so far: its first 2^m - 1 moves are those of m disks, as deep in
# the recursion on average as all of its moves are.
PLAYED_DISKS = 12


def sequence_sum(numbers):
    """`numbers(n)` gives n, n - 1, ... 1."""

    @bench.timed
    def gross(items):
        total = 0
        for number in numbers(items):
            total += number
        bench.expect(total, items * (items + 1) // 2, "the sum")
        return items

    @bench.timed
    def baseline(items):
        total = 0
        left = items
        while left:
            total += left
            left -= 1
        bench.expect(total, items * (items + 1) // 2, "the sum")
        return items

    bench.report(gross, baseline, callNs=bench.measured(bench.calls))


def whole(work, at_once):
    """Makes a work of one that does `at_once` operations a call, by calling it often enough."""

    @bench.timed
    def repeated(operations):
        times = -(-operations // at_once)
        for _ in repeat(None, times):
            work()
        return times * at_once

    return repeated


def hanoi_called(disks, start, goal, spare, callback):
    """The moves of the Tower of Hanoi, each handed to a callback: the baseline."""
    if disks == 0:
        return
    hanoi_called(disks - 1, start, spare, goal, callback)
    callback(disks, start, goal)
    hanoi_called(disks - 1, spare, goal, start, callback)


def hanoi(disks, moves, passed_on):
    """`moves(n, start, goal, spare)` gives the disk of each move; `passed_on(moves)` gives the
    same from one level of recursion further down."""
    played = min(disks, PLAYED_DISKS)
    count = 2**played - 1
    right = 2 ** (played + 1) - played - 2

    def gross():
        tower = moves(played, 0, 2, 1)
        for _ in range(disks - played):
            tower = passed_on(tower)
        total = 0
        for disk in tower:
            total += disk
        bench.expect(total, right, "the sum of all moves")

    def baseline():
        total = 0

        def add(disk, _start, _goal):
            nonlocal total
            total += disk

        hanoi_called(played, 0, 2, 1, add)
        bench.expect(total, right, "the sum of all moves")

    bench.report(whole(gross, count), whole(baseline, count), relative=bench.relative)


class Node:
    """Of a binary tree."""

    __slots__ = ("left", "value", "right")

    def __init__(self, left, value, right):
        self.left = left
        self.value = value
        self.right = right


def balanced(low, high):
    """A balanced tree of all values from low to high - 1, None if there are none."""
    if low == high:
        return None
    middle = (low + high) // 2
    return Node(balanced(low, middle), middle, balanced(middle + 1, high))


def walk_called(node, callback):
    """The values in order, each handed to a callback: the baseline."""
    if node is None:
        return
    walk_called(node.left, callback)
    callback(node.value)
    walk_called(node.right, callback)


def tree_walk(nodes, values):
    """`values(node)` gives those of a tree in order."""
    tree = balanced(0, nodes)
    right = nodes * (nodes - 1) // 2

    def gross():
        total = 0
        for value in values(tree):
            total += value
        bench.expect(total, right, "the sum of all nodes")

    def baseline():
        total = 0

        def add(value):
            nonlocal total
            total += value

        walk_called(tree, add)
        bench.expect(total, right, "the sum of all nodes")

    bench.report(whole(gross, nodes), whole(baseline, nodes), relative=bench.relative)


def add_one(number):
    """What a stage of the pipeline does."""
    return number + 1


def pipeline(stages, source, stage):
    """`source(n)` gives 0, 1, ... n - 1; `stage(items)` gives each item plus 1."""
    adders = [add_one] * stages

    def right(items):
        return items * (items - 1) // 2 + items * stages

    @bench.timed
    def gross(items):
        chain = source(items)
        for _ in repeat(None, stages):
            chain = stage(chain)
        total = 0
        for item in chain:
            total += item
        bench.expect(total, right(items), "the sum of all items")
        return items

    @bench.timed
    def baseline(items):
        total = 0
        for item in range(items):
            for add in adders:
                item = add(item)
            total += item
        bench.expect(total, right(items), "the sum of all items")
        return items

    bench.report(gross, baseline)
