using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

/// <summary>Workloads in which one consumer takes items from an iterator.</summary>
static class Sequences
{
    // A longer tower is played only so far: its first 2^m - 1 moves are those of m disks, as deep
    // in the recursion on average as all of its moves are.
    const int MostPlayedDisks = 14;

    public static void SequenceSum(Options options)
    {
        Work gross = items => Checked(items, Items.Total(Items.CountDown(items)));
        Work baseline = items =>
        {
            long sum = 0;
            for (long number = items; number > 0; number--)
            {
                sum += number;
            }
            return Checked(items, sum);
        };
        Bench.ReportWith("callNs", Bench.Calls, gross, baseline);
    }

    static long Checked(long items, long sum)
    {
        Bench.Expect(sum, items * (items + 1) / 2, "the sum");
        return items;
    }

    public static void Hanoi(Options options)
    {
        int played = Math.Min(options.Disks, MostPlayedDisks);
        long count = (1L << played) - 1;
        long right = (2L << played) - played - 2;
        Work gross = Bench.Repeated(
            count,
            () => Bench.Expect(Items.Total(Tower(options.Disks, played)), right, "the sum of all moves"));
        Work baseline = Bench.Repeated(
            count,
            () =>
            {
                long sum = 0;
                Move(played, 0, 2, 1, (disk, start, goal) => sum += disk);
                Bench.Expect(sum, right, "the sum of all moves");
            });
        Bench.ReportRelative(gross, baseline);
    }

    static IEnumerable<long> Tower(int disks, int played)
    {
        IEnumerable<long> moves = Items.Moves(played, 0, 2, 1);
        for (int level = played; level < disks; level++)
        {
            moves = Items.PassedOn(moves);
        }
        return moves;
    }

    static void Move(int disks, int start, int goal, int spare, Action<int, int, int> callback)
    {
        if (disks == 0)
        {
            return;
        }
        Move(disks - 1, start, spare, goal, callback);
        callback(disks, start, goal);
        Move(disks - 1, spare, goal, start, callback);
    }

    public static void TreeWalk(Options options)
    {
        long nodes = options.Nodes;
        long right = nodes * (nodes - 1) / 2;
        Node tree = Node.Balanced(0, nodes);
        Work gross = Bench.Repeated(
            nodes, () => Bench.Expect(Items.Total(Items.Values(tree)), right, "the sum of all nodes"));
        Work baseline = Bench.Repeated(
            nodes,
            () =>
            {
                long sum = 0;
                Node.Walk(tree, value => sum += value);
                Bench.Expect(sum, right, "the sum of all nodes");
            });
        Bench.ReportRelative(gross, baseline);
    }

    public static void Pipeline(Options options)
    {
        int stages = options.Stages;
        Work gross = items =>
        {
            IEnumerable<long> chain = Items.CountUp(items);
            for (int stage = 0; stage < stages; stage++)
            {
                chain = Items.PlusOne(chain);
            }
            return Checked(items, stages, Items.Total(chain));
        };
        Work baseline = items =>
        {
            long sum = 0;
            for (long i = 0; i < items; i++)
            {
                long item = i;
                for (int stage = 0; stage < stages; stage++)
                {
                    item = PlusOne(item);
                }
                sum += item;
            }
            return Checked(items, stages, sum);
        };
        Bench.Report(gross, baseline, (grossNs, baselineNs) => "");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static long PlusOne(long item)
    {
        return item + 1;
    }

    static long Checked(long items, int stages, long sum)
    {
        Bench.Expect(sum, items * (items - 1) / 2 + items * stages, "the sum of all items");
        return items;
    }
}
