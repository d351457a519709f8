// Async generators: each item is promised, and goes through the engine's queue on every level.

export async function* countDown(number) {
  for (; number > 0; number--) {
    yield number;
  }
}

export async function* countUp(end) {
  for (let number = 0; number < end; number++) {
    yield number;
  }
}

export async function* plusOne(items) {
  for await (const item of items) {
    yield item + 1;
  }
}

export async function* moves(disks, start, goal, spare) {
  if (disks === 0) {
    return;
  }
  yield* moves(disks - 1, start, spare, goal);
  yield disks;
  yield* moves(disks - 1, spare, goal, start);
}

export async function* passedOn(items) {
  yield* items;
}

export async function* values(node) {
  if (node === null) {
    return;
  }
  yield* values(node.left);
  yield node.value;
  yield* values(node.right);
}

// The sum of all items of so many generators, each of which `start` makes.
export async function total(times, start) {
  let sum = 0;
  for (let i = 0; i < times; i++) {
    for await (const item of start()) {
      sum += item;
    }
  }
  return sum;
}
