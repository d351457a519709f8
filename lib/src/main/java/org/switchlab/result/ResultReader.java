package org.switchlab.result;

import java.nio.file.Path;
import java.util.List;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Reads a result folder: a complete one as it was, an incomplete one from what it has. */
final class ResultReader {

  private static final Warning INTERRUPTED =
      new Warning(
          WarningCode.INTERRUPTED,
          "the run ended before its result was complete: this rests on the samples it had",
          "run the experiment again");

  private final ResultFolder folder;

  ResultReader(Path path) {
    this.folder = new ResultFolder(path);
  }

  Result read() {
    Manifest manifest = folder.manifest();
    ResultKind kind = kind(manifest);
    Frame begun =
        Frame.begun(manifest.source(), manifest.measuredAt(), folder.machine(), folder.plan());
    if (!manifest.complete()) {
      return kind.readInterrupted(begun.withWarnings(List.of(INTERRUPTED)), folder);
    }
    Frame frame = begun.withVerdicts(folder.verdicts()).withWarnings(folder.warnings());
    return kind.read(frame, folder);
  }

  private ResultKind kind(Manifest manifest) {
    return ResultKinds.named(manifest.kind())
        .orElseThrow(
            () ->
                folder.broken(
                    Manifest.FILE,
                    "has the kind '%s', which this version does not know"
                        .formatted(manifest.kind()),
                    null));
  }
}
