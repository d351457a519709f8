package org.switchlab.estimate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.switchlab.plan.Point;

/**
 * Which elements of an array a walk touches, in order, and what that means for lines and pages.
 *
 * <p>The number of touches, lines and pages does not depend on the stride; how often the walk comes
 * to another line or page does. That is what strides vary.
 */
public final class AccessPattern {

  private final Point point;
  private final int lineBytes;
  private final int pageBytes;
  private final int[] order;

  /**
   * The pattern of a walk.
   *
   * @param point array and stride
   * @param lineBytes size of a cache line, in bytes
   * @param pageBytes size of a page, in bytes; the array begins at one
   * @param order indexes of the elements in the order of their touches
   */
  public AccessPattern(Point point, int lineBytes, int pageBytes, int[] order) {
    this.point = point;
    this.lineBytes = lineBytes;
    this.pageBytes = pageBytes;
    this.order = order.clone();
  }

  /** Array and stride. */
  public Point point() {
    return point;
  }

  /** Size of a cache line, in bytes. */
  public int lineBytes() {
    return lineBytes;
  }

  /** Size of a page, in bytes. */
  public int pageBytes() {
    return pageBytes;
  }

  /** How many touches the walk makes. */
  public int touches() {
    return order.length;
  }

  /** Which element the {@code touch}-th touch is of; both count from 0. */
  public int index(int touch) {
    return order[touch];
  }

  /** Where that element is, in bytes from the beginning of the array. */
  public long offsetBytes(int touch) {
    return (long) order[touch] * Point.ELEMENT_BYTES;
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
    return touchesOf().mapToLong(this::line).distinct().count();
  }

  /** How many pages are touched. */
  public long pages() {
    return touchesOf().mapToLong(this::page).distinct().count();
  }

  /** How often the walk comes to a line from another one. */
  public long lineArrivals() {
    return touchesOf().filter(i -> i == 0 || line(i) != line(i - 1)).count();
  }

  /** How often the walk comes to a page from another one. */
  public long pageArrivals() {
    return touchesOf().filter(i -> i == 0 || page(i) != page(i - 1)).count();
  }

  private IntStream touchesOf() {
    return IntStream.range(0, order.length);
  }

  /** The touch of each element: the inverse of {@link #index}; -1 of one that is not touched. */
  public int[] touchByIndex() {
    int[] touch = new int[Math.toIntExact(point.elements())];
    Arrays.fill(touch, -1);
    touchesOf().forEach(i -> touch[order[i]] = i);
    return touch;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AccessPattern that
        && point.equals(that.point)
        && lineBytes == that.lineBytes
        && pageBytes == that.pageBytes
        && Arrays.equals(order, that.order);
  }

  @Override
  public int hashCode() {
    return 31 * point.hashCode() + Arrays.hashCode(order);
  }

  @Override
  public String toString() {
    return "AccessPattern[%s, %d touches]".formatted(point, order.length);
  }
}
