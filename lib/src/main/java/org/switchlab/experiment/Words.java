package org.switchlab.experiment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Measure;
import org.switchlab.procedure.CFunction;
import org.switchlab.procedure.Lambdas;
import org.switchlab.procedure.Procedure;
import org.switchlab.procedure.Programs;
import org.switchlab.result.Result;
import org.switchlab.run.Program;
import org.switchlab.table.Unit;

/**
 * The words in which an experiment is defined, for a static import: {@code
 * experiment("late").vary(time("sleepNs", 1_000,
 * 10_000)).measure(time("late")).by(cFunction("…"))}.
 *
 * <p>A word for numbers that is given values declares a factor; without values it declares a
 * measure. A factor is named with its unit, as its column is, and is set by the name without it; a
 * measure is named without, for its estimate has three columns.
 */
public final class Words {

  private Words() {}

  /** An experiment called {@code name}, of which nothing else is said yet. */
  public static Experiment<Result> experiment(String name) {
    return Experiment.experiment(name);
  }

  /** A factor of words. */
  public static Factor choice(String name, String... words) {
    if (words.length == 0) {
      throw new IllegalArgumentException(
          "the factor '%s' has no value: name the words it can be".formatted(name));
    }
    return worded(Factor.choice(name, List.of(words)), Unit.NONE);
  }

  /** A factor of times, in ns; its name ends with {@code Ns}. */
  public static Factor time(String name, long firstNs, long... furtherNs) {
    return worded(Factor.time(name).by(all(firstNs, furtherNs)), Unit.NS);
  }

  /** A factor of sizes, in bytes; its name ends with {@code Bytes}. */
  public static Factor bytes(String name, long first, long... further) {
    return worded(Factor.bytes(name).by(all(first, further)), Unit.BYTES);
  }

  /** A factor of whole numbers. */
  public static Factor count(String name, long first, long... further) {
    return worded(Factor.count(name).by(all(first, further)), Unit.NONE);
  }

  /** A factor of parts of a whole, 0 to 1. */
  public static Factor share(String name, double first, double... further) {
    List<Double> values = new ArrayList<>(List.of(first));
    Arrays.stream(further).forEach(values::add);
    return worded(Factor.share(name).by(values), Unit.NONE);
  }

  /** A measure of time, in ns. */
  public static Measure time(String name) {
    return new Measure(name, Unit.NS);
  }

  /** A measure of size, in bytes. */
  public static Measure bytes(String name) {
    return new Measure(name, Unit.BYTES);
  }

  /** A measure of how many there are of something. */
  public static Measure count(String name) {
    return new Measure(name, Unit.COUNT);
  }

  /** A measure of a part of a whole, 0 to 1. */
  public static Measure share(String name) {
    return new Measure(name, Unit.SHARE);
  }

  /** A measure of a quotient of two numbers of one unit. */
  public static Measure ratio(String name) {
    return new Measure(name, Unit.RATIO);
  }

  /** A measure of a unit by its word: {@code ns}, {@code bytes}, {@code count}, {@code share}. */
  public static Measure measure(String name, String unit) {
    return Measure.of(name, unit);
  }

  /** By a command that speaks the line protocol of programs, a fresh process a visit. */
  public static Procedure program(String... command) {
    return Programs.program(Program.SILENCE, Arrays.asList(command));
  }

  /** The same, which may say nothing for so long before it counts as hung. */
  public static Procedure program(Duration silence, String... command) {
    return Programs.program(silence, Arrays.asList(command));
  }

  /** By a C function, see {@link CFunction#cFunction}. */
  public static Procedure cFunction(String source) {
    return CFunction.cFunction(source);
  }

  /** By Java code in this JVM, see {@link Lambdas#lambda}. */
  public static Procedure lambda(Lambdas.Body body) {
    return Lambdas.lambda(body);
  }

  /** A figure of an estimate over a factor, see {@link Lines}. */
  public static Lines lines() {
    return Lines.lines();
  }

  private static List<Long> all(long first, long... further) {
    return LongStream.concat(LongStream.of(first), Arrays.stream(further)).boxed().toList();
  }

  /** With a word for options, without the unit: {@code sleep} for {@code sleepNs}. */
  private static Factor worded(Factor factor, Unit unit) {
    String name = factor.name();
    String suffix = unit.suffix();
    if (!name.endsWith(suffix) || name.length() == suffix.length()) {
      throw new IllegalArgumentException(
          "the factor '%s' holds %s, and its name does not say so: call it '%s%s'"
              .formatted(name, unit.word(), name, suffix));
    }
    // Refuses what no column can be called.
    factor.column();
    String bare = name.substring(0, name.length() - suffix.length());
    return factor.word(bare.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT));
  }
}
