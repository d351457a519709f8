package org.switchlab.validity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Simulated runs and what they got right.
 *
 * @param scores of the runs of each scenario, in the order of the scenarios
 */
public record Study(Map<Scenario, List<RunScore>> scores) {

  /** Runs are told apart by seeds so far from each other. */
  private static final long SEED_STEP = 1_000_003;

  /** So many words on progress in all. */
  private static final int REPORTS = 20;

  /**
   * Simulates, on all CPUs there are.
   *
   * @param seed that all follows from
   * @param progress is told what share is done, now and then
   * @throws InterruptedException if the calling thread was interrupted; nothing goes on then
   */
  public static Study of(List<Scenario> scenarios, long seed, Consumer<Double> progress)
      throws InterruptedException {
    Map<Scenario, List<RunScore>> scores = new LinkedHashMap<>();
    ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<List<Future<RunScore>>> begun = new ArrayList<>();
      for (Scenario scenario : scenarios) {
        begun.add(begin(scenario, seed + SEED_STEP * begun.size(), pool));
      }
      for (int i = 0; i < scenarios.size(); i++) {
        scores.put(scenarios.get(i), ended(begun.get(i)));
        if ((i + 1) * REPORTS / scenarios.size() > i * REPORTS / scenarios.size()) {
          progress.accept((i + 1.0) / scenarios.size());
        }
      }
    } finally {
      pool.shutdownNow();
    }
    return new Study(scores);
  }

  private static List<Future<RunScore>> begin(Scenario scenario, long seed, ExecutorService pool) {
    List<Future<RunScore>> runs = new ArrayList<>();
    for (int run = 0; run < scenario.runs(); run++) {
      long own = SEED_STEP * SEED_STEP * run + seed;
      runs.add(pool.submit(() -> SimulatedRun.score(scenario, own)));
    }
    return runs;
  }

  private static List<RunScore> ended(List<Future<RunScore>> runs) throws InterruptedException {
    List<RunScore> scores = new ArrayList<>();
    for (Future<RunScore> run : runs) {
      try {
        scores.add(run.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("a simulated run failed", e.getCause());
      }
    }
    return scores;
  }

  /** How many runs. */
  public int runs() {
    return scores.values().stream().mapToInt(List::size).sum();
  }

  /** The runs of all scenarios that are {@code wanted}. */
  Scores of(Predicate<Scenario> wanted) {
    return new Scores(
        scores.entrySet().stream()
            .filter(entry -> wanted.test(entry.getKey()))
            .flatMap(entry -> entry.getValue().stream())
            .toList());
  }
}
