package org.switchlab.claim;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.switchlab.counter.Level;
import org.switchlab.estimate.CountCurve;
import org.switchlab.estimate.CountUnit;
import org.switchlab.estimate.EventCurves;
import org.switchlab.sample.Variant;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/**
 * One event without and with switches, over array size, at one stride.
 *
 * @param strideBytes the stride, in bytes
 * @param sizesBytes the sizes counted in both flows, in bytes, rising
 * @param single the count without switches at each size
 * @param switched the count with switches at each size
 * @param unit what a count is divided by
 */
record Contrast(
    long strideBytes,
    List<Long> sizesBytes,
    List<Estimate> single,
    List<Estimate> switched,
    CountUnit unit) {

  /** Per message. */
  static Contrast of(EventCurves curves, Level level, long strideBytes) {
    return of(curves, level, strideBytes, CountUnit.PER_MESSAGE);
  }

  static Contrast of(EventCurves curves, Level level, long strideBytes, CountUnit unit) {
    CountCurve single = curves.curve(level, strideBytes, Variant.SINGLE, unit);
    CountCurve switched = curves.curve(level, strideBytes, Variant.PAIR, unit);
    List<Long> both = single.sizesBytes().stream().filter(switched.sizesBytes()::contains).toList();
    return new Contrast(strideBytes, both, at(single, both), at(switched, both), unit);
  }

  private static List<Estimate> at(CountCurve curve, List<Long> sizesBytes) {
    return sizesBytes.stream()
        .map(bytes -> curve.values().get(curve.sizesBytes().indexOf(bytes)))
        .toList();
  }

  boolean isEmpty() {
    return sizesBytes.isEmpty();
  }

  long bytes(int index) {
    return sizesBytes.get(index);
  }

  /** The sizes above {@code low}, up to and with {@code high} bytes, as indices. */
  List<Integer> between(long low, long high) {
    return IntStream.range(0, sizesBytes.size())
        .filter(i -> bytes(i) > low && bytes(i) <= high)
        .boxed()
        .toList();
  }

  /** The sizes above {@code low} bytes, as indices. */
  List<Integer> above(long low) {
    return between(low, Long.MAX_VALUE);
  }

  /** Whether the count with switches is above the one without. */
  Outcome switchAbove(int index) {
    return Kleene.above(switched.get(index), single.get(index));
  }

  /** How many more with switches than without. */
  Estimate excess(int index) {
    return switched.get(index).minus(single.get(index));
  }

  /** The sizes among {@code indices} at which {@code question} is refuted, or {@code none}. */
  String exceptions(List<Integer> indices, Function<Integer, Outcome> question) {
    List<String> sizes =
        indices.stream()
            .filter(i -> question.apply(i) == Outcome.REFUTED)
            .map(i -> Units.bytes(bytes(i)))
            .toList();
    return sizes.isEmpty() ? "none" : String.join(", ", sizes);
  }

  /** For instance {@code 17.2 [16.9, 17.8] with switches, 3.10 without, at 32 KiB}. */
  String show(int index) {
    return "%s with switches, %s without %s, at %s"
        .formatted(
            Intervals.show(switched.get(index)),
            Intervals.show(single.get(index)),
            unit.words(),
            Units.bytes(bytes(index)));
  }
}
