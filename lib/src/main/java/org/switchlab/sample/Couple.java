package org.switchlab.sample;

import java.util.List;
import java.util.stream.Stream;
import org.switchlab.plan.Setting;
import org.switchlab.table.Column;
import org.switchlab.table.Row;

/**
 * A single and a pair batch measured next to each other, in random order, so that drift cancels.
 *
 * @param index position in its process, from 0
 * @param pairFirst whether the pair batch came first
 * @param single the batch without switches
 * @param pair the batch with switches
 */
public record Couple(int index, boolean pairFirst, Batch single, Batch pair) {

  static final String SEED = "seed";
  static final String POSITION = "position";

  /** What is seen of one of its batches; the repetition is the couple. */
  public static final List<Column> MEASURES =
      Stream.concat(
              Stream.of(Column.count(SEED, "seed"), Column.count(POSITION, "position")),
              Batch.COLUMNS.stream())
          .toList();

  /** Refuses batches of the wrong flow. */
  public Couple {
    if (single.variant() != Variant.SINGLE || pair.variant() != Variant.PAIR) {
      throw new IllegalArgumentException("a couple is one SINGLE and one PAIR batch");
    }
  }

  /** The paper's cost of one switch, (t_switch / 2 − t_single) / N, in ns; may be negative. */
  public double switchCostNs() {
    return pair.roundNs() / 2 - single.roundNs();
  }

  /** Whether both batches made the switches they should have. */
  public boolean denominatorHolds() {
    return single.denominatorHolds() && pair.denominatorHolds();
  }

  /** Both batches as observations, in the order measured. */
  public List<Observation> observations(Setting setting, int process, long seed) {
    Batch first = pairFirst ? pair : single;
    Batch second = pairFirst ? single : pair;
    return List.of(
        new Observation(setting, process, index, seen(first, 0, seed)),
        new Observation(setting, process, index, seen(second, 1, seed)));
  }

  private static Row seen(Batch batch, int position, long seed) {
    return batch.row().with(SEED, seed, POSITION, position);
  }
}
