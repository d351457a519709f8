package org.switchlab.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.switchlab.machine.Machine;
import org.switchlab.machine.MachineJson;
import org.switchlab.plan.Plan;
import org.switchlab.sample.ProcessSample;

/**
 * Writes a result folder step by step: plan and machine before the first measurement, each
 * process's samples as they come, the rest at the end. A run that is killed leaves a folder that
 * says so and still loads.
 */
public final class ResultWriter {

  private final Path folder;
  private final Manifest begun;

  private ResultWriter(Path folder, Manifest begun) {
    this.folder = folder;
    this.begun = begun;
  }

  /**
   * Creates {@code folder} and writes what is known before measuring.
   *
   * @throws ResultException if the folder cannot be written or already holds a result
   */
  public static ResultWriter begin(
      Path folder, Source source, String measuredAt, Machine machine, Plan plan) {
    refuseOccupied(folder);
    var begun =
        new Manifest(Manifest.FORMAT, plan.experiment(), source, measuredAt, false, Map.of());
    var writer = new ResultWriter(folder, begun);
    writer.attempt(
        () -> {
          Files.createDirectories(folder);
          writer.json(Manifest.FILE, begun);
          writer.file(ResultFolder.MACHINE, MachineJson.write(machine));
          writer.json(ResultFolder.PLAN, plan);
          writer.file(ResultFolder.SAMPLES, SamplesCsv.HEADER + "\n");
        });
    return writer;
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

  /** Appends what one process measured. */
  public void add(ProcessSample sample) {
    attempt(
        () ->
            Files.writeString(
                folder.resolve(ResultFolder.SAMPLES),
                SamplesCsv.rows(sample),
                UTF_8,
                StandardOpenOption.APPEND));
  }

  /** Writes everything that follows from the samples, and marks the folder complete. */
  public void finish(Result result) {
    attempt(
        () -> {
          json(ResultFolder.ESTIMATES, result.estimates());
          json(ResultFolder.VERDICTS, result.verdicts());
          json(ResultFolder.WARNINGS, result.warnings());
          file(ResultFolder.SUMMARY, SummaryCsv.text(result.table()));
          AtomicFiles.write(folder.resolve(ResultFolder.CHART_SVG), result.chartSvg());
          AtomicFiles.write(folder.resolve(ResultFolder.CHART_PNG), result.chartPng());
          json(Manifest.FILE, completed());
        });
  }

  private Manifest completed() throws IOException {
    Map<String, String> digests = new TreeMap<>();
    for (String name : ResultFolder.FILES) {
      digests.put(name, AtomicFiles.sha256(folder.resolve(name)));
    }
    return new Manifest(
        begun.format(), begun.experiment(), begun.source(), begun.measuredAt(), true, digests);
  }

  private void json(String name, Object value) throws IOException {
    AtomicFiles.write(folder.resolve(name), Json.MAPPER.writeValueAsBytes(value));
  }

  private void file(String name, String text) throws IOException {
    AtomicFiles.write(folder.resolve(name), text.getBytes(UTF_8));
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
