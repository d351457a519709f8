using System;
using System.Linq;

/// <summary>Tasks that write fully, and take turns before each send.</summary>
static class WriteFully
{
    /// <summary>How a form runs its tasks.</summary>
    public interface IForm
    {
        /// <summary>Runs to its end one task for each connection that writes so many bytes to it,
        /// and answers how often the scheduler ran.</summary>
        long Write(Connection[] connections, int bytes);

        /// <summary>The same with tasks that only wait so many times.</summary>
        void Wait(int tasks, int times);
    }

    // Tasks that would send more than this in all send less: a send costs the same however many
    // follow.
    const int MostSends = 100000;

    public static void Measure(Options options, IForm form)
    {
        int tasks = options.Tasks;
        int mostSendsEach = (MostSends + tasks - 1) / tasks;
        int bytes = (int)Math.Min(options.TaskBytes, (long)mostSendsEach * options.SendBytes);
        int sendsEach = (int)(((long)bytes + options.SendBytes - 1) / options.SendBytes);
        long sends = (long)sendsEach * tasks;
        long runs = 0;

        Action<Action<Connection[]>> connected = write =>
        {
            Connection[] connections =
                Enumerable.Range(0, tasks).Select(_ => new Connection(options.SendBytes)).ToArray();
            write(connections);
            long sentBytes = connections.Sum(connection => connection.SentBytes);
            Bench.Expect(sentBytes, (long)tasks * bytes, "the number of bytes sent");
        };
        Work gross = Bench.Repeated(
            sends, () => connected(connections => runs = form.Write(connections, bytes)));
        Work baseline = Bench.Repeated(sends, () => connected(connections =>
        {
            foreach (Connection connection in connections)
            {
                Connection.WriteAtOnce(connection, bytes);
            }
        }));
        Work scheduler = Bench.Repeated(sends, () => form.Wait(tasks, sendsEach));
        long operations = Bench.Batch(scheduler);
        Bench.Report(
            gross,
            baseline,
            (grossNs, baselineNs) =>
                Bench.Pair("schedulerNs", Bench.OperationNs(scheduler, operations))
                + Bench.Pair("schedulerRuns", (double)runs / sends));
    }
}
