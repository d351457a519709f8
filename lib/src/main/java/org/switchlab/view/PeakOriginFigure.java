package org.switchlab.view;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.MissesPerSwitch;
import org.switchlab.estimate.MissRegression;
import org.switchlab.estimate.PageSizeContrast;
import org.switchlab.estimate.PointEstimate;

/**
 * Everything a picture of where the rise at L2 comes from shows, whichever way it is drawn.
 *
 * @param heading what stands above it
 * @param estimates one stride, each size on ordinary and on huge pages
 * @param caches the machine's caches, as far as known
 * @param contrast the rise on either page size; absent if a point it needs is missing
 * @param causes emulated misses with one cause taken away at a time; may be empty
 * @param regression measured costs explained by emulated misses; absent without an emulator
 */
public record PeakOriginFigure(
    Heading heading,
    List<PointEstimate> estimates,
    List<CacheMark> caches,
    @Nullable PageSizeContrast contrast,
    List<MissesPerSwitch> causes,
    @Nullable MissRegression regression) {

  /** Keeps immutable copies. */
  public PeakOriginFigure {
    estimates = List.copyOf(estimates);
    caches = List.copyOf(caches);
    causes = List.copyOf(causes);
  }

  /** The points on pages of one size, by rising array size. */
  List<PointEstimate> onPages(long pageBytes) {
    return estimates.stream()
        .filter(e -> e.point().pageBytes() == pageBytes)
        .sorted(Comparator.comparingLong(e -> e.point().arrayBytes()))
        .toList();
  }

  /** The emulated misses behind a measured point, if they were emulated. */
  Optional<MissesPerSwitch> behind(PointEstimate estimate) {
    return causes.stream()
        .filter(cause -> cause.here() && cause.point().equals(estimate.point()))
        .findFirst();
  }
}
