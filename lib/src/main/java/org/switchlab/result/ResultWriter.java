package org.switchlab.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.switchlab.draw.DrawingException;
import org.switchlab.file.AtomicFile;
import org.switchlab.file.LineSeals;
import org.switchlab.file.Reason;
import org.switchlab.file.Sha256;
import org.switchlab.machine.MachineJson;
import org.switchlab.sample.Observation;
import org.switchlab.sample.SlotRounds;
import org.switchlab.table.Column;
import org.switchlab.table.RowsCsv;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/**
 * Writes a result folder step by step: plan and machine before the first measurement, observations
 * as they come, the rest at the end. A run that is killed leaves a folder that says so and still
 * loads.
 */
public final class ResultWriter {

  private final Path folder;
  private final Manifest begun;
  private final List<Column> columns;
  private final List<Column> roundColumns;
  private final Map<String, String> digests = new TreeMap<>();

  private ResultWriter(Path folder, ResultData data) {
    this.folder = folder;
    this.begun = Manifest.begun(data);
    this.columns = Observation.columns(data.plan());
    this.roundColumns = SlotRounds.columns(data.plan().factors());
  }

  /**
   * Creates {@code folder} and writes what is known before measuring.
   *
   * @throws ResultException if the folder cannot be written or already holds a result
   */
  public static ResultWriter begin(Path folder, ResultData data) {
    refuseOccupied(folder);
    var writer = new ResultWriter(folder, data);
    writer.attempt(() -> writer.write(data));
    return writer;
  }

  private void write(ResultData data) throws IOException {
    Files.createDirectories(folder);
    byte[] machine = MachineJson.write(data.machine()).getBytes(UTF_8);
    byte[] plan = ResultJson.bytes(data.plan());
    digests.put(ResultFolder.MACHINE, Sha256.of(machine));
    digests.put(ResultFolder.PLAN, Sha256.of(plan));
    manifest(begun.with(digests));
    file(ResultFolder.MACHINE, machine);
    file(ResultFolder.PLAN, plan);
    append(ResultFolder.OBSERVATIONS, RowsCsv.header(columns));
  }

  private void manifest(Manifest manifest) throws IOException {
    AtomicFile.write(folder.resolve(Manifest.FILE), ResultJson.bytes(manifest));
  }

  private void append(String name, String lines) throws IOException {
    LineSeals.of(folder.resolve(name)).append(lines);
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

  /**
   * Appends what was seen.
   *
   * @throws ResultException if that fails; what was written before stays
   */
  public void append(List<Observation> seen) {
    String lines = RowsCsv.lines(columns, seen.stream().map(Observation::row).toList());
    attempt(() -> append(ResultFolder.OBSERVATIONS, lines));
  }

  /**
   * Appends the rounds of a slot, which are kept in a file of their own.
   *
   * @throws ResultException if that fails; what was written before stays
   */
  public void append(SlotRounds kept) {
    Path file = folder.resolve(ResultFolder.ROUNDS);
    String header = Files.exists(file) ? "" : RowsCsv.header(roundColumns);
    String lines = header + RowsCsv.lines(roundColumns, kept.rows());
    attempt(() -> append(ResultFolder.ROUNDS, lines));
  }

  /**
   * Writes everything that is known at the end and marks the folder complete.
   *
   * @return further doubts, which the folder holds: of pictures that cannot be drawn or written,
   *     which never take the numbers with them
   */
  public List<Warning> finish(Result result) {
    List<Warning> doubts = new ArrayList<>();
    attempt(
        () -> {
          Map<String, byte[]> files = ResultFolder.filesOf(result);
          announce(files);
          for (Map.Entry<String, byte[]> file : files.entrySet()) {
            file(file.getKey(), file.getValue());
          }
          doubts.addAll(draw(result));
          if (!doubts.isEmpty()) {
            ResultData all = result.data().withWarnings(doubts);
            file(ResultFolder.WARNINGS, ResultJson.bytes(all.warnings()));
          }
          Path rounds = folder.resolve(ResultFolder.ROUNDS);
          if (Files.exists(rounds)) {
            digests.put(ResultFolder.ROUNDS, Sha256.of(rounds));
          }
          manifest(begun.completed(result.source(), digests));
          LineSeals.of(folder.resolve(ResultFolder.OBSERVATIONS)).drop();
          LineSeals.of(rounds).drop();
        });
    return doubts;
  }

  /** A run that is killed while files are replaced still agrees with what is said of them. */
  private void announce(Map<String, byte[]> files) throws IOException {
    String plan = Sha256.of(Objects.requireNonNull(files.get(ResultFolder.PLAN)));
    if (!plan.equals(digests.remove(ResultFolder.PLAN))) {
      manifest(begun.with(digests));
    }
    byte[] observations = Objects.requireNonNull(files.get(ResultFolder.OBSERVATIONS));
    LineSeals.of(folder.resolve(ResultFolder.OBSERVATIONS)).expect(new String(observations, UTF_8));
  }

  /** Draws last, as far as that is possible; answers the first reason why not all of it was. */
  private List<Warning> draw(Result result) {
    List<Warning> doubts = new ArrayList<>();
    ResultCharts.of(result)
        .forEach(
            (name, made) -> {
              try {
                file(name, made.get());
              } catch (DrawingException e) {
                doubts.add(e.doubt());
              } catch (IOException e) {
                doubts.add(notWritten(name, e));
              }
            });
    return doubts.stream().limit(1).toList();
  }

  private static Warning notWritten(String name, IOException e) {
    return new Warning(
        WarningCode.NO_PICTURE,
        "%s could not be written (%s): the numbers are all there".formatted(name, Reason.of(e)),
        "free space on the disk, then save the result again");
  }

  private void file(String name, byte[] content) throws IOException {
    AtomicFile.write(folder.resolve(name), content);
    digests.put(name, Sha256.of(content));
  }

  private void attempt(Writing writing) {
    try {
      writing.run();
    } catch (IOException | UncheckedIOException e) {
      throw new ResultException(
          "cannot write the result to %s: %s; free space there or name another folder"
              .formatted(folder, Reason.of(e)),
          e);
    }
  }

  private interface Writing {
    void run() throws IOException;
  }
}
