package org.switchlab.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.switchlab.Lab;
import org.switchlab.experiment.coroutine.CoroutineResult;
import org.switchlab.experiment.coroutine.CoroutineResult.Cost;
import org.switchlab.experiment.coroutine.Workload;
import org.switchlab.file.ScratchFolder;
import org.switchlab.procedure.SubjectVisits;
import org.switchlab.subject.Subject;
import org.switchlab.subject.Subjects;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

/**
 * How our coroutines stand among all others in one run, and how long the quick comparison of all
 * takes. Ratios are of gross times, so that what is subtracted cannot flatter.
 */
final class CoroutineSpeed extends Benchmark {

  /** Where the programs of our own coroutines lie. */
  private static final String OURS = "cpp/ours";

  /** Not a coroutine: what a yield is held against. */
  private static final String CALL = "call";

  private static final double PROMISED_SECONDS = 90;

  private static final String YIELD = "coroutine-yield";
  private static final String TELLS = "what";
  private static final String RATIO = "ratio";
  private static final String PROMISED = "promised";

  CoroutineSpeed() {
    super(
        "coroutines",
        "our yield and write_fully quickest of all; a yield within 2 calls; Hanoi in half of"
            + " Boost's time; a sum within 1.1 of C++20's; all within 90 s");
  }

  /**
   * One ratio.
   *
   * @param what in words
   * @param reached in this run
   * @param promised at most
   */
  record Ratio(String what, double reached, double promised) {
    double toPromise() {
      return reached / promised;
    }
  }

  @Override
  public Reading measure(Consumer<String> progress)
      throws NotMeasurableException, IOException, InterruptedException {
    try (ScratchFolder scratch = ScratchFolder.open("switchlab-bench-")) {
      progress.accept("builds what is not built yet");
      run(scratch.path().resolve("first"), List.of("--workloads", YIELD));
      progress.accept("runs once, about %.0f s".formatted(PROMISED_SECONDS));
      Path folder = scratch.path().resolve("result");
      long durationNs = run(folder, List.of());
      return reading(durationNs / 1e9, Lab.load(folder, CoroutineResult.class));
    }
  }

  private static long run(Path folder, List<String> further)
      throws NotMeasurableException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("coroutines", "--quick", "--json"));
    arguments.addAll(List.of("--out", folder.toString()));
    arguments.addAll(further);
    return Subprocess.runNs(arguments);
  }

  Reading reading(double wallSeconds, CoroutineResult result) throws NotMeasurableException {
    List<Ratio> ratios =
        List.of(
            new Ratio("time of the comparison, in 90 s", wallSeconds / PROMISED_SECONDS, 1),
            new Ratio("our yield, to the best of all others", lead(result, YIELD), 1),
            new Ratio(
                "our yield, to an empty call",
                best(result, YIELD, CoroutineSpeed::isOurs) / named(result, YIELD, CALL),
                2),
            new Ratio(
                "our Hanoi, to Boost.Context's",
                best(result, "hanoi", CoroutineSpeed::isOurs)
                    / named(result, "hanoi", "boost-context"),
                0.5),
            new Ratio(
                "our sum of a sequence, to C++20's",
                best(result, "sequence-sum", CoroutineSpeed::isOurs)
                    / named(result, "sequence-sum", "cpp20-for"),
                1.1),
            new Ratio("our write_fully, to the best of others", lead(result, "write-fully"), 1));
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("wallSeconds", wallSeconds);
    figures.put(
        "subjects",
        result.costs().stream().filter(c -> c.number(Workload.GROSS).isPresent()).count());
    figures.put("gaps", result.costs().stream().filter(c -> !c.gap().isEmpty()).count());
    double worst = ratios.stream().mapToDouble(Ratio::toPromise).max().orElseThrow();
    return Reading.of(this, figures, worst, "the ratio is that of the promise farthest off")
        .with(Map.of("ratios", table(ratios)));
  }

  private static Rows table(List<Ratio> ratios) {
    return new Rows(
        "ratios",
        List.of(
            Column.text(TELLS, "what"),
            Column.number(RATIO, Unit.RATIO, "reached"),
            Column.number(PROMISED, Unit.RATIO, "promised at most")),
        ratios.stream()
            .map(r -> Row.of(TELLS, r.what(), RATIO, r.reached(), PROMISED, r.promised()))
            .toList());
  }

  private static double lead(CoroutineResult result, String workload)
      throws NotMeasurableException {
    return best(result, workload, CoroutineSpeed::isOurs)
        / best(result, workload, subject -> !isOurs(subject) && !subject.equals(CALL));
  }

  private static boolean isOurs(String subject) {
    return !subject.equals(CALL)
        && Subjects.programs().stream()
            .filter(program -> program.folder().equals(OURS))
            .flatMap(program -> program.subjects().stream())
            .map(Subject::name)
            .anyMatch(subject::equals);
  }

  private static double named(CoroutineResult result, String workload, String subject)
      throws NotMeasurableException {
    return best(result, workload, subject::equals);
  }

  private static double best(CoroutineResult result, String workload, Predicate<String> subject)
      throws NotMeasurableException {
    return at(result, workload)
        .filter(cost -> subject.test(cost.subject()))
        .flatMapToDouble(cost -> cost.number(Workload.GROSS).stream())
        .min()
        .orElseThrow(() -> new NotMeasurableException("nothing to compare with at " + workload));
  }

  private static Stream<Cost> at(CoroutineResult result, String workload) {
    return result.costs().stream()
        .filter(cost -> cost.row().text(SubjectVisits.WORKLOAD).equals(workload));
  }
}
