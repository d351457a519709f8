package org.switchlab.bench;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.switchlab.run.RunnerException;
import org.switchlab.unit.Named;

/** One promise of this project, and how to see whether this machine keeps it. */
public abstract class Benchmark {

  /** A class of its own, so that it is made when all the benchmarks' classes are ready. */
  private static final class Catalogue {
    static final List<Benchmark> ALL =
        List.of(
            GridTime.full(),
            GridTime.quick(),
            new DirectCostSpread(),
            new PerfPipe(),
            new UserSwitchRatio(),
            new UserSwitchCalls(),
            EmulatedTime.start(),
            EmulatedTime.figure(),
            new StartLatency(),
            new KernelStart(),
            new CoroutineSpeed(),
            new Neighbour(),
            Validity.quick(),
            Validity.full());
  }

  private final String name;
  private final String promise;

  /** A benchmark with its one name, as on the command line, and its promise with its numbers. */
  protected Benchmark(String name, String promise) {
    this.name = name;
    this.promise = promise;
  }

  /** Its one name, as on the command line. */
  public String name() {
    return name;
  }

  /** What is promised, in words with its numbers. */
  public String promise() {
    return promise;
  }

  /** Whether it takes many minutes, so that it is measured only if it is asked for by its name. */
  public boolean onlyWhenNamed() {
    return false;
  }

  /**
   * Whether it times something itself, beside which nothing else may be measured on this host. A
   * run of an experiment waits for its turn by itself, in whatever process it is.
   */
  boolean timesHere() {
    return false;
  }

  /**
   * Measures it here; leaves no process and no file behind, whatever happens.
   *
   * @param progress is told what is being done, a line now and then
   * @throws NotMeasurableException if this machine cannot answer; says why
   * @throws RunnerException if the runner failed
   * @throws IOException if a temporary file cannot be had
   * @throws InterruptedException if the calling thread was interrupted
   */
  public abstract Reading measure(Consumer<String> progress)
      throws NotMeasurableException, RunnerException, IOException, InterruptedException;

  /** Every benchmark there is, in the order they are run. */
  public static List<Benchmark> all() {
    return Catalogue.ALL;
  }

  /**
   * The benchmarks called {@code names}, in that order; if there is no name, all that do not have
   * to be named.
   *
   * @throws IllegalArgumentException for an unknown name, listing those there are
   */
  public static List<Benchmark> named(List<String> names) {
    return names.isEmpty()
        ? all().stream().filter(benchmark -> !benchmark.onlyWhenNamed()).toList()
        : names.stream()
            .map(name -> Named.find("benchmark", all(), Benchmark::name, name))
            .toList();
  }
}
