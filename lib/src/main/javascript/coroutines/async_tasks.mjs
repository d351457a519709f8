// Async functions that take turns. Their scheduler is the engine's queue of microtasks, in which
// every continuation of an `await` is one entry.
import * as v8 from 'node:v8';
import * as bench from './bench.mjs';
import * as tasks from './tasks.mjs';

// All but one take turns for ever; the first of them takes the time as well.
export async function coroutineYield({ coroutines, seed }) {
  const turns = Array(coroutines).fill(0);
  let measuring = true;
  const takeTurns = async (number) => {
    while (measuring) {
      await null;
      turns[number]++;
    }
  };
  const gross = async (operations) => {
    const rounds = Math.ceil(operations / coroutines);
    turns.fill(0);
    const before = bench.now();
    for (let i = 0; i < rounds; i++) {
      await null;
      turns[0]++;
    }
    const ns = bench.now() - before;
    expectFair(turns);
    return { ns, done: rounds * coroutines };
  };
  const baseline = bench.timed((operations) => {
    for (let i = 0, at = 0; i < operations; i++, at = at + 1 === coroutines ? 0 : at + 1) {
      turns[at]++;
    }
    return operations;
  });
  const callNs = await bench.measured(bench.calls);
  bench.shuffled([...turns.keys()].slice(1), seed).forEach(takeTurns);
  await bench.report(gross, baseline, { callNs });
  measuring = false;
}

// Where in the queue the first one begins decides whether another is one turn ahead or behind.
function expectFair(turns) {
  const uneven = turns.filter((turn) => Math.abs(turn - turns[0]) > 1);
  bench.expect(uneven.join(), '', `beside ${turns[0]} turns of one coroutine, that of others`);
}

async function waits(times) {
  for (let i = 0; i < times; i++) {
    await null;
  }
}

async function waitUntilReady() {
  await null;
}

async function writeFullyInTurns(connection, leftBytes) {
  while (leftBytes > 0) {
    await waitUntilReady();
    leftBytes -= connection.sendSome(leftBytes);
  }
}

async function task(connection, bytes) {
  await writeFullyInTurns(connection, bytes);
}

// How often a continuation runs during an async action; undefined where Node.js cannot tell.
async function countedRuns(act) {
  if (v8.promiseHooks === undefined) {
    return undefined;
  }
  let runs = 0;
  const stop = v8.promiseHooks.onBefore(() => runs++);
  await act();
  stop();
  return runs;
}

export async function writeFully(wanted) {
  await tasks.writeFully(wanted, {
    task,
    waits,
    run: (starts) => Promise.all(starts.map((start) => start())),
    countedRuns,
  });
}
