package org.switchlab.defect;

import java.util.List;
import java.util.Map;
import org.switchlab.estimate.Analysis;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;
import org.switchlab.sample.ProcessSample;
import org.switchlab.table.Rows;

/** What passes say of wrong methods: one row a method, with what is right beside it. */
public final class Comparisons implements Analysis {

  /** The option that names the methods. */
  public static final String METHOD = "method";

  @Override
  public List<Rows> tables(Plan plan, List<Observation> observations, Map<Setting, Stop> stops) {
    boolean interrupted = stops.isEmpty() || stops.containsValue(Stop.INTERRUPTED);
    Stop unfinished = interrupted ? Stop.INTERRUPTED : Stop.BUDGET;
    List<Comparison> comparisons =
        of(plan, methods(plan), ProcessSample.of(observations), unfinished);
    return List.of(
        new Rows(
            ESTIMATES, Comparison.COLUMNS, comparisons.stream().map(Comparison::row).toList()));
  }

  /** The methods that {@code plan} asks for: those named, else all. */
  private static List<WrongMethod> methods(Plan plan) {
    List<Object> named = plan.chosen().getOrDefault(METHOD, List.copyOf(WrongMethods.names()));
    return named.stream().map(name -> WrongMethods.named(name.toString())).toList();
  }

  private static List<Comparison> of(
      Plan plan, List<WrongMethod> methods, List<ProcessSample> samples, Stop unfinished) {
    var comparer = new Comparer(plan.effort().level(), plan.effort().precision());
    List<Pass> passes = Pass.of(samples);
    return methods.parallelStream()
        .map(method -> comparer.compare(method, passes, unfinished))
        .toList();
  }
}
