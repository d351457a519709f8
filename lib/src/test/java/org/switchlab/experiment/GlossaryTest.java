package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.switchlab.plan.Plan;
import org.switchlab.table.Column;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

/** Every column of every experiment is a word of the glossary. */
class GlossaryTest {

  private static final Pattern ROW =
      Pattern.compile(
          "^\\| \\*\\*(.+)\\*\\* \\| (.+) \\| (.*) ?\\| ?(.*) ?\\|$", Pattern.MULTILINE);
  private static final Pattern NAME = Pattern.compile("`([a-z][A-Za-z0-9]*)`");

  /** Words that say nothing by themselves. */
  private static final Set<String> SMALL = Set.of("of", "per", "a", "the", "and", "by", "in");

  private static List<MatchResult> rows() {
    Path guide =
        Stream.of(Path.of("docs/glossary.md"), Path.of("lib/docs/glossary.md"))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    try {
      return ROW.matcher(Files.readString(guide)).results().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Names of columns that a term lists. */
  private static Set<String> listed() {
    Set<String> names = new HashSet<>();
    rows().forEach(row -> NAME.matcher(row.group(3)).results().forEach(m -> names.add(m.group(1))));
    return names;
  }

  /** The words of the terms themselves. */
  private static Set<String> termWords() {
    Set<String> words = new HashSet<>(SMALL);
    rows()
        .forEach(
            row ->
                Arrays.stream(row.group(1).split("[^A-Za-z0-9]+"))
                    .map(GlossaryTest::singular)
                    .forEach(words::add));
    return words;
  }

  private static String singular(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.endsWith("sses") || lower.endsWith("tches")) {
      return lower.substring(0, lower.length() - 2);
    }
    return lower.endsWith("s") && !lower.endsWith("ss")
        ? lower.substring(0, lower.length() - 1)
        : lower;
  }

  private static boolean isKnown(Column column) {
    String name = column.name();
    if (listed().contains(name) || listed().contains(name + column.unit().suffix())) {
      return true;
    }
    String suffix = column.unit().suffix();
    String bare = name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    return Arrays.stream(bare.split("(?<=[a-z0-9])(?=[A-Z])|-"))
        .map(GlossaryTest::singular)
        .allMatch(termWords()::contains);
  }

  static List<Experiment<?>> experiments() {
    return Catalogue.shipped();
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void everyColumnIsExplained(Experiment<?> experiment) {
    Plan plan = experiment.setup().plan();
    List<Column> columns = new ArrayList<>(plan.factors());
    columns.addAll(plan.measures());
    for (Rows table : experiment.spec().analysis().tables(plan, List.of(), Map.of())) {
      columns.addAll(table.columns());
    }
    assertThat(columns.stream().filter(column -> !isKnown(column)).map(Column::name).distinct())
        .as("columns of %s that lib/docs/glossary.md does not explain", experiment.name())
        .isEmpty();
  }

  @Test
  void everyTermIsExplainedOnceInShortPlainWords() {
    List<MatchResult> rows = rows();
    assertThat(rows).hasSizeGreaterThan(60);
    assertThat(rows.stream().map(row -> row.group(1))).doesNotHaveDuplicates();
    assertThat(rows)
        .allSatisfy(row -> assertThat(row.group(2)).matches("[A-Z].*\\.").hasSizeBetween(15, 220));
  }

  @Test
  void noColumnStandsForTwoTerms() {
    List<String> all =
        rows().stream()
            .flatMap(row -> NAME.matcher(row.group(3)).results().map(m -> m.group(1)))
            .filter(name -> !name.equals("strideBytes"))
            .toList();
    assertThat(all).doesNotHaveDuplicates();
  }

  @Test
  void aColumnThatNobodyExplainedIsSeen() {
    assertThat(isKnown(Column.count("gizmos", "gizmos"))).isFalse();
    assertThat(isKnown(Column.whole("gizmoNs", Unit.NS, "gizmo"))).isFalse();
    assertThat(isKnown(Column.estimate("cacheMiss", Unit.COUNT, "misses"))).isTrue();
    assertThat(isKnown(Column.mainEstimate(Unit.NS, "cost"))).isTrue();
  }
}
