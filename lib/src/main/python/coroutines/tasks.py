"""Workloads in which coroutines take turns.

A coroutine here is whatever has `send(None)`: a generator, or what an `async def` gives.
"""

import random
from collections import deque
from itertools import cycle, islice, repeat

import bench

# Tasks that would send more than this in all send less: a send costs the same however many follow.
MOST_SENDS = 20_000


def coroutine_yield(wanted, coroutine):
    """`coroutine(number)` gives its number at each turn, for ever."""
    numbers = list(range(wanted.coroutines))
    random.Random(wanted.seed).shuffle(numbers)
    in_memory = {number: coroutine(number) for number in range(wanted.coroutines)}
    ring = [in_memory[number].send for number in numbers]
    given = [resume(None) for resume in islice(cycle(ring), 2 * len(ring))]
    bench.expect(given == numbers * 2, True, "that the coroutines take turns")

    @bench.timed
    def gross(yields):
        for resume in islice(cycle(ring), yields):
            resume(None)
        return yields

    @bench.timed
    def baseline(yields):
        for _resume in islice(cycle(ring), yields):
            pass
        return yields

    bench.report(gross, baseline, callNs=bench.measured(bench.calls))


class Connection:
    """To which some bytes at a time can be sent, as to a socket that does not block."""

    __slots__ = ("send_bytes", "sent_bytes")

    def __init__(self, send_bytes):
        self.send_bytes = send_bytes
        self.sent_bytes = 0

    def send_some(self, left_bytes):
        """Sends, and answers how many bytes."""
        some_bytes = min(left_bytes, self.send_bytes)
        self.sent_bytes += some_bytes
        return some_bytes


def wait_for_nothing():
    """What the baseline waits for."""


def write_fully_at_once(connection, left_bytes):
    while left_bytes > 0:
        wait_for_nothing()
        left_bytes -= connection.send_some(left_bytes)


def task_at_once(connection, task_bytes):
    write_fully_at_once(connection, task_bytes)


def round_robin(ready):
    """Runs all that are in the queue to their ends, each in its turn."""
    while ready:
        coroutine = ready.popleft()
        try:
            coroutine.send(None)
        except StopIteration:
            continue
        ready.append(coroutine)


class Counting(deque):
    """A queue of what is ready, which counts how often the scheduler takes from it."""

    runs = 0

    def popleft(self):
        self.runs += 1
        return super().popleft()


def runs_of(coroutines):
    """How often the scheduler runs until they have ended."""
    ready = Counting(coroutines)
    round_robin(ready)
    return ready.runs


def write_fully(wanted, task, waits, run=round_robin, count_runs=runs_of):
    """`task(connection, bytes)` is a coroutine that writes all of them; `waits(n)` is one that
    does nothing but wait as often; `run` and `count_runs` are given a queue of them."""
    most_bytes = -(-MOST_SENDS // wanted.tasks) * wanted.send_bytes
    task_bytes = min(wanted.task_bytes, most_bytes)
    sends_each = -(-task_bytes // wanted.send_bytes)
    sends = sends_each * wanted.tasks

    def connected(write):
        connections = [Connection(wanted.send_bytes) for _ in range(wanted.tasks)]
        return connections, deque(write(one, task_bytes) for one in connections)

    def expect_sent(connections):
        sent_bytes = sum(connection.sent_bytes for connection in connections)
        bench.expect(sent_bytes, wanted.tasks * task_bytes, "the number of bytes sent")

    @bench.timed
    def gross(wanted_sends):
        rounds = -(-wanted_sends // sends)
        for _ in repeat(None, rounds):
            connections, tasks = connected(task)
            run(tasks)
            expect_sent(connections)
        return rounds * sends

    @bench.timed
    def baseline(wanted_sends):
        rounds = -(-wanted_sends // sends)
        for _ in repeat(None, rounds):
            connections, _tasks = connected(task_at_once)
            expect_sent(connections)
        return rounds * sends

    @bench.timed
    def scheduler(wanted_sends):
        rounds = -(-wanted_sends // sends)
        for _ in repeat(None, rounds):
            run(deque(waits(sends_each) for _ in range(wanted.tasks)))
        return rounds * sends

    runs = count_runs(connected(task)[1]) / sends
    bench.report(
        gross,
        baseline,
        schedulerNs=bench.measured(scheduler),
        schedulerRuns=lambda gross_ns, baseline_ns: runs,
    )
