using System;
using System.Runtime.CompilerServices;

/// <summary>To which some bytes at a time can be sent, as to a socket that does not
/// block.</summary>
sealed class Connection
{
    readonly int sendBytes;

    public Connection(int sendBytes)
    {
        this.sendBytes = sendBytes;
    }

    public long SentBytes { get; private set; }

    /// <summary>Sends, and answers how many bytes.</summary>
    public int SendSome(int leftBytes)
    {
        int bytes = Math.Min(leftBytes, sendBytes);
        SentBytes += bytes;
        return bytes;
    }

    /// <summary>A task that never has to wait: the baseline.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void WriteAtOnce(Connection connection, int bytes)
    {
        WriteFullyAtOnce(connection, bytes);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void WriteFullyAtOnce(Connection connection, int leftBytes)
    {
        while (leftBytes > 0)
        {
            WaitForNothing();
            leftBytes -= connection.SendSome(leftBytes);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void WaitForNothing()
    {
    }
}
