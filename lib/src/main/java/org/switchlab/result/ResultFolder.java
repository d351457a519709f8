package org.switchlab.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.Verdict;
import org.switchlab.file.LineSeals;
import org.switchlab.file.Reason;
import org.switchlab.file.Sha256;
import org.switchlab.machine.Machine;
import org.switchlab.machine.MachineJson;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;
import org.switchlab.table.Rows;
import org.switchlab.table.RowsCsv;
import org.switchlab.table.RowsJson;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** The layout of a result folder, the same for all experiments, and how it is read back. */
public final class ResultFolder {

  /** What was seen: one tidy CSV. */
  public static final String OBSERVATIONS = "observations.csv";

  /** The main table as CSV, for other programs. */
  public static final String SUMMARY = "summary.csv";

  /** Every stamped round, if they were kept. */
  public static final String ROUNDS = "rounds.csv";

  static final String MACHINE = "machine.json";
  static final String PLAN = "plan.json";
  private static final String TABLES = "tables.json";
  private static final String VERDICTS = "verdicts.json";
  static final String WARNINGS = "warnings.json";

  private static final Warning INTERRUPTED =
      new Warning(
          WarningCode.INTERRUPTED,
          "the run ended before its result was complete: this rests on what it had seen",
          "run the experiment again");

  private final Path folder;

  private ResultFolder(Path folder) {
    this.folder = folder;
  }

