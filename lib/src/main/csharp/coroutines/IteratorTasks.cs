using System.Collections.Generic;
using System.Linq;

/// <summary>Iterators that take turns on a scheduler of our own.</summary>
sealed class IteratorTasks : WriteFully.IForm
{
    static IEnumerator<int> Turn(int number)
    {
        while (true)
        {
            yield return number;
        }
    }

    public static void CoroutineYield(Options options)
    {
        int[] numbers = options.Shuffled(Enumerable.Range(0, options.Coroutines));
        IEnumerator<int>[] inMemory = Enumerable.Range(0, numbers.Length).Select(Turn).ToArray();
        IEnumerator<int>[] ring = numbers.Select(number => inMemory[number]).ToArray();
        int at = 0;
        Work gross = yields =>
        {
            int next = at;
            for (long i = 0; i < yields; i++)
            {
                ring[next].MoveNext();
                next = next + 1 == ring.Length ? 0 : next + 1;
            }
            at = next;
            return yields;
        };
        Work baseline = yields =>
        {
            int next = at;
            for (long i = 0; i < yields; i++)
            {
                next = next + 1 == ring.Length ? 0 : next + 1;
            }
            at = next;
            return yields;
        };
        gross(2L * ring.Length);
        bool inTurn = ring.Select(coroutine => coroutine.Current).SequenceEqual(numbers);
        Bench.Expect(inTurn ? 1 : 0, 1, "whether all have had a turn");
        Bench.ReportWith("callNs", Bench.Calls, gross, baseline);
    }

    public long Write(Connection[] connections, int bytes)
    {
        return RoundRobin(connections.Select(connection => Task(connection, bytes)).ToArray());
    }

    public void Wait(int tasks, int times)
    {
        RoundRobin(Enumerable.Range(0, tasks).Select(_ => Waits(times)).ToArray());
    }

    /// <summary>Runs all to their ends, each in its turn, and answers how often it ran
    /// one.</summary>
    static long RoundRobin(IEnumerator<int>[] tasks)
    {
        long runs = 0;
        for (int ready = tasks.Length; ready > 0;)
        {
            int kept = 0;
            for (int i = 0; i < ready; i++)
            {
                if (tasks[i].MoveNext())
                {
                    tasks[kept++] = tasks[i];
                }
            }
            runs += ready;
            ready = kept;
        }
        return runs;
    }

    static IEnumerator<int> Waits(int times)
    {
        for (int i = 0; i < times; i++)
        {
            yield return 0;
        }
    }

    static IEnumerable<int> WaitUntilReady()
    {
        yield return 0;
    }

    static IEnumerable<int> WriteAll(Connection connection, int leftBytes)
    {
        while (leftBytes > 0)
        {
            foreach (int turn in WaitUntilReady())
            {
                yield return turn;
            }
            leftBytes -= connection.SendSome(leftBytes);
        }
    }

    static IEnumerator<int> Task(Connection connection, int bytes)
    {
        foreach (int turn in WriteAll(connection, bytes))
        {
            yield return turn;
        }
    }
}
