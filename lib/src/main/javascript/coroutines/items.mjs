// Generators. An item goes through every level between its `yield` and the consumer.

export function* countDown(number) {
  for (; number > 0; number--) {
    yield number;
  }
}

export function* countUp(end) {
  for (let number = 0; number < end; number++) {
    yield number;
  }
}

export function* plusOne(items) {
  for (const item of items) {
    yield item + 1;
  }
}

export function* moves(disks, start, goal, spare) {
  if (disks === 0) {
    return;
  }
  yield* moves(disks - 1, start, spare, goal);
  yield disks;
  yield* moves(disks - 1, spare, goal, start);
}

export function* passedOn(items) {
  yield* items;
}

export function* values(node) {
  if (node === null) {
    return;
  }
  yield* values(node.left);
  yield node.value;
  yield* values(node.right);
}

// The sum of all items of so many generators, each of which `start` makes.
export function total(times, start) {
  let sum = 0;
  for (let i = 0; i < times; i++) {
    for (const item of start()) {
      sum += item;
    }
  }
  return sum;
}
