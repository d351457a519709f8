"""The same on the event loop of the library, which also looks at its sockets in every round."""

import asyncio

import bench
import tasks


def coroutine_yield(wanted):
    """All but one take turns for ever; the last of them takes the time as well."""
    loop = asyncio.new_event_loop()
    turns = [0] * wanted.coroutines
    measuring = True

    async def take_turns(number):
        while measuring:
            await asyncio.sleep(0)
            turns[number] += 1

    async def take_time(operations):
        rounds = -(-operations // wanted.coroutines)
        before = bench.clock_ns()
        for _ in range(rounds):
            await asyncio.sleep(0)
            turns[0] += 1
        return bench.clock_ns() - before, rounds * wanted.coroutines

    def gross(operations):
        turns[:] = [0] * len(turns)
        answer = loop.run_until_complete(take_time(operations))
        expect_fair(turns)
        return answer

    @bench.timed
    def baseline(operations):
        rounds = -(-operations // wanted.coroutines)
        for _ in range(rounds * wanted.coroutines):
            turns[0] += 1
        return rounds * wanted.coroutines

    others = [loop.create_task(take_turns(number)) for number in range(1, wanted.coroutines)]
    bench.report(gross, baseline, callNs=bench.measured(bench.calls))
    measuring = False
    loop.run_until_complete(asyncio.wait(others))
    loop.close()


def expect_fair(turns):
    """Starting and ending a measurement takes two rounds that the last of them does not see."""
    uneven = [turn for turn in turns if not turns[0] - 2 <= turn <= turns[0] + 2]
    bench.expect(uneven, [], f"beside {turns[0]} turns of one coroutine, that of another")


class Counting(asyncio.SelectorEventLoop):
    """An event loop that counts what it is told to run."""

    runs = 0

    def call_soon(self, callback, *arguments, **more):
        self.runs += 1
        return super().call_soon(callback, *arguments, **more)


async def all_of(coroutines):
    await asyncio.gather(*coroutines)


def write_fully(wanted, task, waits):
    loop = asyncio.new_event_loop()

    def count_runs(coroutines):
        counting = Counting()
        counting.run_until_complete(all_of(coroutines))
        counting.close()
        return counting.runs

    tasks.write_fully(
        wanted,
        task,
        waits,
        run=lambda coroutines: loop.run_until_complete(all_of(coroutines)),
        count_runs=count_runs,
    )
    loop.close()
