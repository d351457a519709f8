using System;
using System.Runtime.CompilerServices;

/// <summary>Round robin on one thread: what awaits a turn goes to the end of the queue.</summary>
sealed class Scheduler
{
    readonly Ring ready = new Ring();

    /// <summary>To await: goes on when all that are ready by now have had their turns.</summary>
    public Turn Yield()
    {
        return new Turn(ready);
    }

    /// <summary>Runs so many turns, or all there are; answers how many.</summary>
    public long Run(long most)
    {
        long runs = 0;
        for (; runs < most && ready.Count > 0; runs++)
        {
            ready.Take()();
        }
        return runs;
    }

    /// <summary>What the compiler wants to see in an await.</summary>
    public struct Turn : ICriticalNotifyCompletion
    {
        readonly Ring ready;

        public Turn(Ring ready)
        {
            this.ready = ready;
        }

        public bool IsCompleted => false;

        public Turn GetAwaiter()
        {
            return this;
        }

        public void GetResult()
        {
        }

        public void OnCompleted(Action goOn)
        {
            ready.Add(goOn);
        }

        public void UnsafeOnCompleted(Action goOn)
        {
            ready.Add(goOn);
        }
    }
}
