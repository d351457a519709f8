package org.switchlab.view;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.AddressSpaceCost;
import org.switchlab.estimate.RungEstimate;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;
import org.switchlab.warning.Warning;

/**
 * Everything a picture of the ladder shows, whichever way it is drawn.
 *
 * @param title what was measured
 * @param source where the numbers come from: {@code measured}, {@code emulated}, {@code recorded}
 * @param machine the machine in one line
 * @param rungs from the floor up; one without an estimate is a gap
 * @param addressSpace what the change of the address space costs, by mechanism
 * @param addressSpaceFacts what about the machine decides that, one fact an entry
 * @param warnings the doubts the result carries
 */
public record LadderFigure(
    String title,
    String source,
    String machine,
    List<RungEstimate> rungs,
    List<AddressSpaceCost> addressSpace,
    List<String> addressSpaceFacts,
    List<Warning> warnings) {

  /** Keeps immutable copies. */
  public LadderFigure {
    rungs = List.copyOf(rungs);
    addressSpace = List.copyOf(addressSpace);
    addressSpaceFacts = List.copyOf(addressSpaceFacts);
    warnings = List.copyOf(warnings);
  }

  /** What stands above the picture. */
  Heading heading() {
    String level =
        rungs.stream()
            .map(rung -> rung.cost().switchCostNs())
            .filter(Objects::nonNull)
            .findFirst()
            .map(cost -> Units.share(cost.level()) + " intervals")
            .orElse("no estimates");
    return new Heading(title, "%s · %s · %s".formatted(source, machine, level), warnings);
  }

  /** A cost as people read it; {@code –} where there is none. */
  static String show(@Nullable Estimate cost) {
    return cost == null ? "–" : Units.interval(cost.value(), cost.low(), cost.high());
  }
}
