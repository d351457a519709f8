package org.switchlab.estimate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.switchlab.counter.CounterEvent;
import org.switchlab.machine.DataTable;

/**
 * What misses are estimated to cost: a latency a miss of each level, with its source in the table
 * {@code miss-costs.csv}, added up as if nothing overlapped. For comparing models with each other;
 * a measured cost has an out-of-order core to hide behind.
 */
public final class MissCosts {

  /** Clock of the machine the table is of, in GHz. */
  private static final double CLOCK_GHZ = 2.1;

  private static final Map<CounterEvent, Double> CYCLES = read();

  private MissCosts() {}

  private static Map<CounterEvent, Double> read() {
    Map<CounterEvent, Double> cycles = new EnumMap<>(CounterEvent.class);
    for (List<String> row : DataTable.rows(MissCosts.class, "miss-costs.csv")) {
      cycles.put(CounterEvent.of(row.get(0)), Double.valueOf(row.get(1)));
    }
    return cycles;
  }

  /** The events that have a cost. */
  public static List<CounterEvent> events() {
    return List.copyOf(CYCLES.keySet());
  }

  /** What one miss costs, in ns; 0 for an event that is no miss. */
  public static double ns(CounterEvent event) {
    return CYCLES.getOrDefault(event, 0.0) / CLOCK_GHZ;
  }

  /** What {@code misses} cost together, in ns. */
  public static double totalNs(Map<CounterEvent, Double> misses) {
    return misses.entrySet().stream().mapToDouble(m -> ns(m.getKey()) * m.getValue()).sum();
  }
}
