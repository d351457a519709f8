import java.util.concurrent.SynchronousQueue;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** A generator whose body runs in a thread of its own, which hands each item over. */
final class HandedOver implements Generator {

  private static final Long END = Long.MIN_VALUE;

  private final SynchronousQueue<Long> items = new SynchronousQueue<>();
  private final Thread thread;
  private long item;

  private HandedOver(Thread.Builder threads, Consumer<LongConsumer> body) {
    thread =
        threads.start(
            () -> {
              try {
                body.accept(this::handOver);
                handOver(END);
              } catch (Abandoned noMoreWanted) {
                // The thread ends, as it is asked to.
              }
            });
  }

  /** By threads that {@code threads} makes. */
  static Form by(Thread.Builder threads) {
    return body -> new HandedOver(threads, body);
  }

  private void handOver(long next) {
    try {
      items.put(next);
    } catch (InterruptedException e) {
      throw new Abandoned();
    }
  }

  @Override
  public boolean next() {
    try {
      Long taken = items.take();
      item = taken;
      return !taken.equals(END);
    } catch (InterruptedException e) {
      throw new Abandoned();
    }
  }

  @Override
  public long item() {
    return item;
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  /** Nobody wants more items. */
  private static final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Abandoned() {
      super(null, null, false, false);
    }
  }
}
