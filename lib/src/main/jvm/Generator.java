import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Items that another flow of control makes, one after another, as they are asked for. */
interface Generator extends AutoCloseable {

  /** Goes on to the next item; false if there is none. */
  boolean next();

  /** The item that {@link #next} went to. */
  long item();

  /** Ends the other flow, if items are left. */
  @Override
  void close();

  /** One way of having another flow of control. */
  interface Form {

    /** {@code body} hands over each item to the consumer that it is given. */
    Generator of(Consumer<LongConsumer> body);
  }
}
