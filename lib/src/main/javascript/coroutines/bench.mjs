// What every program in JavaScript shares: its arguments, its clock, and the lines it prints
// (lib/docs/subjects.md). A work is a function of the number of operations wanted; it answers
// {ns, done}: how long it took and how many operations it did. An async one promises that.
import { writeSync } from 'node:fs';

const REPETITIONS = { most: 9, fewest: 5, ns: 3e6, allNs: 150e6 };
const WARM_UP_NS = 120e6; // the engine compiles a function only when it has run for a while

export function now() {
  return performance.now() * 1e6;
}

// What a visit is asked for. A factor that the workload does not have keeps its default.
function options([workload, ...words]) {
  const wanted = {
    workload,
    subject: '',
    seed: 1,
    coroutines: 10,
    disks: 10,
    nodes: 1023,
    stages: 4,
    tasks: 10,
    taskBytes: 1e6,
    sendBytes: 800,
  };
  for (let i = 0; i + 1 < words.length; i += 2) {
    const name = words[i].slice(2).replace(/-./g, (hyphened) => hyphened[1].toUpperCase());
    wanted[name] = typeof wanted[name] === 'number' ? whole(words[i], words[i + 1]) : words[i + 1];
  }
  return wanted;
}

function whole(option, text) {
  if (!/^-?\d+$/.test(text)) {
    giveUp(`${option} wants a whole number, not '${text}'`);
  }
  return Number(text);
}

function giveUp(why) {
  writeSync(2, `${why}\n`);
  process.exit(1);
}

// Ends the program if what was computed is wrong: such a number is worth nothing.
export function expect(computed, right, what) {
  if (computed !== right) {
    giveUp(`${what} is ${computed}, and should be ${right}`);
  }
}

// Numbers that follow from the seed alone, at least 0 and less than 1 (a generator of Lehmer's).
function random(seed) {
  let state = (seed % 2147483646) + 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

export function shuffled(items, seed) {
  const next = random(seed);
  return items
    .map((item) => ({ item, key: next() }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item);
}

export function then(value, use) {
  return value instanceof Promise ? value.then(use) : use(value);
}

// Makes a work of a function that answers, or promises, how many operations it did.
export function timed(operate) {
  return (operations) => {
    const before = now();
    return then(operate(operations), (done) => ({ ns: now() - before, done }));
  };
}

// So many operations as last about one repetition, once the work is warm. The quicker of two tries
// counts: an interruption must not make a batch of next to nothing.
async function batch(work) {
  const started = now();
  for (let operations = 1; ; ) {
    const [one, { ns: otherNs, done }] = [await work(operations), await work(operations)];
    const ns = Math.min(one.ns, otherNs);
    if (ns < REPETITIONS.ns / 2) {
      operations = Math.max(operations, done) * 2;
    } else if (now() - started < WARM_UP_NS) {
      operations = Math.ceil((done * REPETITIONS.ns) / ns);
    } else {
      return Math.ceil((done * REPETITIONS.ns) / ns);
    }
  }
}

async function perOperation(work, operations) {
  const { ns, done } = await work(operations);
  return ns / done;
}

// Nine, or fewer where one takes long: a workload may be larger than a batch.
async function repetitions(gross, operations) {
  const { ns } = await gross(operations);
  return Math.min(REPETITIONS.most, Math.max(REPETITIONS.fewest, REPETITIONS.allNs / ns));
}

// Measures two works in turn and prints one observation a repetition. `more` has further keys,
// each with a function of grossNs and baselineNs that answers or promises its value.
export async function report(gross, baseline, more = {}) {
  const bareOperations = await batch(baseline);
  const operations = await batch(gross);
  const count = await repetitions(gross, operations);
  for (let i = 0; i < count; i++) {
    const baselineNs = await perOperation(baseline, bareOperations);
    const grossNs = await perOperation(gross, operations);
    const values = { estimateNs: grossNs - baselineNs, grossNs, baselineNs };
    for (const [key, value] of Object.entries(more)) {
      values[key] = await value(grossNs, baselineNs);
    }
    const pairs = Object.entries(values).map(([key, value]) => `${key}=${value.toPrecision(6)}`);
    writeSync(1, `observation ${pairs.join(' ')}\n`);
  }
  writeSync(1, 'done\n');
}

// A further key: a work of its own, timed beside each observation.
export async function measured(work) {
  const operations = await batch(work);
  return () => perOperation(work, operations);
}

// A further key: the cost as a multiple of the baseline's.
export function relative(grossNs, baselineNs) {
  return grossNs / baselineNs;
}

// Two, since a place that has called several functions has none of them inlined.
const EMPTY = [() => {}, () => {}];

// The time of a call.
export const calls = timed((operations) => {
  for (let i = 0; i < operations; i++) {
    EMPTY[i & 1]();
  }
  return operations;
});

// Finds the case that is asked for and measures it: the main of every program. A case is a
// function of the options, under its workload and subject.
export async function main(cases) {
  const wanted = options(process.argv.slice(2));
  const measure = cases[wanted.subject]?.[wanted.workload];
  if (measure === undefined) {
    giveUp(`this program has no subject '${wanted.subject}' that does '${wanted.workload}'`);
  }
  await measure(wanted);
}
