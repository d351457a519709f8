package org.switchlab.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a walk begins to take longer per access: there a cache ends.
 *
 * <p>A knee is a flat stretch followed by a stretch that is clearly and lastingly above it; between
 * both may lie one size that is neither. A steady slope, a single dear size and noise have none:
 * rather no answer than a wrong one.
 */
public final class WalkKnees {

  /** What lies above a knee takes so many times as long, though the prefetcher hides the most. */
  private static final double RISE = 1.4;

  /**
   * How far the sizes of a flat stretch may differ, largest to least: less than a rise, so that no
   * steady slope is flat before it has risen.
   */
  private static final double FLAT = 1.3;

  private static final int SIZES_BELOW = 3;
  private static final int SIZES_ABOVE = 2;

  private WalkKnees() {}

  /**
   * A walk of one size.
   *
   * @param bytes size of the array
   * @param nsPerAccess time of one access of the walk, in ns
   */
  public record Walk(long bytes, double nsPerAccess) {}

  /**
   * Where it rises: a cache ends in between.
   *
   * @param fitsBytes the largest array before the rise, in bytes
   * @param missesBytes the least array after it, in bytes
   */
  public record Knee(long fitsBytes, long missesBytes) {

    /** Whether a cache of {@code bytes} may end here. */
    public boolean isOf(long bytes) {
      return bytes >= fitsBytes && bytes <= missesBytes;
    }
  }

  /** The knees of a walk, by size; empty if there are none or too few sizes to tell. */
  public static List<Knee> of(List<Walk> walks) {
    List<Walk> sorted = walks.stream().sorted(Comparator.comparingLong(Walk::bytes)).toList();
    List<Knee> knees = new ArrayList<>();
    for (int last = SIZES_BELOW - 1; last < sorted.size(); last++) {
      Optional<Knee> knee = after(sorted, last);
      // Of two that see the same rise the later one is nearer to it.
      boolean isSeenLater = last + 1 < sorted.size() && after(sorted, last + 1).isPresent();
      if (knee.isPresent() && !isSeenLater) {
        knees.add(knee.get());
      }
    }
    return knees;
  }

  private static Optional<Knee> after(List<Walk> walks, int last) {
    List<Walk> below = walks.subList(last + 1 - SIZES_BELOW, last + 1);
    double highest = below.stream().mapToDouble(Walk::nsPerAccess).max().orElseThrow();
    double lowest = below.stream().mapToDouble(Walk::nsPerAccess).min().orElseThrow();
    if (lowest <= 0 || highest > FLAT * lowest) {
      return Optional.empty();
    }
    for (int first = last + 1; first <= last + 2; first++) {
      int end = first + SIZES_ABOVE;
      if (end <= walks.size()
          && walks.subList(first, end).stream().allMatch(w -> w.nsPerAccess() >= RISE * highest)) {
        return Optional.of(new Knee(walks.get(last).bytes(), walks.get(first).bytes()));
      }
    }
    return Optional.empty();
  }

  /**
   * The walks of one stride behind some costs, without the message; none if the cost without an
   * array was not measured.
   *
   * @param estimates of one subject
   * @param strideBytes distance of the accesses, in bytes
   */
  public static List<Walk> walks(List<CostEstimate> estimates, long strideBytes) {
    @Nullable Double messageNs =
        estimates.stream()
            .filter(e -> e.point().isDirect())
            .map(CostEstimate::singleNs)
            .flatMap(Stream::ofNullable)
            .findFirst()
            .orElse(null);
    List<Walk> walks = new ArrayList<>();
    for (CostEstimate estimate : estimates) {
      Double singleNs = estimate.singleNs();
      if (messageNs != null && singleNs != null && estimate.point().strideBytes() == strideBytes) {
        long bytes = estimate.point().arrayBytes();
        walks.add(new Walk(bytes, (singleNs - messageNs) * strideBytes / bytes));
      }
    }
    return walks;
  }
}
