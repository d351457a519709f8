package org.switchlab.experiment;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchlab.file.ClassPathFolder;
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
          CounterFigures.MISS_RATES,
          CounterFigures.L1I_MISSES,
          CounterFigures.L1D_MISSES,
          CounterFigures.DTLB_MISSES,
          CounterFigures.INSTRUCTIONS,
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
    return Stream.concat(OURS.stream(), Added.ALL.stream()).toList();
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
        .orElseGet(() -> new Result(data, Spec.plain()));
  }

  static ResultData read(Path folder) {
    return ResultFolder.read(
        folder,
        (plan, seen) ->
            find(plan.experiment())
                .map(experiment -> experiment.spec().analysis().tables(plan, seen, Map.of()))
                .orElse(List.of()));
  }

  /**
   * The experiments of the package {@code added}, found by the files that are there: whoever adds
   * one changes no list.
   *
   * <p>Only the folder or jar of this class is looked through, which is open already, and only the
   * classes found there are loaded.
   */
  private static final class Added {

    private static final String FIELD = "EXPERIMENT";
    private static final String CLASS = ".class";
    private static final String PACKAGE = Catalogue.class.getPackageName() + ".added";

    /** All of them, by the names of their files, read once: what is there at the first question. */
    static final List<Experiment<?>> ALL = read();

    private Added() {}

    private static List<Experiment<?>> read() {
      return classFiles().stream()
          .filter(file -> file.endsWith(CLASS) && !file.contains("$") && !file.contains("-"))
          .<Experiment<?>>map(file -> experiment(file.substring(0, file.length() - CLASS.length())))
          .toList();
    }

    private static List<String> classFiles() {
      try {
        return new ClassPathFolder(PACKAGE.replace('.', '/')).files();
      } catch (IOException e) {
        throw new IllegalStateException("the experiments of this build cannot be read", e);
      }
    }

    private static Experiment<?> experiment(String name) {
      try {
        Field field = Class.forName(PACKAGE + "." + name).getField(FIELD);
        return (Experiment<?>) Objects.requireNonNull(field.get(null));
      } catch (ReflectiveOperationException | ClassCastException e) {
        throw new IllegalStateException(
            "%s.%s defines no experiment: give it a public static final Experiment<?> %s"
                .formatted(PACKAGE, name, FIELD),
            e);
      } catch (ExceptionInInitializerError e) {
        throw new IllegalStateException(
            "%s.%s cannot be defined: %s".formatted(PACKAGE, name, e.getCause()), e);
      }
    }
  }
}
