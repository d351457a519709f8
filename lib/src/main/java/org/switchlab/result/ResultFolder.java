package org.switchlab.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.Verdict;
import org.switchlab.file.Sha256;
import org.switchlab.machine.Machine;
import org.switchlab.machine.MachineJson;
import org.switchlab.plan.Plan;
import org.switchlab.warning.Warning;

/** The layout of a result folder, and how it is read back. */
public final class ResultFolder {

  static final String SUMMARY = "summary.csv";
  static final String MACHINE = "machine.json";
  static final String PLAN = "plan.json";
  static final String VERDICTS = "verdicts.json";
  static final String WARNINGS = "warnings.json";
  static final String CHART_SVG = "chart.svg";
  static final String CHART_PNG = "chart.png";

  /** What every result has beside its manifest. */
  private static final Set<String> COMMON =
      Set.of(SUMMARY, MACHINE, PLAN, VERDICTS, WARNINGS, CHART_SVG, CHART_PNG);

  private final Path folder;

  ResultFolder(Path folder) {
    this.folder = folder;
  }

  /** Where it lies. */
  Path path() {
    return folder;
  }

  /** Every file of a result of {@code kind} but the manifest. */
  static Set<String> filesOf(ResultKind kind) {
    Set<String> all = new TreeSet<>(COMMON);
    all.addAll(kind.files());
    return all;
  }

  /** Reads and checks the manifest and, of a complete folder, every digest. */
  Manifest manifest() {
    Manifest manifest = json(Manifest.FILE, new TypeReference<>() {});
    if (manifest.format() != Manifest.FORMAT) {
      throw broken(
          Manifest.FILE,
          "has format %d, not %d".formatted(manifest.format(), Manifest.FORMAT),
          null);
    }
    if (manifest.complete()) {
      manifest.sha256().forEach(this::check);
    }
    return manifest;
  }

  private void check(String name, String expected) {
    try {
      if (!Sha256.of(folder.resolve(name)).equals(expected)) {
        throw broken(name, "was changed or cut after the run", null);
      }
    } catch (IOException e) {
      throw broken(name, "cannot be read (" + e + ")", e);
    }
  }

  Machine machine() {
    try {
      return MachineJson.read(folder.resolve(MACHINE));
    } catch (IOException e) {
      throw broken(MACHINE, "is missing, cut or edited (" + e + ")", e);
    }
  }

  Plan plan() {
    return json(PLAN, new TypeReference<>() {});
  }

  List<Verdict> verdicts() {
    return json(VERDICTS, new TypeReference<>() {});
  }

  List<Warning> warnings() {
    return json(WARNINGS, new TypeReference<>() {});
  }

  /**
   * The text of a file, parsed.
   *
   * @param parser throws {@link IllegalArgumentException} for a text that is not of its format
   * @throws ResultException naming the file
   */
  <T> T parsed(String name, Function<String, T> parser) {
    try {
      return parser.apply(Files.readString(folder.resolve(name), UTF_8));
    } catch (IOException e) {
      throw broken(name, "cannot be read (" + e + ")", e);
    } catch (IllegalArgumentException e) {
      throw broken(name, "does not follow its format: " + e.getMessage(), e);
    }
  }

  /**
   * A JSON file as a value.
   *
   * @throws ResultException naming the file
   */
  <T> T json(String name, TypeReference<T> type) {
    try {
      return Json.MAPPER.readValue(Files.readAllBytes(folder.resolve(name)), type);
    } catch (NoSuchFileException e) {
      throw broken(name, "is missing", e);
    } catch (JsonProcessingException e) {
      throw broken(name, "is cut or edited: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw broken(name, "cannot be read (" + e + ")", e);
    }
  }

  /** An error that names the file {@code name} and what is wrong with it. */
  ResultException broken(String name, String how, @Nullable Throwable cause) {
    return new ResultException(
        "%s is no whole result: %s %s; restore the file or run the experiment again"
            .formatted(folder, name, how),
        cause);
  }
}
