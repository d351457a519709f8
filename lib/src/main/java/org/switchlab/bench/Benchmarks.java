package org.switchlab.bench;

import java.util.List;
import java.util.stream.Collectors;

/** Every benchmark there is, by name. */
public final class Benchmarks {

  private static final List<Benchmark> ALL =
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
          new KernelStart());

  private Benchmarks() {}

  /** All benchmarks, in the order they are run. */
  public static List<Benchmark> all() {
    return ALL;
  }

  /**
   * The benchmarks called {@code names}, in that order; all of them if there is no name.
   *
   * @throws IllegalArgumentException for an unknown name, listing those there are
   */
  public static List<Benchmark> named(List<String> names) {
    return names.isEmpty() ? ALL : names.stream().map(Benchmarks::find).toList();
  }

  private static Benchmark find(String name) {
    return ALL.stream()
        .filter(benchmark -> benchmark.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no benchmark '%s'; there are: %s"
                        .formatted(
                            name,
                            ALL.stream().map(Benchmark::name).collect(Collectors.joining(", ")))));
  }
}
