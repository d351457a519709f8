import java.util.Random;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Items from within a recursion, as every form of generator does them. */
final class Recursions {

  /** Of a longer recursion no more are asked for: a visit would take seconds. */
  private static final long MOST_ITEMS = 1 << 16;

  private Recursions() {}

  /** Adds up what it is called with, the first items apart from all. */
  private static final class Sums implements LongConsumer {
    private long items;
    private long first;
    private long all;

    @Override
    public void accept(long item) {
      all += item;
      items++;
      if (items <= MOST_ITEMS) {
        first = all;
      }
    }
  }

  private static final class Sum implements LongConsumer {
    private long sum;

    @Override
    public void accept(long item) {
      sum += item;
    }
  }

  /** Measures what a generator emits against what is called back. */
  private static void report(Generator.Form form, long items, Consumer<LongConsumer> recursion) {
    Sums right = new Sums();
    recursion.accept(right);
    Bench.expect(right.items, items, "the number of items");
    long taken = Math.min(items, MOST_ITEMS);
    Bench.report(
        operations -> {
          long times = Math.max(1, operations / taken);
          for (long i = 0; i < times; i++) {
            Bench.expect(sum(form.of(recursion), taken), right.first, "the sum of the items");
          }
          return times * taken;
        },
        operations -> {
          long times = Math.max(1, operations / items);
          for (long i = 0; i < times; i++) {
            Sum sum = new Sum();
            callBack(recursion, sum);
            Bench.expect(sum.sum, right.all, "the sum of all items");
          }
          return times * items;
        },
        Bench.RELATIVE);
  }

  /** Is told not to be inlined on the command line, so that no round is left out. */
  private static void callBack(Consumer<LongConsumer> recursion, LongConsumer visit) {
    recursion.accept(visit);
  }

  private static long sum(Generator from, long most) {
    long sum = 0;
    try (from) {
      for (long i = 0; i < most && from.next(); i++) {
        sum += from.item();
      }
    }
    return sum;
  }

  /** Calls back with each move, told as one number of disk, peg from and peg to. */
  private static void hanoi(int disk, int from, int to, LongConsumer visit) {
    int by = 3 - from - to;
    if (disk > 1) {
      hanoi(disk - 1, from, by, visit);
    }
    visit.accept((long) disk << 4 | from << 2 | to);
    if (disk > 1) {
      hanoi(disk - 1, by, to, visit);
    }
  }

  static void measureHanoi(Generator.Form form, int disks) {
    report(form, (1L << disks) - 1, visit -> hanoi(disks, 0, 2, visit));
  }

  private static final class Node {
    private final long key;
    private Node left;
    private Node right;

    private Node(long key) {
      this.key = key;
    }

    private void walk(LongConsumer visit) {
      if (left != null) {
        left.walk(visit);
      }
      visit.accept(key);
      if (right != null) {
        right.walk(visit);
      }
    }
  }

  /** A balanced tree of the keys 1 to {@code count}, whose nodes lie in the order of a draw. */
  private static Node balanced(int count, Random random) {
    int[] order = random.ints(0, count).distinct().limit(count).toArray();
    Node[] nodes = new Node[count];
    for (int place : order) {
      nodes[place] = new Node(place + 1L);
    }
    return linked(nodes, 0, count);
  }

  private static Node linked(Node[] nodes, int first, int end) {
    if (first == end) {
      return null;
    }
    int middle = (first + end) >>> 1;
    Node root = nodes[middle];
    root.left = linked(nodes, first, middle);
    root.right = linked(nodes, middle + 1, end);
    return root;
  }

  static void measureTreeWalk(Generator.Form form, int nodes, Random random) {
    report(form, nodes, balanced(nodes, random)::walk);
  }
}
