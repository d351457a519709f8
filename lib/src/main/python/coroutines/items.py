"""Generators: those that pass on another's items one by one, and those that say `yield from`.

In both an item goes through every level between its `yield` and the consumer.
"""


def count_down(number):
    while number:
        yield number
        number -= 1


def count_up(end):
    number = 0
    while number < end:
        yield number
        number += 1


def plus_one(items):
    for item in items:
        yield item + 1


def moves_by_loop(disks, start, goal, spare):
    if disks == 0:
        return
    for disk in moves_by_loop(disks - 1, start, spare, goal):
        yield disk
    yield disks
    for disk in moves_by_loop(disks - 1, spare, goal, start):
        yield disk


def passed_on_by_loop(items):
    for item in items:
        yield item


def values_by_loop(node):
    if node is None:
        return
    for value in values_by_loop(node.left):
        yield value
    yield node.value
    for value in values_by_loop(node.right):
        yield value


def moves_by_yield_from(disks, start, goal, spare):
    if disks == 0:
        return
    yield from moves_by_yield_from(disks - 1, start, spare, goal)
    yield disks
    yield from moves_by_yield_from(disks - 1, spare, goal, start)


def passed_on_by_yield_from(items):
    yield from items


def values_by_yield_from(node):
    if node is None:
        return
    yield from values_by_yield_from(node.left)
    yield node.value
    yield from values_by_yield_from(node.right)
