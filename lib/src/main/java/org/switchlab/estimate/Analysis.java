package org.switchlab.estimate;

import java.util.List;
import java.util.Map;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;
import org.switchlab.table.Rows;
import org.switchlab.warning.Warning;

/** Turns observations into estimates, once, before there is a result. */
@FunctionalInterface
public interface Analysis {

  /** Title of an experiment's main table. */
  String ESTIMATES = "estimates";

  /**
   * The tables that follow from observations, the main one first.
   *
   * @param stops why measuring ended at each setting; one that is not in it was interrupted
   */
  List<Rows> tables(Plan plan, List<Observation> observations, Map<Setting, Stop> stops);

  /**
   * The same where facts were gathered beside the observations, which most experiments only keep.
   *
   * @param facts as the procedure gathered them; none of an interrupted run
   */
  default List<Rows> tables(
      Plan plan, List<Observation> observations, Map<Setting, Stop> stops, List<Rows> facts) {
    return tables(plan, observations, stops);
  }

  /** What the observations and estimates themselves give reason to doubt. */
  default List<Warning> doubts(
      Plan plan, Machine machine, List<Observation> observations, List<Rows> tables) {
    return List.of();
  }
}
