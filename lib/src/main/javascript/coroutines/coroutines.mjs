// Generators and async functions of JavaScript, as subjects.
import * as asyncItems from './async_items.mjs';
import * as asyncTasks from './async_tasks.mjs';
import * as bench from './bench.mjs';
import * as generatorTasks from './generator_tasks.mjs';
import * as items from './items.mjs';
import * as sequences from './sequences.mjs';

function cases(items, tasks) {
  return {
    'coroutine-yield': tasks.coroutineYield,
    'sequence-sum': () => sequences.sequenceSum(items),
    hanoi: (wanted) => sequences.hanoi(items, wanted),
    'tree-walk': (wanted) => sequences.treeWalk(items, wanted),
    pipeline: (wanted) => sequences.pipeline(items, wanted),
    'write-fully': tasks.writeFully,
  };
}

await bench.main({
  'js-generator': cases(items, generatorTasks),
  'js-async': cases(asyncItems, asyncTasks),
});
