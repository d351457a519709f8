"""Generators of Python, as subjects."""

import bench
import items
import sequences
import tasks
import turns

CASES = {
    ("coroutine-yield", "python-generator"): lambda wanted: tasks.coroutine_yield(
        wanted, turns.turn
    ),
    ("sequence-sum", "python-generator"): lambda wanted: sequences.sequence_sum(
        items.count_down
    ),
    ("hanoi", "python-generator"): lambda wanted: sequences.hanoi(
        wanted.disks, items.moves_by_loop, items.passed_on_by_loop
    ),
    ("hanoi", "python-yield-from"): lambda wanted: sequences.hanoi(
        wanted.disks, items.moves_by_yield_from, items.passed_on_by_yield_from
    ),
    ("tree-walk", "python-generator"): lambda wanted: sequences.tree_walk(
        wanted.nodes, items.values_by_loop
    ),
    ("tree-walk", "python-yield-from"): lambda wanted: sequences.tree_walk(
        wanted.nodes, items.values_by_yield_from
    ),
    ("pipeline", "python-generator"): lambda wanted: sequences.pipeline(
        wanted.stages, items.count_up, items.plus_one
    ),
    ("write-fully", "python-generator"): lambda wanted: tasks.write_fully(
        wanted, turns.task_by_loop, turns.waits
    ),
    ("write-fully", "python-yield-from"): lambda wanted: tasks.write_fully(
        wanted, turns.task_by_yield_from, turns.waits
    ),
}

if __name__ == "__main__":
    bench.main(CASES)
