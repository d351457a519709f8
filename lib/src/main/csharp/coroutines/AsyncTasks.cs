using System;
using System.Linq;
using System.Threading.Tasks;

/// <summary>Async methods that take turns on a scheduler of our own.</summary>
sealed class AsyncTasks : WriteFully.IForm
{
    readonly Scheduler scheduler = new Scheduler();

    public void CoroutineYield(Options options)
    {
        var turns = new long[options.Coroutines];
        foreach (int number in options.Shuffled(Enumerable.Range(0, turns.Length)))
        {
            TakeTurns(turns, number);
        }
        Work gross = scheduler.Run;
        Work baseline = yields =>
        {
            long next = 0;
            for (long i = 0; i < yields; i++)
            {
                next = next + 1 == turns.Length ? 0 : next + 1;
            }
            return next >= 0 ? yields : 0;
        };
        Bench.ReportWith("callNs", Bench.Calls, gross, baseline);
        Bench.Expect(turns.Max() - turns.Min() <= 1 ? 1 : 0, 1, "whether all have had equally many turns");
    }

    async void TakeTurns(long[] turns, int number)
    {
        while (true)
        {
            await scheduler.Yield();
            turns[number]++;
        }
    }

    public long Write(Connection[] connections, int bytes)
    {
        return RunAll(connections.Select(connection => WriteTask(connection, bytes)).ToArray());
    }

    public void Wait(int tasks, int times)
    {
        RunAll(Enumerable.Range(0, tasks).Select(_ => Waits(times)).ToArray());
    }

    /// <summary>Runs until all have ended, and answers how often it ran one, their first turns
    /// included, which they took when they were called.</summary>
    long RunAll(Task[] tasks)
    {
        long runs = scheduler.Run(long.MaxValue) + tasks.Length;
        Bench.Expect(tasks.Count(task => !task.IsCompleted), 0, "the number of tasks that have not ended");
        return runs;
    }

    async Task Waits(int times)
    {
        for (int i = 0; i < times; i++)
        {
            await scheduler.Yield();
        }
    }

    async Task WaitUntilReady()
    {
        await scheduler.Yield();
    }

    async Task WriteAll(Connection connection, int leftBytes)
    {
        while (leftBytes > 0)
        {
            await WaitUntilReady();
            leftBytes -= connection.SendSome(leftBytes);
        }
    }

    async Task WriteTask(Connection connection, int bytes)
    {
        await WriteAll(connection, bytes);
    }
}
