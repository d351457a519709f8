"""Generators that take turns, once a form, because `for` and `yield from` are syntax."""

from itertools import repeat


def turn(number):
    """Gives its number at each turn, for ever."""
    while True:
        yield number


def waits(times):
    for _ in repeat(None, times):
        yield


def wait_until_ready():
    yield


def write_fully_by_loop(connection, left_bytes):
    while left_bytes > 0:
        for _ in wait_until_ready():
            yield
        left_bytes -= connection.send_some(left_bytes)


def task_by_loop(connection, task_bytes):
    for _ in write_fully_by_loop(connection, task_bytes):
        yield


def write_fully_by_yield_from(connection, left_bytes):
    while left_bytes > 0:
        yield from wait_until_ready()
        left_bytes -= connection.send_some(left_bytes)


def task_by_yield_from(connection, task_bytes):
    yield from write_fully_by_yield_from(connection, task_bytes)
