package org.switchlab.faults;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.CostTable;
import org.switchlab.result.Result;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.warning.WarningCode;

/**
 * What a session did with what it was told.
 *
 * @param end how it ended
 * @param message of what it refused; empty if it did it
 * @param costNs what a switch costs by the result at hand, in ns; absent if it does not say
 * @param samples each observation of the result, in order, in a few characters
 * @param doubts codes of the result's warnings
 */
record Answer(
    End end, String message, @Nullable Double costNs, List<String> samples, List<String> doubts) {

  /** How a command ended. */
  enum End {
    /** With a result. */
    DONE,
    /** With an exception that says why. */
    REFUSED,
    /** With an exception that says nothing to a user. */
    BROKEN
  }

  static Answer of(Result result) {
    return new Answer(
        End.DONE,
        "",
        cost(result),
        result.observations().stream()
            .map(seen -> new TreeMap<>(seen.row().values()).toString())
            .map(seen -> Integer.toHexString(seen.hashCode()))
            .toList(),
        result.warnings().stream().map(doubt -> doubt.code().name()).toList());
  }

  static Answer failed(End end, String message) {
    return new Answer(end, message, null, List.of(), List.of());
  }

  boolean has(WarningCode code) {
    return doubts.contains(code.name());
  }

  /** The mean over the passes, which is there after one of them; an interval needs more. */
  private static @Nullable Double cost(Result result) {
    Rows passes = result.find(CostTable.PASSES).orElse(null);
    if (passes == null || passes.isEmpty()) {
      return null;
    }
    double sum = 0;
    for (Row pass : passes.rows()) {
      sum += pass.number("costNs").orElse(Double.NaN);
    }
    return sum / passes.size();
  }
}
