package org.switchlab.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.switchlab.file.AtomicFile;
import org.switchlab.file.Sha256;
import org.switchlab.machine.MachineJson;

/**
 * Writes a result folder step by step: plan and machine before the first measurement, raw
 * observations as they come, the rest at the end. A run that is killed leaves a folder that says so
 * and still loads.
 */
public final class ResultWriter {

  private final Path folder;
  private final ResultKind kind;
  private final Manifest begun;

  private ResultWriter(Path folder, ResultKind kind, Manifest begun) {
    this.folder = folder;
    this.kind = kind;
    this.begun = begun;
  }

  /**
   * Creates {@code folder} and writes what is known before measuring.
   *
   * @throws ResultException if the folder cannot be written or already holds a result
   */
  public static ResultWriter begin(Path folder, ResultKind kind, Frame frame) {
    refuseOccupied(folder);
    var writer = new ResultWriter(folder, kind, Manifest.begun(kind, frame));
    writer.attempt(() -> writer.begin(frame));
    return writer;
  }

  private void begin(Frame frame) throws IOException {
    Files.createDirectories(folder);
    json(Manifest.FILE, begun);
    file(ResultFolder.MACHINE, MachineJson.write(frame.machine()));
    json(ResultFolder.PLAN, frame.plan());
    for (Map.Entry<String, String> file : kind.growing().entrySet()) {
      file(file.getKey(), file.getValue());
    }
  }

  private static void refuseOccupied(Path folder) {
    if (Files.exists(folder.resolve(Manifest.FILE))) {
      throw new ResultException(
          folder + " already holds a result, which would be lost: name another folder", null);
    }
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new ResultException(folder + " is a file, not a folder: name another folder", null);
    }
  }

  /** The folder written to. */
  public Path folder() {
    return folder;
  }

  /**
   * Appends to one of the kind's growing files.
   *
   * @throws ResultException if that fails; what was written before stays
   */
  public void append(String name, String rows) {
    attempt(() -> Files.writeString(folder.resolve(name), rows, UTF_8, StandardOpenOption.APPEND));
  }

  /**
   * Writes everything that is known at the end, the growing files whole, and marks the folder
   * complete.
   */
  public void finish(Result result) {
    attempt(
        () -> {
          for (Map.Entry<String, byte[]> file : result.ownFiles().entrySet()) {
            AtomicFile.write(folder.resolve(file.getKey()), file.getValue());
          }
          json(ResultFolder.VERDICTS, result.verdicts());
          json(ResultFolder.WARNINGS, result.warnings());
          file(ResultFolder.SUMMARY, SummaryCsv.text(result.table()));
          AtomicFile.write(folder.resolve(ResultFolder.CHART_SVG), result.chartSvg());
          AtomicFile.write(folder.resolve(ResultFolder.CHART_PNG), result.chartPng());
          json(Manifest.FILE, completed());
        });
  }

  private Manifest completed() throws IOException {
    Map<String, String> digests = new TreeMap<>();
    for (String name : ResultFolder.filesOf(kind)) {
      digests.put(name, Sha256.of(folder.resolve(name)));
    }
    return begun.completed(digests);
  }

  private void json(String name, Object value) throws IOException {
    AtomicFile.write(folder.resolve(name), Json.bytes(value));
  }

  private void file(String name, String text) throws IOException {
    AtomicFile.write(folder.resolve(name), text.getBytes(UTF_8));
  }

  private void attempt(Writing writing) {
    try {
      writing.run();
    } catch (IOException | UncheckedIOException e) {
      throw new ResultException(
          "cannot write the result to %s: %s; free space there or name another folder"
              .formatted(folder, e.getMessage() == null ? e : reason(e)),
          e);
    }
  }

  private static String reason(Exception e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  private interface Writing {
    void run() throws IOException;
  }
}
