using System;

/// <summary>A queue of what is to go on. The library's own is in another assembly on .NET than on
/// Mono, so that one compiled program could not use it on both.</summary>
sealed class Ring
{
    Action[] places = new Action[16]; // as many as a power of two
    int first;

    public int Count { get; private set; }

    public void Add(Action last)
    {
        if (Count == places.Length)
        {
            Grow();
        }
        places[(first + Count) & (places.Length - 1)] = last;
        Count++;
    }

    public Action Take()
    {
        Action taken = places[first];
        places[first] = null;
        first = (first + 1) & (places.Length - 1);
        Count--;
        return taken;
    }

    void Grow()
    {
        var more = new Action[places.Length * 2];
        for (int i = 0; i < Count; i++)
        {
            more[i] = places[(first + i) & (places.Length - 1)];
        }
        places = more;
        first = 0;
    }
}
