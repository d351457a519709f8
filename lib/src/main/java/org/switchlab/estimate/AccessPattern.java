package org.switchlab.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.switchlab.plan.Point;

/**
 * Which elements of an array a walk touches, in order, and what that means for lines and pages.
 *
 * <p>The number of touches, lines and pages does not depend on the stride; how often the walk comes
 * to another line or page does. That is what strides vary.
 *
 * @param point array and stride
 * @param lineBytes size of a cache line, in bytes
 * @param pageBytes size of a page, in bytes; the array begins at one
 * @param order indexes of the elements in the order of their touches
 */
public record AccessPattern(Point point, int lineBytes, int pageBytes, List<Integer> order) {

  /** Keeps an immutable copy. */
  public AccessPattern {
    order = List.copyOf(order);
  }

  /** The pattern of an order as the runner tells it. */
  public static AccessPattern of(Point point, int lineBytes, int pageBytes, int[] order) {
    return new AccessPattern(point, lineBytes, pageBytes, Arrays.stream(order).boxed().toList());
  }

  /** How many touches the walk makes. */
  public int touches() {
    return order.size();
  }

  /** Where the {@code touch}-th touched element is, in bytes from the beginning of the array. */
  public long offsetBytes(int touch) {
    return (long) order.get(touch) * Point.ELEMENT_BYTES;
  }

  /** The cache line it is in, counted from the beginning of the array. */
  public long line(int touch) {
    return offsetBytes(touch) / lineBytes;
  }

  /** The page it is in, counted from the beginning of the array. */
  public long page(int touch) {
    return offsetBytes(touch) / pageBytes;
  }

  /** How many lines are touched. */
  public long lines() {
    return distinct(this::line);
  }

  /** How many pages are touched. */
  public long pages() {
    return distinct(this::page);
  }

  /** How often the walk comes to a line from another one. */
  public long lineArrivals() {
    return arrivals(this::line);
  }

  /** How often the walk comes to a page from another one. */
  public long pageArrivals() {
    return arrivals(this::page);
  }

  private long distinct(TouchPlace place) {
    return IntStream.range(0, touches()).mapToLong(place::of).distinct().count();
  }

  private long arrivals(TouchPlace place) {
    return IntStream.range(0, touches())
        .filter(touch -> touch == 0 || place.of(touch) != place.of(touch - 1))
        .count();
  }

  private interface TouchPlace {
    long of(int touch);
  }

  /** Which touch each element got, by its index; -1 where it is not touched. */
  public int[] touchByIndex() {
    int[] touch = new int[Math.toIntExact(point.elements())];
    Arrays.fill(touch, -1);
    IntStream.range(0, touches()).forEach(i -> touch[order.get(i)] = i);
    return touch;
  }
}
