package org.switchlab.datasets;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchlab.estimate.CostAnalysis;
import org.switchlab.experiment.KernelSwitchCost;
import org.switchlab.table.Column;

/** The rules of {@code datasets/README.md}, as a list of what breaks them. */
final class DatasetRules {

  private static final Set<String> MACHINE_FILES =
      Set.of(
          "observations.csv",
          "summary.csv",
          "tables.json",
          "warnings.json",
          "machine.json",
          "plan.json",
          "verdicts.json",
          "manifest.json",
          "chart.svg",
          "README.md",
          "LICENSE");
  private static final Set<String> OPTIONAL_MACHINE_FILES = Set.of("chart.png", "chart.vl.json");
  private static final List<String> PUBLISHED_COLUMNS =
      List.of(
          "claimId",
          "figure",
          "level",
          "arrayBytes",
          "arrayToBytes",
          "strideBytes",
          "value",
          "unit",
          "note");

  private static final List<String> PUBLISHED_OF_SUBJECTS =
      List.of("claimId", "figure", "workload", "subject", "value", "unit", "note");

  /** Words in a column's name that make it a quantity, which needs a unit at the end. */
  private static final String QUANTITY =
      "(?i).*(time|duration|estimate|ci(low|high)|single|roundtrip|reference|latency|array|stride).*";

  private static final String UNIT = ".*(Ns|Us|Ms|Bytes|Share)";
  private static final String NUMBER = "-?\\d+(\\.\\d+)?([eE]-?\\d+)?";

  /** Columns of {@code summary.csv}: those of costs by array and stride. */
  static final List<String> SUMMARY_COLUMNS =
      new CostAnalysis()
              .tables(KernelSwitchCost.EXPERIMENT.setup().plan(), List.of(), Map.of())
              .getFirst()
              .columns()
              .stream()
              .flatMap(column -> column.flat().stream())
              .map(Column::name)
              .toList();

  private final Path root;
  private final List<String> problems = new ArrayList<>();

  private DatasetRules(Path root) {
    this.root = root;
  }

  /** What is wrong below {@code root}; each with the file it is wrong in. */
  static List<String> problems(Path root) throws IOException {
    DatasetRules rules = new DatasetRules(root);
    rules.folder(root, Set.of("README.md", "claims", "published"), Set.of("machines"));
    rules.folder(
        root.resolve("claims"),
        Set.of("README.md", "cs.json", "co.json", "errata.json"),
        Set.of());
    rules.folder(root.resolve("published"), Set.of("README.md", "cs.csv", "co.csv"), Set.of());
    rules.claims(root.resolve("claims/cs.json"));
    rules.claims(root.resolve("claims/co.json"));
    rules.table(root.resolve("published/cs.csv"), PUBLISHED_COLUMNS);
    rules.table(root.resolve("published/co.csv"), PUBLISHED_OF_SUBJECTS);
    for (Path machine : children(root.resolve("machines"))) {
      rules.machine(machine);
    }
    return rules.problems;
  }

  private void machine(Path folder) throws IOException {
    folder(folder, MACHINE_FILES, OPTIONAL_MACHINE_FILES);
    table(folder.resolve("summary.csv"), SUMMARY_COLUMNS);
    table(folder.resolve("observations.csv"), null);
    for (Path file : children(folder)) {
      if (file.toString().endsWith(".json")) {
        json(file);
      }
    }
  }

  private void folder(Path folder, Set<String> required, Set<String> optional) throws IOException {
    Set<String> found =
        children(folder).stream().map(p -> p.getFileName().toString()).collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>(required);
    missing.removeAll(found);
    missing.forEach(name -> report(folder.resolve(name), "is missing"));
    Set<String> unknown = new TreeSet<>(found);
    unknown.removeAll(required);
    unknown.removeAll(optional);
    unknown.forEach(name -> report(folder.resolve(name), "is not a file this folder may hold"));
  }

  private void claims(Path file) throws IOException {
    JsonNode claims = json(file);
    Set<String> ids = new TreeSet<>();
    for (JsonNode claim : claims) {
      String id = claim.path("id").asText();
      if (!ids.add(id)) {
        report(file, "claim " + id + " stands there twice");
      }
      for (String field : List.of("id", "source", "figure", "statement", "published")) {
        if (claim.path(field).asText().isBlank()) {
          report(file, "claim " + id + " has no " + field);
        }
      }
      if (!claim.has("check") || claim.size() != 6) {
        report(file, "claim " + id + " must have six fields, check among them");
      }
    }
  }

  private JsonNode json(Path file) throws IOException {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (JacksonException e) {
      report(file, "is not JSON: " + e.getOriginalMessage());
      return new ObjectMapper().createArrayNode();
    }
  }

  /** Checks a CSV file; {@code columns} are its columns, or null if only their form is known. */
  private void table(Path file, List<String> columns) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    List<String> lines = Files.readAllLines(file);
    List<String> header = lines.isEmpty() ? List.of() : List.of(lines.getFirst().split(",", -1));
    if (lines.size() < 2) {
      report(file, "has no rows");
    }
    if (columns != null && !header.equals(columns)) {
      report(file, "has the columns " + header + " instead of " + columns);
    }
    header.stream()
        .filter(name -> name.matches(QUANTITY) && !name.matches(UNIT))
        .forEach(name -> report(file, "column " + name + " does not end in its unit"));
    rows(file, header, lines.stream().skip(1).toList());
  }

  private void rows(Path file, List<String> header, List<String> rows) {
    for (int i = 0; i < rows.size(); i++) {
      String[] fields = rows.get(i).split(",", -1);
      if (fields.length != header.size() || rows.get(i).contains("\"")) {
        report(file, "row %d is not %d fields without quotes".formatted(i + 1, header.size()));
        return;
      }
    }
    for (int column = 0; column < header.size(); column++) {
      int at = column;
      List<Boolean> kinds =
          rows.stream()
              .map(row -> row.split(",", -1)[at])
              .filter(field -> !field.isEmpty())
              .map(field -> field.matches(NUMBER))
              .distinct()
              .toList();
      boolean quantity = header.get(column).matches(UNIT);
      if (kinds.size() > 1 || (quantity && kinds.contains(false))) {
        report(file, "column " + header.get(column) + " holds what is not a number");
      }
    }
  }

  private void report(Path file, String problem) {
    problems.add(root.relativize(file) + " " + problem);
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
