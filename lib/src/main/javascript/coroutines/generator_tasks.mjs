// Generators that take turns on a scheduler of our own.
import * as bench from './bench.mjs';
import * as tasks from './tasks.mjs';

function* turn(number) {
  for (;;) {
    yield number;
  }
}

export async function coroutineYield({ coroutines, seed }) {
  const numbers = bench.shuffled([...Array(coroutines).keys()], seed);
  const inMemory = numbers.map((_, number) => turn(number));
  const ring = numbers.map((number) => inMemory[number]);
  const given = [...ring, ...ring].map((coroutine) => coroutine.next().value);
  bench.expect(given.join(), [...numbers, ...numbers].join(), 'the order of turns');
  const gross = bench.timed((yields) => {
    for (let i = 0, at = 0; i < yields; i++, at = at + 1 === coroutines ? 0 : at + 1) {
      ring[at].next();
    }
    return yields;
  });
  const baseline = bench.timed((yields) => {
    for (let i = 0, at = 0; i < yields; i++, at = at + 1 === coroutines ? 0 : at + 1) {
      // nothing
    }
    return yields;
  });
  await bench.report(gross, baseline, { callNs: await bench.measured(bench.calls) });
}

// Round robin: runs all to their ends, each in its turn, and answers how often it ran one.
function roundRobin(ready) {
  let runs = 0;
  while (ready.length > 0) {
    let kept = 0;
    for (const task of ready) {
      runs++;
      if (!task.next().done) {
        ready[kept++] = task;
      }
    }
    ready.length = kept;
  }
  return runs;
}

function* waits(times) {
  for (let i = 0; i < times; i++) {
    yield;
  }
}

function* waitUntilReady() {
  yield;
}

function* writeFullyInTurns(connection, leftBytes) {
  while (leftBytes > 0) {
    yield* waitUntilReady();
    leftBytes -= connection.sendSome(leftBytes);
  }
}

function* task(connection, bytes) {
  yield* writeFullyInTurns(connection, bytes);
}

export async function writeFully(wanted) {
  let runs = 0;
  await tasks.writeFully(wanted, {
    task,
    waits,
    run: (starts) => {
      runs = roundRobin(starts.map((start) => start()));
    },
    countedRuns: (act) => {
      act();
      return runs;
    },
  });
}