  /** What is written at the end of a run, by file name, before its pictures. */
  static Map<String, byte[]> filesOf(Result result) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(
        OBSERVATIONS,
        RowsCsv.text(Observation.rows(result.plan(), result.observations())).getBytes(UTF_8));
    // A run that looked at its verdicts more than once ends at another level than it began.
    files.put(PLAN, ResultJson.bytes(result.plan()));
    files.put(TABLES, tables(result.data().tables()).toString().getBytes(UTF_8));
    files.put(VERDICTS, ResultJson.bytes(result.verdicts()));
    files.put(WARNINGS, ResultJson.bytes(result.warnings()));
    files.put(SUMMARY, RowsCsv.text(result.rows()).getBytes(UTF_8));
    result
        .presentation()
        .files(result)
        .forEach((name, text) -> files.put(name, text.getBytes(UTF_8)));
    return files;
  }

  private static ArrayNode tables(List<Rows> tables) {
    ArrayNode all = ResultJson.MAPPER.createArrayNode();
    tables.forEach(rows -> all.add(RowsJson.whole(rows)));
    return all;
  }

  /**
   * Reads a folder.
   *
   * @param following the tables that follow from what an interrupted run had seen
   * @throws ResultException naming the file that is missing, cut or edited
   */
  public static ResultData read(Path path, Following following) {
    return new ResultFolder(path).read(following);
  }

  /** Estimates what a killed run could not. */
  @FunctionalInterface
  public interface Following {
    /** The tables that follow from observations. */
    List<Rows> tables(Plan plan, List<Observation> observations);
  }

  private ResultData read(Following following) {
    Manifest manifest = manifest();
    Plan plan = json(PLAN, new TypeReference<>() {});
    ResultData begun = ResultData.begun(manifest.source(), manifest.measuredAt(), machine(), plan);
    List<Observation> seen = observations(plan, manifest.complete());
    if (!manifest.complete()) {
      requireWholeRounds();
      if (seen.isEmpty()) {
        throw broken(
            Manifest.FILE, "says that the run ended before there was anything to keep", null);
      }
      return begun
          .with(manifest.source(), seen, following.tables(plan, seen))
          .withWarnings(List.of(INTERRUPTED));
    }
    List<Verdict> verdicts = json(VERDICTS, new TypeReference<>() {});
    List<Warning> warnings = json(WARNINGS, new TypeReference<>() {});
    return begun
        .with(manifest.source(), seen, tables())
        .withVerdicts(verdicts)
        .withWarnings(warnings);
  }

  private List<Rows> tables() {
    JsonNode all = json(TABLES, new TypeReference<>() {});
    List<Rows> tables = new ArrayList<>();
    try {
      all.forEach(node -> tables.add(RowsJson.read(node)));
    } catch (IllegalArgumentException e) {
      throw broken(TABLES, "does not follow its format: " + e.getMessage(), e);
    }
    return tables;
  }

  private List<Observation> observations(Plan plan, boolean complete) {
    try {
      Path file = folder.resolve(OBSERVATIONS);
      String text = complete ? Files.readString(file, UTF_8) : LineSeals.of(file).read();
      // There may be a million, of few settings: those are kept once.
      Map<Setting, Setting> settings = new HashMap<>();
      return RowsCsv.read(
          Observation.columns(plan),
          text,
          row -> {
            Observation seen = Observation.of(row, plan.factorNames());
            Setting setting = settings.computeIfAbsent(seen.setting(), same -> same);
            return new Observation(setting, seen.process(), seen.repetition(), seen.seen());
          });
    } catch (IOException e) {
      throw broken(OBSERVATIONS, "cannot be read (" + Reason.of(e) + ")", e);
    } catch (IllegalArgumentException e) {
      throw broken(OBSERVATIONS, "does not follow its format: " + e.getMessage(), e);
    }
  }

  private void requireWholeRounds() {
    try {
      rounds(folder);
    } catch (IOException e) {
      throw broken(ROUNDS, "cannot be read (" + Reason.of(e) + ")", e);
    } catch (IllegalArgumentException e) {
      throw broken(ROUNDS, "does not follow its format: " + e.getMessage(), e);
    }
  }

  /**
   * The text of the rounds that a folder holds; empty if it holds none.
   *
   * @throws IllegalArgumentException naming the line of a killed run that was changed afterwards
   */
  public static String rounds(Path folder) throws IOException {
    Path file = folder.resolve(ROUNDS);
    LineSeals seals = LineSeals.of(file);
    if (Files.exists(seals.path())) {
      return Files.exists(file) ? seals.read() : "";
    }
    return Files.exists(file) ? Files.readString(file, UTF_8) : "";
  }

  private Manifest manifest() {
    requireFormat(json(Manifest.FILE, new TypeReference<>() {}));
    Manifest manifest = json(Manifest.FILE, new TypeReference<>() {});
    if (!manifest.isSealed()) {
      throw broken(Manifest.FILE, "was changed after the run", null);
    }
    manifest.sha256().forEach(this::check);
    return manifest;
  }

  /** Asked first and of nothing else: another format may have other fields. */
  private void requireFormat(JsonNode manifest) {
    JsonNode format = manifest.path("format");
    if (format.isInt() && format.intValue() != Manifest.FORMAT) {
      throw new ResultException(
          "%s: %s has format %d, and this version reads %d: use the version that wrote it, or run"
                  .formatted(folder, Manifest.FILE, format.intValue(), Manifest.FORMAT)
              + " the experiment again",
          null);
    }
  }

  private void check(String name, String expected) {
    try {
      if (!Sha256.of(folder.resolve(name)).equals(expected)) {
        throw broken(name, "was changed or cut after the run", null);
      }
    } catch (IOException e) {
      throw broken(name, "cannot be read (" + Reason.of(e) + ")", e);
    }
  }

  private Machine machine() {
    try {
      return MachineJson.read(folder.resolve(MACHINE));
    } catch (IOException e) {
      throw broken(MACHINE, "is missing, cut or edited (" + Reason.of(e) + ")", e);
    }
  }

  private <T> T json(String name, TypeReference<T> type) {
    try {
      return ResultJson.MAPPER.readValue(Files.readAllBytes(folder.resolve(name)), type);
    } catch (NoSuchFileException e) {
      throw broken(name, "is missing", e);
    } catch (JsonProcessingException e) {
      throw broken(name, "is cut or edited: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw broken(name, "cannot be read (" + Reason.of(e) + ")", e);
    }
  }

  private ResultException broken(String name, String how, @Nullable Throwable cause) {
    return new ResultException(
        "%s is not a whole result: %s %s; restore the file or run the experiment again"
            .formatted(folder, name, how),
        cause);
  }
}
