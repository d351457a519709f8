package org.switchlab.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.switchlab.unit.Units;

/**
 * Sizes in bytes on a binary logarithm: a place is the power of two of the size in KiB.
 *
 * @param axisMin the lowest place in use
 * @param axisMax the highest place in use
 */
public record SizeScale(double axisMin, double axisMax) implements Scale {

  /** Room beside the first and last size, in powers of two. */
  private static final double MARGIN_OCTAVES = 0.4;

  /** A scale on which all sizes have room; from 1 KiB to 1 MiB if there are none. */
  public static SizeScale of(Collection<Long> sizesBytes) {
    double low = sizesBytes.stream().mapToLong(b -> b).min().orElse(1 << 10);
    double high = sizesBytes.stream().mapToLong(b -> b).max().orElse(1 << 20);
    return new SizeScale(place(low) - MARGIN_OCTAVES, place(high) + MARGIN_OCTAVES);
  }

  private static double place(double bytes) {
    return Math.log(bytes / 1024.0) / Math.log(2);
  }

  @Override
  public double toAxis(double bytes) {
    return place(bytes);
  }

  @Override
  public double toValue(double place) {
    return 1024 * Math.pow(2, place);
  }

  @Override
  public double step() {
    return 1;
  }

  @Override
  public List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (double place = Math.ceil(axisMin); place <= axisMax; place++) {
      ticks.add(place);
    }
    return ticks;
  }

  @Override
  public String label(double place) {
    return Units.kib(toValue(place));
  }
}
