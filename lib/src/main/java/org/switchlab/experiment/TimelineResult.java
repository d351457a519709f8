package org.switchlab.experiment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.switchlab.estimate.Activity;
import org.switchlab.estimate.Span;
import org.switchlab.estimate.TimelineAnalysis;
import org.switchlab.result.Presentation;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Stamp;
import org.switchlab.sample.Variant;
import org.switchlab.table.Row;

/** Who ran when, in a few rounds with and without switches. */
public final class TimelineResult extends Result {

  /** Of what was found. */
  public TimelineResult(ResultData data, Presentation presentation) {
    super(data, presentation);
  }

  /** The time stamps, as they were told. */
  public List<Stamp> stamps() {
    return Stamp.of(observations());
  }

  /** What each process did, by flow, process and time; times count from the flow's beginning. */
  public List<Span> spans() {
    return TimelineAnalysis.spans(rows());
  }

  /** A typical stretch of one flow; its times count from its own beginning. */
  public List<Span> typical(Variant variant) {
    return TimelineAnalysis.spans(rows(TimelineAnalysis.TYPICAL)).stream()
        .filter(span -> span.variant() == variant)
        .toList();
  }

  /** What one message takes of {@code activity}, in ns; absent if it takes none of it. */
  public OptionalDouble messageNs(Variant variant, Activity activity) {
    return rows(TimelineAnalysis.MESSAGE)
        .where(TimelineAnalysis.KIND, activity.words())
        .first()
        .map(row -> row.number(TimelineAnalysis.messageColumn(variant)))
        .orElse(OptionalDouble.empty());
  }

  /** Rounds of pair that were traced. */
  public long rounds() {
    return pair().whole(TimelineAnalysis.ROUNDS);
  }

  /** Switches seen in the stamps of pair: passages of the CPU from one process to the other. */
  public long switchesSeen() {
    return pair().whole(TimelineAnalysis.SEEN);
  }

  /** Switches the kernel counted in pair; absent if the run ended before it told. */
  public OptionalLong switchesCounted() {
    return batch().map(Batch::switchesCounted).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /** Switches that pair must make; absent if the run ended before it told. */
  public OptionalLong switchesExpected() {
    return batch().map(Batch::switchesExpected).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  private Row pair() {
    return rows(TimelineAnalysis.FLOWS)
        .where(TimelineAnalysis.VARIANT, Variant.PAIR.word())
        .first()
        .orElseThrow();
  }

  private Optional<Batch> batch() {
    return find(Batch.TABLE).stream()
        .flatMap(rows -> rows.rows().stream())
        .map(Batch::of)
        .filter(batch -> batch.variant() == Variant.PAIR)
        .findFirst();
  }
}
