package org.switchlab.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.switchlab.result.Frame;
import org.switchlab.result.Result;
import org.switchlab.result.ResultException;
import org.switchlab.result.ResultKind;
import org.switchlab.result.ResultWriter;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Writes along while measuring; a disk that fills up ends the writing, not the measuring. */
final class Recording {

  private @Nullable ResultWriter writer;
  private @Nullable ResultException failure;

  /**
   * Begins the folder, if one was asked for.
   *
   * @throws ResultException if it cannot be written at all: better told before measuring
   */
  Recording(@Nullable Path folder, ResultKind kind, Frame begun) {
    writer = folder == null ? null : ResultWriter.begin(folder, kind, begun);
  }

  /** Appends to one of the kind's growing files. */
  void append(String file, String rows) {
    attempt(open -> open.append(file, rows));
  }

  /** Completes the folder; answers its frame, with a warning if it could not all be written. */
  Frame finish(Result result) {
    attempt(open -> open.finish(result));
    return failure == null
        ? result.frame()
        : result.frame().withWarnings(List.of(notSaved(failure)));
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
