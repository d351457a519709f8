"""Coroutines by `async` and `await`, on a scheduler of our own or on the library's."""

import asyncio
from itertools import repeat
from types import coroutine

import bench
import on_asyncio
import tasks


@coroutine
def give(number):
    """The only way down from `async def` to whoever calls `send`: an old generator."""
    yield number


async def turn(number):
    """Gives its number at each turn, for ever."""
    while True:
        await give(number)


async def waits(times):
    for _ in repeat(None, times):
        await asyncio.sleep(0)


async def wait_until_ready():
    await asyncio.sleep(0)


async def write_fully(connection, left_bytes):
    while left_bytes > 0:
        await wait_until_ready()
        left_bytes -= connection.send_some(left_bytes)


async def task(connection, task_bytes):
    await write_fully(connection, task_bytes)


CASES = {
    ("coroutine-yield", "python-async"): lambda wanted: tasks.coroutine_yield(wanted, turn),
    ("coroutine-yield", "python-asyncio"): on_asyncio.coroutine_yield,
    ("write-fully", "python-async"): lambda wanted: tasks.write_fully(wanted, task, waits),
    ("write-fully", "python-asyncio"): lambda wanted: on_asyncio.write_fully(wanted, task, waits),
}

if __name__ == "__main__":
    bench.main(CASES)
