package org.switchlab.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Source;
import org.switchlab.table.Rows;
import org.switchlab.warning.Warning;

/**
 * What came of measuring.
 *
 * @param source where the values come from
 * @param observations in the order made
 * @param stops why measuring ended at each setting
 * @param facts what else is known and kept with the result: the machine that was counted, say
 * @param warnings doubts that arose on the way
 * @param interrupted whether the user stopped it
 */
public record Measured(
    Source source,
    List<Observation> observations,
    Map<Setting, Stop> stops,
    List<Rows> facts,
    List<Warning> warnings,
    boolean interrupted) {

  /** Keeps immutable copies. */
  public Measured {
    observations = List.copyOf(observations);
    stops = Map.copyOf(stops);
    facts = List.copyOf(facts);
    warnings = List.copyOf(warnings);
  }

  /** Observations with nothing to say about them. */
  public static Measured of(Source source, List<Observation> observations) {
    return new Measured(source, observations, Map.of(), List.of(), List.of(), false);
  }

  /** The same with further doubts. */
  public Measured withWarnings(List<Warning> further) {
    List<Warning> all = new ArrayList<>(warnings);
    all.addAll(further);
    return new Measured(source, observations, stops, facts, all, interrupted);
  }

  /** The same with further facts. */
  public Measured withFacts(Rows... further) {
    List<Rows> all = new ArrayList<>(facts);
    all.addAll(List.of(further));
    return new Measured(source, observations, stops, all, warnings, interrupted);
  }
}
