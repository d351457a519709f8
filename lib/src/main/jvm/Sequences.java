import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongConsumer;

/** Sequences without recursion, as every form of generator does them. */
final class Sequences {

  private Sequences() {}

  static void countdown(long from, LongConsumer emit) {
    for (long i = from; i > 0; i--) {
      emit.accept(i);
    }
  }

  private static long sumTo(long n) {
    return n * (n + 1) / 2;
  }

  /** Measures items that are counted down and added up. */
  static void measureSum(Generator.Form form) {
    Bench.report(
        items -> {
          long sum = 0;
          try (Generator counted = form.of(emit -> countdown(items, emit))) {
            while (counted.next()) {
              sum += counted.item();
            }
          }
          Bench.expect(sum, sumTo(items), "the sum");
          return items;
        },
        items -> {
          long sum = 0;
          for (long i = items; i > 0; i--) {
            sum += i;
          }
          Bench.expect(sum, sumTo(items), "the baseline's sum");
          return items;
        },
        Bench.withCall());
  }

  /** Is told not to be inlined on the command line. */
  static long addOne(long item) {
    return item + 1;
  }

  /** Measures as many generators as there are stages; the first adds 1 to what it counts. */
  static void measurePipeline(Generator.Form form, int stages) {
    Bench.report(
        items -> {
          Bench.expect(through(form, stages, items), sumTo(items) + items * stages, "the sum");
          return items;
        },
        items -> {
          long sum = 0;
          for (long i = items; i > 0; i--) {
            long item = i;
            for (int stage = 0; stage < stages; stage++) {
              item = addOne(item);
            }
            sum += item;
          }
          Bench.expect(sum, sumTo(items) + items * stages, "the baseline's sum");
          return items;
        },
        (grossNs, baselineNs) -> "");
  }

  private static long through(Generator.Form form, int stages, long items) {
    Deque<Generator> chain = new ArrayDeque<>();
    chain.push(form.of(emit -> countdown(items, item -> emit.accept(item + 1))));
    while (chain.size() < stages) {
      Generator source = chain.element();
      chain.push(form.of(emit -> oneMore(source, emit)));
    }
    long sum = 0;
    Generator last = chain.element();
    while (last.next()) {
      sum += last.item();
    }
    chain.forEach(Generator::close);
    return sum;
  }

  private static void oneMore(Generator source, LongConsumer emit) {
    while (source.next()) {
      emit.accept(source.item() + 1);
    }
  }
}
