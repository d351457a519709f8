// Writing fully, for every form of task: `run` is given connections, bytes for each, and how a
// task begins; it answers or promises when all have ended.
import * as bench from './bench.mjs';
import { Connection, taskAtOnce } from './connection.mjs';

// Tasks that would send more than this in all send less: a send costs the same however many follow.
const MOST_SENDS = 20000;

export async function writeFully({ tasks, taskBytes: wantedBytes, sendBytes }, form) {
  const taskBytes = Math.min(wantedBytes, Math.ceil(MOST_SENDS / tasks) * sendBytes);
  const sendsEach = Math.ceil(taskBytes / sendBytes);
  const sends = sendsEach * tasks;
  const connected = () => Array.from({ length: tasks }, () => new Connection(sendBytes));
  const expectSent = (connections) => {
    const sent = connections.reduce((sum, connection) => sum + connection.sentBytes, 0);
    bench.expect(sent, tasks * taskBytes, 'the number of bytes sent');
  };

  // A work of a function that does all sends once.
  const work = (sendAll) =>
    bench.timed((operations) => {
      const rounds = Math.ceil(operations / sends);
      return bench.then(repeated(rounds, sendAll), () => rounds * sends);
    });
  const sendAll = () => {
    const connections = connected();
    const ended = form.run(connections.map((connection) => () => form.task(connection, taskBytes)));
    return bench.then(ended, () => expectSent(connections));
  };
  const sendAtOnce = () => {
    const connections = connected();
    connections.forEach((connection) => taskAtOnce(connection, taskBytes));
    expectSent(connections);
  };
  const waitOnly = () => form.run(connected().map(() => () => form.waits(sendsEach)));

  const runs = await form.countedRuns(sendAll);
  await bench.report(work(sendAll), work(sendAtOnce), {
    schedulerNs: await bench.measured(work(waitOnly)),
    ...(runs === undefined ? {} : { schedulerRuns: () => runs / sends }),
  });
}

function repeated(times, act) {
  let last;
  for (let i = 0; i < times; i++) {
    last = last instanceof Promise ? last.then(act) : act();
  }
  return last;
}
