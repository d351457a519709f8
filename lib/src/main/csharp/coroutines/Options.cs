using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

/// <summary>What a visit is asked for. A factor that the workload does not have keeps its
/// default.</summary>
sealed class Options
{
    readonly Dictionary<string, string> values = new Dictionary<string, string>();

    public Options(string[] words)
    {
        if (words.Length == 0)
        {
            throw new Failure("usage: coroutines WORKLOAD --subject NAME [--FACTOR VALUE]... --seed SEED");
        }
        Workload = words[0];
        for (int i = 1; i + 1 < words.Length; i += 2)
        {
            values[words[i]] = words[i + 1];
        }
    }

    public string Workload { get; }

    public string Subject => values.TryGetValue("--subject", out string name) ? name : "";

    public int Coroutines => Whole("--coroutines", 10);

    public int Disks => Whole("--disks", 10);

    public int Nodes => Whole("--nodes", 1023);

    public int Stages => Whole("--stages", 4);

    public int Tasks => Whole("--tasks", 10);

    public int TaskBytes => Whole("--task-bytes", 1000000);

    public int SendBytes => Whole("--send-bytes", 800);

    /// <summary>The same in an order that follows from the seed alone.</summary>
    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        values.TryGetValue("--seed", out string seed);
        ulong.TryParse(seed, out ulong number);
        var random = new Random((int)(number % int.MaxValue));
        return items.OrderBy(item => random.Next()).ToArray();
    }

    int Whole(string option, int missing)
    {
        if (!values.TryGetValue(option, out string text))
        {
            return missing;
        }
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value))
        {
            throw new Failure(option + " wants a whole number up to " + int.MaxValue + ", not '" + text + "'");
        }
        return value;
    }
}
