using System;

/// <summary>Of a binary tree.</summary>
sealed class Node
{
    Node(Node left, long value, Node right)
    {
        Left = left;
        Value = value;
        Right = right;
    }

    public Node Left { get; }

    public long Value { get; }

    public Node Right { get; }

    /// <summary>A balanced tree of all values from low to high - 1, null if there are
    /// none.</summary>
    public static Node Balanced(long low, long high)
    {
        if (low == high)
        {
            return null;
        }
        long middle = (low + high) / 2;
        return new Node(Balanced(low, middle), middle, Balanced(middle + 1, high));
    }

    /// <summary>Hands the values in order to a callback: the baseline of walking it.</summary>
    public static void Walk(Node node, Action<long> callback)
    {
        if (node == null)
        {
            return;
        }
        Walk(node.Left, callback);
        callback(node.Value);
        Walk(node.Right, callback);
    }
}
