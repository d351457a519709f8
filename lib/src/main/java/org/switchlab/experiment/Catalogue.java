package org.switchlab.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.result.ResultFolder;

/** Every experiment there is, by name: those of this build, and those defined in this session. */
public final class Catalogue {

  private static final List<Experiment<?>> OURS =
      List.of(
          KernelSwitchCost.EXPERIMENT,
          DirectCost.EXPERIMENT,
          UserSwitchCost.EXPERIMENT,
          SwitchLadder.EXPERIMENT,
          MissRates.EXPERIMENT,
          L1iMisses.EXPERIMENT,
          L1dMisses.EXPERIMENT,
          DtlbMisses.EXPERIMENT,
          InstructionCounts.EXPERIMENT,
          PeakOrigin.EXPERIMENT,
          WhatIf.EXPERIMENT,
          Paper.EXPERIMENT,
          TimelineExperiment.EXPERIMENT,
          AccessPatternExperiment.EXPERIMENT,
          WrongWays.EXPERIMENT);

  private static final Map<String, Experiment<?>> DEFINED = new ConcurrentHashMap<>();

  private Catalogue() {}

  /** All experiments, the main one first. */
  public static List<Experiment<?>> all() {
    List<Experiment<?>> all = new ArrayList<>(shipped());
    all.addAll(DEFINED.values());
    return all;
  }

  /** Those of this build: the list above, and each file of the folder of added ones. */
  static List<Experiment<?>> shipped() {
    return Stream.concat(OURS.stream(), Added.all().stream()).toList();
  }

  /**
   * Makes an experiment known by its name, so that it is listed and its results can be loaded.
   *
   * @throws IllegalArgumentException if one of ours has that name
   */
  public static void register(Experiment<?> experiment) {
    experiment.spec().check();
    if (shipped().contains(experiment)) {
      return;
    }
    Stream.concat(Stream.of(experiment.name()), experiment.spec().aliases().keySet().stream())
        .filter(word -> shipped().stream().anyMatch(ours -> ours.isCalled(word)))
        .forEach(
            word -> {
              throw new IllegalArgumentException(
                  "'%s' is an experiment of SwitchLab's: give yours another name".formatted(word));
            });
    DEFINED.put(experiment.name(), experiment);
  }

  /** The experiment called {@code name}, by its name or a second name, if there is one. */
  public static Optional<Experiment<?>> find(String name) {
    String word = name.toLowerCase(Locale.ROOT);
    // Ours first: the folder need not be read for them.
    return Stream.<Supplier<List<Experiment<?>>>>of(() -> OURS, Catalogue::all)
        .flatMap(some -> some.get().stream())
        .filter(experiment -> experiment.isCalled(word))
        .findFirst();
  }

  /**
   * Begins to set up the experiment called {@code name}.
   *
   * @throws IllegalArgumentException listing the names there are
   */
  public static Setup<?> open(String name) {
    return find(name)
        .<Setup<?>>map(experiment -> experiment.setup(name.toLowerCase(Locale.ROOT)))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no experiment '%s'; there are: %s".formatted(name, names())));
  }

  private static String names() {
    return all().stream()
        .map(
            e ->
                e.spec().aliases().isEmpty()
                    ? e.name()
                    : e.name() + " (" + String.join(", ", e.spec().aliases().keySet()) + ")")
        .collect(Collectors.joining(", "));
  }

  /** Reads a stored result back, shown as its experiment shows it; plainly if that is not known. */
  public static Result load(Path folder) {
    ResultData data = read(folder);
    return find(data.plan().experiment())
        .<Result>map(experiment -> experiment.read(data, folder))
        .orElseGet(() -> new Result(data, Shown.PLAIN));
  }

  /** What a folder holds. */
  static ResultData read(Path folder) {
    return ResultFolder.read(
        folder,
        (plan, seen) ->
            find(plan.experiment())
                .map(experiment -> experiment.spec().analysis().tables(plan, seen, Map.of()))
                .orElse(List.of()));
  }
}
