package org.switchlab.experiment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.result.ResultException;
import org.switchlab.result.ResultWriter;
import org.switchlab.sample.Observation;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Writes along while measuring; a disk that fills up ends the writing, not the measuring. */
final class Recording {

  /** Observations written at once: each write opens the file. */
  private static final int AT_ONCE = 64;

  /** Observations that come slowly are each worth a write. */
  private static final long AT_LEAST_EVERY_NS = Duration.ofSeconds(1).toNanos();

  private final List<Observation> waiting = new ArrayList<>();
  private @Nullable ResultWriter writer;
  private @Nullable ResultException failure;
  private long writtenNs = System.nanoTime();

  /**
   * Begins the folder, if one was asked for.
   *
   * @throws ResultException if it cannot be written at all: better told before measuring
   */
  Recording(@Nullable Path folder, ResultData begun) {
    writer = folder == null ? null : ResultWriter.begin(folder, begun);
  }

  void append(Observation seen) {
    waiting.add(seen);
    if (waiting.size() >= AT_ONCE || System.nanoTime() - writtenNs >= AT_LEAST_EVERY_NS) {
      flush();
    }
  }

  private void flush() {
    List<Observation> some = List.copyOf(waiting);
    waiting.clear();
    attempt(open -> open.append(some));
    writtenNs = System.nanoTime();
  }

  /** Completes the folder; answers the result's data, with a doubt if not all could be written. */
  ResultData finish(Result result) {
    attempt(open -> open.finish(result));
    return failure == null ? result.data() : result.data().withWarnings(List.of(notSaved(failure)));
  }

  private void attempt(Consumer<ResultWriter> writing) {
    if (writer == null) {
      return;
    }
    try {
      writing.accept(writer);
    } catch (ResultException e) {
      failure = e;
      writer = null;
    }
  }

  private static Warning notSaved(ResultException failure) {
    return new Warning(
        WarningCode.NOT_SAVED,
        String.valueOf(failure.getMessage()),
        "save the result elsewhere: result.save(path), or --out on another disk");
  }
}
