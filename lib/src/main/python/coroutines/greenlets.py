"""Greenlets: coroutines with a stack, as a package. An item goes to its consumer in one step,
from however deep in the recursion."""

import random
from collections import deque
from itertools import repeat

from greenlet import getcurrent, greenlet

import bench
import sequences
import tasks

END = object()


class Produced:
    """The items that a function hands to `give`, which it gets as its last argument."""

    def __init__(self, function, *arguments):
        self.function = function
        self.arguments = arguments

    def __iter__(self):
        consumer = getcurrent()

        def produce():
            self.function(*self.arguments, consumer.switch)
            return END

        return iter(greenlet(produce, consumer).switch, END)


def count_down(number, give):
    while number:
        give(number)
        number -= 1


def count_up(end, give):
    number = 0
    while number < end:
        give(number)
        number += 1


def plus_one(items, give):
    for item in items:
        give(item + 1)


def moves(disks, start, goal, spare, give):
    if disks == 0:
        return
    moves(disks - 1, start, spare, goal, give)
    give(disks)
    moves(disks - 1, spare, goal, start, give)


def values(node, give):
    if node is None:
        return
    values(node.left, give)
    give(node.value)
    values(node.right, give)


def coroutine_yield(wanted):
    """A ring in which each switches to the next; the one that takes the time is in it."""
    ring = [greenlet(take_turns) for _ in range(1, wanted.coroutines)]
    random.Random(wanted.seed).shuffle(ring)
    ring.append(getcurrent())
    turns = []
    for number, (one, following) in enumerate(zip(ring, ring[1:])):
        one.switch(number, following, turns)
    bench.expect(turns, list(range(len(turns))), "the order of turns")
    into_ring = ring[0].switch

    @bench.timed
    def gross(yields):
        rounds = -(-yields // wanted.coroutines)
        for _ in repeat(None, rounds):
            into_ring()
        return rounds * wanted.coroutines

    @bench.timed
    def baseline(yields):
        for _ in repeat(None, yields):
            pass
        return yields

    bench.report(gross, baseline, callNs=bench.measured(bench.calls))


def take_turns(number, following, turns):
    """Says once that it has come to its turn; then each turn goes to the following one."""
    turns.append(number)
    getcurrent().parent.switch()
    pass_on = following.switch
    while True:
        pass_on()


class Scheduler:
    """Round robin: who waits goes to the end of the queue and switches to its front."""

    def __init__(self):
        self.ready = deque()

    def wait_until_ready(self):
        self.ready.append(getcurrent())
        self.ready.popleft().switch()

    def run(self, ready):
        """Runs all that are in the queue to their ends."""
        self.ready = ready
        while ready:
            ready.popleft().switch()


SCHEDULER = Scheduler()


def write_fully(connection, left_bytes):
    while left_bytes > 0:
        SCHEDULER.wait_until_ready()
        left_bytes -= connection.send_some(left_bytes)


def write(connection, task_bytes):
    write_fully(connection, task_bytes)


def wait(times):
    for _ in repeat(None, times):
        SCHEDULER.wait_until_ready()


def runs_of(coroutines):
    """How often the scheduler runs until they have ended."""
    ready = tasks.Counting(coroutines)
    SCHEDULER.run(ready)
    return ready.runs


def task(function, *arguments):
    """A greenlet that calls a function at its first turn. It is started before, from here: one
    that is started by another begins on top of that one's stack, and so on, until that is full."""

    def begin():
        getcurrent().parent.switch()
        function(*arguments)

    started = greenlet(begin)
    started.switch()
    return started


CASES = {
    ("coroutine-yield", "python-greenlet"): coroutine_yield,
    ("sequence-sum", "python-greenlet"): lambda wanted: sequences.sequence_sum(
        lambda number: Produced(count_down, number)
    ),
    ("hanoi", "python-greenlet"): lambda wanted: sequences.hanoi(
        wanted.disks,
        lambda *tower: Produced(moves, *tower),
        passed_on=lambda items: items,  # levels lie on the stack, and no item goes through them
    ),
    ("tree-walk", "python-greenlet"): lambda wanted: sequences.tree_walk(
        wanted.nodes, lambda tree: Produced(values, tree)
    ),
    ("pipeline", "python-greenlet"): lambda wanted: sequences.pipeline(
        wanted.stages,
        lambda end: Produced(count_up, end),
        lambda items: Produced(plus_one, items),
    ),
    ("write-fully", "python-greenlet"): lambda wanted: tasks.write_fully(
        wanted,
        lambda connection, task_bytes: task(write, connection, task_bytes),
        lambda times: task(wait, times),
        run=SCHEDULER.run,
        count_runs=runs_of,
    ),
}

if __name__ == "__main__":
    bench.main(CASES)
