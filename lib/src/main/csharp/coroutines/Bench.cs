using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

/// <summary>Ends the program with a sentence: a number of a broken subject is worth
/// nothing.</summary>
sealed class Failure : Exception
{
    public Failure(string why) : base(why)
    {
    }
}

/// <summary>Does as many operations as it is told, or some more, and answers how many.</summary>
delegate long Work(long operations);

/// <summary>Measures and prints, as lib/docs/subjects.md says. Both runtimes compile a method
/// when it is first called, and just once: programs.json tells .NET so.</summary>
static class Bench
{
    const int MostRepetitions = 9;
    const int FewestRepetitions = 5;
    const double RepetitionNs = 3e6;
    const double AllRepetitionsNs = 150e6;

    public static void Expect(long computed, long right, string what)
    {
        if (computed != right)
        {
            throw new Failure(what + " is " + computed + ", and should be " + right);
        }
    }

    /// <summary>Makes a work of one that does so many operations each time.</summary>
    public static Work Repeated(long atOnce, Action act)
    {
        return operations =>
        {
            long times = (operations + atOnce - 1) / atOnce;
            for (long i = 0; i < times; i++)
            {
                act();
            }
            return times * atOnce;
        };
    }

    /// <summary>Measures two works in turn and prints one observation a repetition, with a third
    /// work's time under a name of its own.</summary>
    public static void ReportWith(string name, Work third, Work gross, Work baseline)
    {
        long operations = Batch(third);
        Report(gross, baseline, (grossNs, baselineNs) => Pair(name, OperationNs(third, operations)));
    }

    /// <summary>The same with the gross time as a multiple of the baseline's.</summary>
    public static void ReportRelative(Work gross, Work baseline)
    {
        Report(gross, baseline, (grossNs, baselineNs) => Pair("relative", grossNs / baselineNs));
    }

    /// <summary>The same with what <paramref name="more"/> makes of the two times.</summary>
    public static void Report(Work gross, Work baseline, Func<double, double, string> more)
    {
        long bareOperations = Batch(baseline);
        long operations = Batch(gross);
        double onceNs = OperationNs(gross, operations) * operations;
        int affordable = (int)Math.Min(MostRepetitions, AllRepetitionsNs / onceNs);
        for (int i = 0; i < Math.Max(FewestRepetitions, affordable); i++)
        {
            double baselineNs = OperationNs(baseline, bareOperations);
            double grossNs = OperationNs(gross, operations);
            Console.WriteLine(
                "observation" + Pair("estimateNs", grossNs - baselineNs) + Pair("grossNs", grossNs)
                + Pair("baselineNs", baselineNs) + more(grossNs, baselineNs));
        }
        Console.WriteLine("done");
    }

    public static string Pair(string name, double value)
    {
        return " " + name + "=" + value.ToString("F5", CultureInfo.InvariantCulture);
    }

    /// <summary>The time of a call.</summary>
    public static long Calls(long operations)
    {
        for (long i = 0; i < operations; i++)
        {
            EmptyCall();
        }
        return operations;
    }

    public static double OperationNs(Work work, long operations)
    {
        long before = Stopwatch.GetTimestamp();
        long done = work(operations);
        long ticks = Stopwatch.GetTimestamp() - before;
        return ticks * 1e9 / Stopwatch.Frequency / done;
    }

    /// <summary>So many operations as last about one repetition. This is the warming up, too. The
    /// quicker of two tries counts: neither an interruption nor the compiler's time must make a
    /// batch of next to nothing.</summary>
    public static long Batch(Work work)
    {
        for (long operations = 1; ; operations *= 2)
        {
            double operationNs = Math.Min(OperationNs(work, operations), OperationNs(work, operations));
            if (operationNs * operations >= RepetitionNs / 2)
            {
                return Math.Max(1, (long)(RepetitionNs / operationNs));
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void EmptyCall()
    {
    }
}
