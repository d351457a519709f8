using System.Collections.Generic;

/// <summary>Iterators. An item goes through every level between its yield and the
/// consumer.</summary>
static class Items
{
    public static IEnumerable<long> CountDown(long number)
    {
        for (; number > 0; number--)
        {
            yield return number;
        }
    }

    public static IEnumerable<long> CountUp(long end)
    {
        for (long number = 0; number < end; number++)
        {
            yield return number;
        }
    }

    public static IEnumerable<long> PlusOne(IEnumerable<long> items)
    {
        foreach (long item in items)
        {
            yield return item + 1;
        }
    }

    public static IEnumerable<long> Moves(int disks, int start, int goal, int spare)
    {
        if (disks == 0)
        {
            yield break;
        }
        foreach (long disk in Moves(disks - 1, start, spare, goal))
        {
            yield return disk;
        }
        yield return disks;
        foreach (long disk in Moves(disks - 1, spare, goal, start))
        {
            yield return disk;
        }
    }

    /// <summary>The same items from one level of recursion further down.</summary>
    public static IEnumerable<long> PassedOn(IEnumerable<long> items)
    {
        foreach (long item in items)
        {
            yield return item;
        }
    }

    public static IEnumerable<long> Values(Node node)
    {
        if (node == null)
        {
            yield break;
        }
        foreach (long value in Values(node.Left))
        {
            yield return value;
        }
        yield return node.Value;
        foreach (long value in Values(node.Right))
        {
            yield return value;
        }
    }

    public static long Total(IEnumerable<long> items)
    {
        long sum = 0;
        foreach (long item in items)
        {
            sum += item;
        }
        return sum;
    }
}
