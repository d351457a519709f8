package org.switchlab.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.switchlab.table.Column;

/**
 * What will be measured: a value that can be read, printed and stored before anything runs.
 *
 * @param experiment the experiment's one name, for instance {@code kernel-switch}
 * @param title heading of its chart
 * @param figure the figure of the paper it redraws, as the datasets name it; empty if none
 * @param factors columns that say where something was measured
 * @param measures columns of what is seen there
 * @param settings what to measure, in the order of the figure
 * @param chosen what was asked for beyond the defaults, by the factor's name
 * @param effort how much to measure at each setting, and when it stops
 * @param cpu the logical CPU the measured processes are pinned to
 * @param seed seed of every random choice: order of batches, of settings, of resamples
 */
public record Plan(
    String experiment,
    String title,
    String figure,
    List<Column> factors,
    List<Column> measures,
    List<Setting> settings,
    Map<String, List<Object>> chosen,
    Effort effort,
    int cpu,
    long seed) {

  /** Keeps immutable copies and refuses an empty plan. */
  public Plan {
    factors = List.copyOf(factors);
    measures = List.copyOf(measures);
    settings = List.copyOf(settings);
    chosen = normal(chosen);
    if (settings.isEmpty()) {
      throw new IllegalArgumentException(
          "the plan of %s has no setting: give each factor a value".formatted(experiment));
    }
    if (cpu < 0) {
      throw new IllegalArgumentException("cpu is " + cpu + "; it must be 0 or more");
    }
  }

  /** The same with its intervals and verdicts at another level. */
  public Plan at(double level) {
    return new Plan(
        experiment,
        title,
        figure,
        factors,
        measures,
        settings,
        chosen,
        effort.withLevel(level),
        cpu,
        seed);
  }

  /** The value of a factor that takes one, or {@code otherwise} if it was not given. */
  public Object chosen(String name, Object otherwise) {
    List<Object> values = chosen.get(name);
    return values == null ? otherwise : values.getFirst();
  }

  /** The names of {@link #factors}. */
  public List<String> factorNames() {
    return factors.stream().map(Column::name).toList();
  }

  /** Whole numbers of one type, so that a plan read back equals the one that was written. */
  private static Map<String, List<Object>> normal(Map<String, List<Object>> chosen) {
    Map<String, List<Object>> normal = new TreeMap<>();
    chosen.forEach(
        (name, values) ->
            normal.put(
                name,
                values.stream()
                    .map(v -> v instanceof Integer i ? (Object) i.longValue() : v)
                    .toList()));
    return Collections.unmodifiableMap(normal);
  }
}
