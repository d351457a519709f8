// Workloads in which one consumer takes items from a generator. Each measure is given the module
// that has the generators and the consumer, so that every form is measured in the same way.
import * as bench from './bench.mjs';

// A longer tower is played only so far: its first 2^m - 1 moves are those of m disks, as deep in
// the recursion on average as all of its moves are.
const PLAYED_DISKS = 12;

export async function sequenceSum(items) {
  const right = (count) => (count * (count + 1)) / 2;
  const gross = bench.timed((count) =>
    bench.then(
      items.total(1, () => items.countDown(count)),
      (sum) => {
        bench.expect(sum, right(count), 'the sum');
        return count;
      },
    ),
  );
  const baseline = bench.timed((count) => {
    let sum = 0;
    for (let number = count; number > 0; number--) {
      sum += number;
    }
    bench.expect(sum, right(count), 'the sum');
    return count;
  });
  await bench.report(gross, baseline, { callNs: await bench.measured(bench.calls) });
}

// Makes a work of `total`, which is given how often to do `count` operations whose sum is `right`.
function whole(total, count, right) {
  return bench.timed((operations) => {
    const times = Math.ceil(operations / count);
    return bench.then(total(times), (sum) => {
      bench.expect(sum, times * right, 'the sum of all items');
      return times * count;
    });
  });
}

// The same for the baselines: `recur` is given a callback.
function totalCalled(times, recur) {
  let sum = 0;
  for (let i = 0; i < times; i++) {
    recur((item) => {
      sum += item;
    });
  }
  return sum;
}

function hanoiCalled(disks, start, goal, spare, callback) {
  if (disks === 0) {
    return;
  }
  hanoiCalled(disks - 1, start, spare, goal, callback);
  callback(disks, start, goal);
  hanoiCalled(disks - 1, spare, goal, start, callback);
}

function tower(items, disks, played) {
  let moves = items.moves(played, 0, 2, 1);
  for (let level = played; level < disks; level++) {
    moves = items.passedOn(moves);
  }
  return moves;
}

export async function hanoi(items, { disks }) {
  const played = Math.min(disks, PLAYED_DISKS);
  const count = 2 ** played - 1;
  const right = 2 ** (played + 1) - played - 2;
  const recur = (callback) => hanoiCalled(played, 0, 2, 1, callback);
  await bench.report(
    whole((times) => items.total(times, () => tower(items, disks, played)), count, right),
    whole((times) => totalCalled(times, recur), count, right),
    { relative: bench.relative },
  );
}

// A balanced tree of all values from low to high - 1, null if there are none.
function balanced(low, high) {
  if (low === high) {
    return null;
  }
  const value = (low + high) >> 1;
  return { left: balanced(low, value), value, right: balanced(value + 1, high) };
}

function walkCalled(node, callback) {
  if (node === null) {
    return;
  }
  walkCalled(node.left, callback);
  callback(node.value);
  walkCalled(node.right, callback);
}

export async function treeWalk(items, { nodes }) {
  const root = balanced(0, nodes);
  const right = (nodes * (nodes - 1)) / 2;
  const recur = (callback) => walkCalled(root, callback);
  await bench.report(
    whole((times) => items.total(times, () => items.values(root)), nodes, right),
    whole((times) => totalCalled(times, recur), nodes, right),
    { relative: bench.relative },
  );
}

// Two, taken in turn, since a place that has called several functions has none of them inlined.
const ADDERS = [(item) => item + 1, (item) => 1 + item];

function totalAdded(count, adders) {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    let item = i;
    for (let stage = 0; stage < adders.length; stage++) {
      item = adders[stage](item);
    }
    sum += item;
  }
  return sum;
}

function chain(items, count, stages) {
  let last = items.countUp(count);
  for (let i = 0; i < stages; i++) {
    last = items.plusOne(last);
  }
  return last;
}

export async function pipeline(items, { stages }) {
  const adders = Array.from({ length: stages }, (_, stage) => ADDERS[stage % ADDERS.length]);
  totalAdded(1, ADDERS); // so that it has called both, however many stages there are
  const checked = (count) => (sum) => {
    bench.expect(sum, (count * (count - 1)) / 2 + count * stages, 'the sum of all items');
    return count;
  };
  await bench.report(
    bench.timed((count) =>
      bench.then(
        items.total(1, () => chain(items, count, stages)),
        checked(count),
      ),
    ),
    bench.timed((count) => checked(count)(totalAdded(count, adders))),
  );
}
