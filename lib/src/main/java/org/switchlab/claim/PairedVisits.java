package org.switchlab.claim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.Student;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;

/**
 * Compares two settings visit by visit: visits of one number were made in the same pass, and what
 * slowed all of it down cancels in their difference.
 *
 * @param visits one row a visit, with what it answers; absent if no visits were made
 * @param factors names of the columns that say where
 */
record PairedVisits(@Nullable Rows visits, List<String> factors) {

  PairedVisits {
    factors = List.copyOf(factors);
  }

  /**
   * What is measured at {@code more} beyond {@code less}, with its interval; empty if too few
   * passes visited both.
   *
   * @param estimate the column that is compared
   * @param level of the interval
   */
  Optional<Estimate> difference(Row more, Row less, Column estimate, double level) {
    String name = estimate.name() + estimate.unit().suffix();
    if (visits == null || !visits.hasColumn(name)) {
      return Optional.empty();
    }
    Map<Long, Double> of = byVisit(visits, more, name);
    Map<Long, Double> from = byVisit(visits, less, name);
    double[] differences =
        of.keySet().stream()
            .filter(from::containsKey)
            .mapToDouble(visit -> of.getOrDefault(visit, 0.0) - from.getOrDefault(visit, 0.0))
            .toArray();
    return Student.interval(differences, level);
  }

  private Map<Long, Double> byVisit(Rows all, Row where, String name) {
    Setting setting = Setting.in(where, factors);
    return all.rows().stream()
        .filter(row -> row.has(name) && Setting.in(row, factors).equals(setting))
        .collect(
            Collectors.toMap(
                row -> row.whole(Observation.PROCESS), row -> row.number(name).orElseThrow()));
  }
}
