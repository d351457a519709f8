using System;
using System.Collections.Generic;

/// <summary>Iterators and async methods of C#, as subjects: the same program on each
/// runtime.</summary>
static class Program
{
    static readonly Dictionary<string, Action<Options>> Iterators = new Dictionary<string, Action<Options>>
    {
        ["coroutine-yield"] = IteratorTasks.CoroutineYield,
        ["sequence-sum"] = Sequences.SequenceSum,
        ["hanoi"] = Sequences.Hanoi,
        ["tree-walk"] = Sequences.TreeWalk,
        ["pipeline"] = Sequences.Pipeline,
        ["write-fully"] = options => WriteFully.Measure(options, new IteratorTasks()),
    };

    static readonly Dictionary<string, Action<Options>> Asyncs = new Dictionary<string, Action<Options>>
    {
        ["coroutine-yield"] = options => new AsyncTasks().CoroutineYield(options),
        ["write-fully"] = options => WriteFully.Measure(options, new AsyncTasks()),
    };

    static int Main(string[] words)
    {
        try
        {
            var options = new Options(words);
            Measure(options)(options);
            return 0;
        }
        catch (Failure failure)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }

    static Action<Options> Measure(Options options)
    {
        string subject = options.Subject;
        var cases = subject.EndsWith("-iterator") ? Iterators : subject.EndsWith("-async") ? Asyncs : null;
        if (cases == null || !cases.TryGetValue(options.Workload, out Action<Options> measure))
        {
            throw new Failure("this program has no subject '" + subject + "' that does '" + options.Workload + "'");
        }
        return measure;
    }
}
