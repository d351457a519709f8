package org.switchlab.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.switchlab.plan.Setting;
import org.switchlab.table.Column;
import org.switchlab.table.Row;

/** Couples of batches as observations, one a batch, and back. */
public final class Couples {

  private static final String SEED = "seed";
  private static final String POSITION = "position";

  /** What is seen of a batch; the repetition is the couple. */
  public static final List<Column> MEASURES =
      Stream.concat(
              Stream.of(Column.count(SEED, "seed"), Column.count(POSITION, "position")),
              Batches.COLUMNS.stream())
          .toList();

  private Couples() {}

  /** Both batches of a couple, in the order measured. */
  public static List<Observation> observations(
      Setting setting, int process, long seed, Couple couple) {
    Batch first = couple.pairFirst() ? couple.pair() : couple.single();
    Batch second = couple.pairFirst() ? couple.single() : couple.pair();
    return List.of(
        new Observation(setting, process, couple.index(), seen(first, 0, seed)),
        new Observation(setting, process, couple.index(), seen(second, 1, seed)));
  }

  private static Row seen(Batch batch, int position, long seed) {
    return Batches.row(batch).with(SEED, seed, POSITION, position);
  }

  /**
   * The couples of every process, in the order measured. Observations that are no batches are
   * passed over, and so is a batch whose other one is missing, as a killed run leaves it.
   */
  public static List<ProcessSample> of(List<Observation> observations) {
    Map<List<Object>, List<Observation>> processes = new LinkedHashMap<>();
    for (Observation observation : observations) {
      if (observation.seen().has(POSITION)) {
        processes
            .computeIfAbsent(
                List.of(observation.setting(), observation.process()), _ -> new ArrayList<>())
            .add(observation);
      }
    }
    return processes.values().stream().map(Couples::sample).toList();
  }

  private static ProcessSample sample(List<Observation> batches) {
    Observation first = batches.getFirst();
    List<Couple> couples = new ArrayList<>();
    for (int i = 0; i + 1 < batches.size(); i += 2) {
      Batch one = Batches.of(batches.get(i).seen());
      Batch other = Batches.of(batches.get(i + 1).seen());
      boolean pairFirst = one.variant() == Variant.PAIR;
      couples.add(
          new Couple(
              batches.get(i).repetition(),
              pairFirst,
              pairFirst ? other : one,
              pairFirst ? one : other));
    }
    return new ProcessSample(first.setting(), first.process(), first.seen().whole(SEED), couples);
  }
}
