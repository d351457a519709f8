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
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.Verdict;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.machine.Machine;
import org.switchlab.machine.MachineJson;
import org.switchlab.plan.Plan;
import org.switchlab.sample.Samples;
import org.switchlab.warning.Warning;

/** The layout of a result folder, and how it is read back. */
final class ResultFolder {

  static final String SAMPLES = "samples.csv";
  static final String SUMMARY = "summary.csv";
  static final String ESTIMATES = "estimates.json";
  static final String MACHINE = "machine.json";
  static final String PLAN = "plan.json";
  static final String VERDICTS = "verdicts.json";
  static final String WARNINGS = "warnings.json";
  static final String CHART_SVG = "chart.svg";
  static final String CHART_PNG = "chart.png";

  /** Every file but the manifest. */
  static final Set<String> FILES =
      Set.of(SAMPLES, SUMMARY, ESTIMATES, MACHINE, PLAN, VERDICTS, WARNINGS, CHART_SVG, CHART_PNG);

  private final Path folder;

  ResultFolder(Path folder) {
    this.folder = folder;
  }

  /** Reads and checks the manifest and, of a complete folder, every digest. */
  Manifest manifest() {
    Manifest manifest = json(Manifest.FILE, new TypeReference<>() {});
    if (manifest.format() != Manifest.FORMAT) {
      throw broken(Manifest.FILE, "has format %d, not %d".formatted(manifest.format(), 1), null);
    }
    if (manifest.complete()) {
      manifest.sha256().forEach(this::check);
    }
    return manifest;
  }

  private void check(String name, String expected) {
    try {
      if (!AtomicFiles.sha256(folder.resolve(name)).equals(expected)) {
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

  List<PointEstimate> estimates() {
    return json(ESTIMATES, new TypeReference<>() {});
  }

  List<Verdict> verdicts() {
    return json(VERDICTS, new TypeReference<>() {});
  }

  List<Warning> warnings() {
    return json(WARNINGS, new TypeReference<>() {});
  }

  Samples samples() {
    try {
      return SamplesCsv.parse(Files.readString(folder.resolve(SAMPLES), UTF_8));
    } catch (IOException e) {
      throw broken(SAMPLES, "cannot be read (" + e + ")", e);
    } catch (IllegalArgumentException e) {
      throw broken(SAMPLES, "does not follow its format: " + e.getMessage(), e);
    }
  }

  private <T> T json(String name, TypeReference<T> type) {
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

  private ResultException broken(String name, String how, @Nullable Throwable cause) {
    return new ResultException(
        "%s is no whole result: %s %s; restore the file or run the experiment again"
            .formatted(folder, name, how),
        cause);
  }
}
