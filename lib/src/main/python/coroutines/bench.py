"""What every program in Python shares: its arguments, its clock, and the lines it prints.

See lib/docs/subjects.md. A *work* is a function of the number of operations wanted that answers
the ns that it took and how many operations it did.
"""

import argparse
import functools
import sys
import time
from itertools import repeat

MOST_REPETITIONS = 9
FEWEST_REPETITIONS = 5
REPETITION_NS = 3_000_000
ALL_REPETITIONS_NS = 150_000_000

clock_ns = time.perf_counter_ns


def options(words):
    """What a visit is asked for; a factor that the workload does not have keeps its default."""
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("workload")
    parser.add_argument("--subject", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--coroutines", type=int, default=10)
    parser.add_argument("--disks", type=int, default=10)
    parser.add_argument("--nodes", type=int, default=1023)
    parser.add_argument("--stages", type=int, default=4)
    parser.add_argument("--tasks", type=int, default=10)
    parser.add_argument("--task-bytes", type=int, default=1_000_000)
    parser.add_argument("--send-bytes", type=int, default=800)
    return parser.parse_known_args(words)[0]


def expect(computed, right, what):
    """Ends the program if what was computed is wrong: such a number is worth nothing."""
    if computed != right:
        sys.exit(f"{what} is {computed}, and should be {right}")


def timed(function):
    """Makes a work of a function that does so many operations and answers how many it did."""

    @functools.wraps(function)
    def work(operations):
        before = clock_ns()
        done = function(operations)
        return clock_ns() - before, done

    return work


def batch(work):
    """So many operations as last about one repetition. This is the warming up, too. The quicker
    of two tries counts: an interruption must not make a batch of next to nothing."""
    operations = 1
    while True:
        taken_ns, done = min(work(operations), work(operations))
        if taken_ns >= REPETITION_NS / 2:
            return max(1, int(done * REPETITION_NS / taken_ns))
        operations = max(operations, done) * 2


def repetitions(works):
    """Nine, or fewer where one takes long: a workload may be larger than a batch."""
    once_ns = sum(work(operations)[0] for work, operations in works)
    affordable = int(ALL_REPETITIONS_NS / once_ns)
    return min(MOST_REPETITIONS, max(FEWEST_REPETITIONS, affordable))


def report(gross, baseline, **more):
    """Measures two works in turn and prints one observation a repetition.

    `more` are further keys, each with a function of grossNs and baselineNs that answers its value.
    """
    works = [(work, batch(work)) for work in (baseline, gross)]
    for _ in repeat(None, repetitions(works)):
        baseline_ns, gross_ns = (per_operation(*work) for work in works)
        values = {
            "estimateNs": gross_ns - baseline_ns,
            "grossNs": gross_ns,
            "baselineNs": baseline_ns,
            **{key: value(gross_ns, baseline_ns) for key, value in more.items()},
        }
        print("observation", *(f"{key}={value:.6g}" for key, value in values.items()), flush=True)
    print("done", flush=True)


def per_operation(work, operations):
    """The ns that one operation of a work takes."""
    taken_ns, done = work(operations)
    return taken_ns / done


def measured(work):
    """A further key: a work of its own, timed beside each observation."""
    operations = batch(work)
    return lambda gross_ns, baseline_ns: per_operation(work, operations)


def relative(gross_ns, baseline_ns):
    """A further key: the cost as a multiple of the baseline's."""
    return gross_ns / baseline_ns


def empty_call():
    """Does nothing."""


@timed
def calls(operations):
    """The time of a call: the interpreter never inlines one."""
    for _ in repeat(None, operations):
        empty_call()
    return operations


def main(cases):
    """Finds the case that is asked for and measures it: the main of every program.

    A case is a function of the options, under its workload and subject.
    """
    wanted = options(sys.argv[1:])
    case = cases.get((wanted.workload, wanted.subject))
    if case is None:
        sys.exit(f"this program has no subject '{wanted.subject}' that does '{wanted.workload}'")
    case(wanted)
