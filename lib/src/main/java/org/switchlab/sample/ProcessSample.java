package org.switchlab.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.switchlab.plan.Setting;

/**
 * Everything one fresh runner process measured at one setting.
 *
 * @param setting where
 * @param process which process of that setting, from 0
 * @param seed the seed it was started with: order of its batches, offsets of its stack and array
 * @param couples its couples, in the order measured
 */
public record ProcessSample(Setting setting, int process, long seed, List<Couple> couples) {

  /** Keeps an immutable copy. */
  public ProcessSample {
    couples = List.copyOf(couples);
  }

  /**
   * The couples of every process, in the order measured. Observations that are no batches are
   * passed over, and so is a batch whose other one is missing, as a killed run leaves it.
   */
  public static List<ProcessSample> of(List<Observation> observations) {
    Map<List<Object>, List<Observation>> processes = new LinkedHashMap<>();
    for (Observation observation : observations) {
      if (observation.seen().has(Couple.POSITION)) {
        processes
            .computeIfAbsent(
                List.of(observation.setting(), observation.process()), _ -> new ArrayList<>())
            .add(observation);
      }
    }
    return processes.values().stream().map(ProcessSample::sample).toList();
  }

  private static ProcessSample sample(List<Observation> batches) {
    Observation first = batches.getFirst();
    List<Couple> couples = new ArrayList<>();
    for (int i = 0; i + 1 < batches.size(); i += 2) {
      Batch one = Batch.of(batches.get(i).seen());
      Batch other = Batch.of(batches.get(i + 1).seen());
      boolean pairFirst = one.variant() == Variant.PAIR;
      couples.add(
          new Couple(
              batches.get(i).repetition(),
              pairFirst,
              pairFirst ? other : one,
              pairFirst ? one : other));
    }
    return new ProcessSample(
        first.setting(), first.process(), first.seen().whole(Couple.SEED), couples);
  }
}
