package org.switchlab.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.switchlab.file.ScratchFolder;
import org.switchlab.os.Affinity;

/** Lets many faults happen, one after the other on each CPU, and judges what comes of each. */
public final class Campaign {

  /** So many words on progress in all. */
  private static final int REPORTS = 20;

  private final Selection selection;
  private final Consumer<String> progress;
  private final List<Integer> cpus = Affinity.allowed();
  private final List<String> skipped = new ArrayList<>();

  private Campaign(Selection selection, Consumer<String> progress) {
    this.selection = selection;
    this.progress = progress;
  }

  /**
   * Lets the faults of a selection happen here. Leaves nothing behind, whatever happens.
   *
   * @param progress is told how far it is, now and then
   * @throws IllegalArgumentException if the selection names no fault
   * @throws IOException if there is no place for temporary files, or if what is undisturbed fails
   * @throws InterruptedException if the calling thread was interrupted; nothing goes on then
   */
  public static Report run(Selection selection, Consumer<String> progress)
      throws IOException, InterruptedException {
    return new Campaign(selection, progress).run();
  }

  private Report run() throws IOException, InterruptedException {
    try (ScratchFolder scratch = ScratchFolder.open("switchlab-faults");
        Grounds grounds = Grounds.in(scratch.path())) {
      List<Fault> faults = planned(grounds);
      long startNs = System.nanoTime();
      List<Finding> findings = new ArrayList<>(met(faults, grounds));
      findings.addAll(grounds.leftovers());
      return new Report(findings, List.copyOf(skipped), System.nanoTime() - startNs);
    }
  }

  private List<Fault> planned(Grounds grounds) throws IOException, InterruptedException {
    List<Fault> all = new ArrayList<>();
    for (Source source : Sources.of(grounds, selection.seed())) {
      if (selection.mayWant(source.target())) {
        progress.accept("looks for faults of: " + source.target().word());
        try (Nest nest = grounds.nest(cpus.getFirst())) {
          all.addAll(source.faults(nest));
        } catch (NotHereException e) {
          skipped.add("%s: %s".formatted(source.target().word(), e.getMessage()));
        }
      }
    }
    List<Fault> wanted = all.stream().filter(fault -> selection.wants(fault.name())).toList();
    if (wanted.isEmpty() && skipped.isEmpty()) {
      throw new IllegalArgumentException(
          "no fault is called %s; names begin with %s"
              .formatted(String.join(", ", selection.only()), Sources.words()));
    }
    return Drawn.of(wanted, selection.most(), selection.seed());
  }

  private List<Finding> met(List<Fault> faults, Grounds grounds)
      throws IOException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(cpus.size());
    var free = new LinkedBlockingQueue<>(cpus);
    try {
      var trials = new ExecutorCompletionService<Finding>(pool);
      faults.forEach(fault -> trials.submit(() -> finding(fault, grounds, free)));
      List<Finding> findings = new ArrayList<>();
      while (findings.size() < faults.size()) {
        findings.add(trials.take().get());
        report(findings.size(), faults.size());
      }
      return findings;
    } catch (ExecutionException e) {
      throw new IOException("the campaign failed: " + e.getCause(), e.getCause());
    } finally {
      pool.shutdownNow();
      pool.close();
    }
  }

  private void report(int done, int all) {
    if (done * REPORTS / all > (done - 1) * REPORTS / all) {
      progress.accept("%d of %d faults".formatted(done, all));
    }
  }

  private static Finding finding(Fault fault, Grounds grounds, BlockingQueue<Integer> free)
      throws IOException, InterruptedException {
    int cpu = free.take();
    try (Nest nest = grounds.nest(cpu)) {
      Verdict verdict;
      try {
        verdict = fault.trial().run(nest);
      } catch (IOException e) {
        throw new IOException("%s: %s".formatted(fault.name(), e.getMessage()), e);
      }
      List<String> left = nest.leftovers();
      return new Finding(
          fault,
          left.isEmpty() || verdict.outcome().isBad()
              ? verdict
              : new Verdict(Outcome.LEFT_OVER, String.join(", ", left)));
    } finally {
      free.add(cpu);
    }
  }
}
