package org.switchlab.counter;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;

/** Counts as the rows of a table. What was not counted has no row. */
public final class CounterRows {

  private CounterRows() {}

  /** One row a phase, event and space: medians over the repetitions. */
  public static List<CounterRow> medians(List<PhaseCounts> counts, List<CounterEvent> events) {
    Map<Phase, List<PhaseCounts>> phases =
        counts.stream().collect(groupingBy(PhaseCounts::phase, LinkedHashMap::new, toList()));
    return phases.values().stream().flatMap(same -> rows(same, events).stream()).toList();
  }

  /** One row a repetition, where the spread between them is the result. */
  public static List<CounterRow> repetitions(List<PhaseCounts> counts, List<CounterEvent> events) {
    return counts.stream().flatMap(one -> rows(List.of(one), events).stream()).toList();
  }

  /** The rows of one phase's repetitions. */
  private static List<CounterRow> rows(List<PhaseCounts> same, List<CounterEvent> events) {
    Phase phase = same.getFirst().phase();
    long switches = median(same.stream().mapToDouble(PhaseCounts::switches).toArray());
    List<CounterRow> rows = new ArrayList<>();
    for (CounterEvent event : events) {
      for (Space space : Space.values()) {
        Long count = median(same, event, space);
        if (count != null) {
          Long instructions = median(same, CounterEvent.INSTRUCTIONS, space);
          rows.add(CounterRow.of(phase, space, event, count, instructions, switches));
        }
      }
    }
    return rows;
  }

  private static @Nullable Long median(List<PhaseCounts> same, CounterEvent event, Space space) {
    double[] values =
        same.stream()
            .map(one -> one.count(event, space))
            .filter(Objects::nonNull)
            .mapToDouble(Long::doubleValue)
            .toArray();
    return values.length == 0 ? null : Long.valueOf(median(values));
  }

  private static long median(double[] values) {
    return Math.round(Median.withDefaults().evaluate(values));
  }
}
