package org.switchlab.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.switchlab.run.Command;

/**
 * Every program of every language whose toolchain is here builds, does each workload of each of its
 * subjects as {@code lib/docs/subjects.md} asks, and refuses what it cannot do.
 */
@Tag("same-without-rights")
class SubjectProgramsIT {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  private static final int LEAST_OBSERVATIONS = 5;

  /** What all of them report. */
  private static final Set<String> TIMES = Set.of("grossNs", "baselineNs", "estimateNs");

  /** Where a processor has no counter that a program may read, this one is left out. */
  private static final String OPTIONAL = "cycles";

  /** What a workload is asked for, small, and what it reports besides the times. */
  private enum Workload {
    COROUTINE_YIELD("--coroutines 3", "callNs"),
    SEQUENCE_SUM("", "callNs"),
    HANOI("--disks 4", "relativeRatio"),
    TREE_WALK("--nodes 15", "relativeRatio"),
    PIPELINE("--stages 2"),
    WRITE_FULLY("--tasks 3 --task-bytes 8100 --send-bytes 800", "schedulerNs", "schedulerRuns"),
    CLIENTS("--client http --response-bytes 5000");

    final List<String> factors;
    final Set<String> keys;

    Workload(String factors, String... keys) {
      this.factors = Arrays.stream(factors.split(" ")).filter(word -> !word.isEmpty()).toList();
      this.keys = Stream.concat(TIMES.stream(), Stream.of(keys)).collect(Collectors.toSet());
    }

    static Workload named(String name) {
      return valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
    }
  }

  @TestFactory
  List<DynamicNode> programs() throws InterruptedException {
    List<DynamicNode> all = new ArrayList<>();
    for (SubjectProgram program : Subjects.programs()) {
      Optional<Toolchain> missing = missing(program);
      all.add(
          missing.isPresent()
              ? dynamicTest(program.name(), () -> skip(missing.get()))
              : dynamicContainer(program.name(), tests(program)));
    }
    return all;
  }

  private static Optional<Toolchain> missing(SubjectProgram program) throws InterruptedException {
    for (String need : program.needs()) {
      Toolchain toolchain = Toolchains.named(need);
      if (Toolchains.version(toolchain).isEmpty()) {
        return Optional.of(toolchain);
      }
    }
    return Optional.empty();
  }

  private static void skip(Toolchain missing) {
    abort("%s is not installed; %s".formatted(missing.gives(), missing.remedy()));
  }

  private static Stream<DynamicNode> tests(SubjectProgram program) {
    Stream<DynamicNode> refusals =
        Stream.of(
            dynamicTest("refuses a subject it does not know", () -> refusesSubject(program)),
            dynamicTest("refuses a workload it does not know", () -> refusesWorkload(program)));
    Stream<DynamicNode> measures =
        program.subjects().stream()
            .flatMap(
                subject ->
                    subject.workloads().stream()
                        .map(
                            workload ->
                                dynamicTest(
                                    subject.name() + " does " + workload,
                                    () -> measures(program, subject, workload))));
    return Stream.concat(refusals, measures);
  }

  private static void measures(SubjectProgram program, Subject subject, String name)
      throws Exception {
    Workload workload = Workload.named(name);
    Command.Ended ended = run(program, name, subject.name(), workload.factors);
    assertThat(ended.well()).as(ended.said()).isTrue();
    List<String> lines = ended.said().lines().filter(line -> !line.isBlank()).toList();
    assertThat(lines.getLast()).isEqualTo("done");
    List<Map<String, Double>> observations =
        lines.stream()
            .filter(line -> line.startsWith("observation "))
            .map(SubjectProgramsIT::values)
            .toList();
    assertThat(observations)
        .hasSizeGreaterThanOrEqualTo(LEAST_OBSERVATIONS)
        .allSatisfy(observation -> check(observation, workload));
  }

  private static void check(Map<String, Double> observation, Workload workload) {
    Set<String> keys = new HashSet<>(observation.keySet());
    keys.remove(OPTIONAL);
    assertThat(keys).isEqualTo(workload.keys);
    double grossNs = value(observation, "grossNs");
    double baselineNs = value(observation, "baselineNs");
    // All were rounded when they were printed, some to six digits.
    double rounding = 1e-3 + 1e-5 * (grossNs + baselineNs);
    assertThat(value(observation, "estimateNs")).isCloseTo(grossNs - baselineNs, offset(rounding));
    observation.forEach(
        (key, value) -> {
          if (!key.equals("estimateNs")) { // which is a difference
            assertThat(value).as(key).isPositive();
          }
        });
    if (observation.containsKey("relativeRatio")) {
      assertThat(value(observation, "relativeRatio") * baselineNs)
          .isCloseTo(grossNs, offset(rounding + 0.01 * grossNs));
    }
  }

  private static double value(Map<String, Double> observation, String key) {
    return Objects.requireNonNull(observation.get(key), key);
  }

  private static Map<String, Double> values(String line) {
    return Arrays.stream(line.split(" +"))
        .skip(1)
        .map(word -> word.split("=", 2))
        .collect(Collectors.toMap(word -> word[0], word -> Double.valueOf(word[1])));
  }

  private static void refusesSubject(SubjectProgram program) throws Exception {
    String workload = program.subjects().getFirst().workloads().getFirst();
    assertRefused(run(program, workload, "no-such-subject", List.of()));
  }

  private static void refusesWorkload(SubjectProgram program) throws Exception {
    String subject = program.subjects().getFirst().name();
    assertRefused(run(program, "no-such-workload", subject, List.of()));
  }

  private static void assertRefused(Command.Ended ended) {
    assertThat(ended.well()).as("ended with code 0").isFalse();
    assertThat(ended.said()).contains("no-such").doesNotContain("observation ");
  }

  private static Command.Ended run(
      SubjectProgram program, String workload, String subject, List<String> factors)
      throws Exception {
    List<String> words = new ArrayList<>(new SubjectBuild().command(program));
    words.addAll(List.of(workload, "--subject", subject));
    words.addAll(factors);
    // Another seed for each, so that all places of the code have their turn.
    words.addAll(List.of("--seed", String.valueOf(Math.floorMod(subject.hashCode(), 1000))));
    return new Command(words, LIMIT).run();
  }
}
