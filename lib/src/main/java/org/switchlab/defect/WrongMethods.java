package org.switchlab.defect;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Median;
import org.switchlab.sample.Couple;

/** Every wrong method there is, by name. */
public final class WrongMethods {

  /**
   * The code of C. Li, C. Ding and K. Shen, <i>Quantifying the cost of context switch</i>, ExpCS
   * 2007.
   *
   * <p>One program times the loop without switches, another the loop with them; each is run three
   * times and the fastest is kept. The flaw: the two minima come from different processes, with
   * other page mappings, at other times. Their difference is no time that anything took, and
   * nothing keeps it above zero. A minimum also answers how lucky a run can be, not what a run is
   * like.
   */
  private static final WrongMethod LI_2007 =
      method(
          "li-2007",
          "minimum of three runs, with and without switches timed by separate programs (Li, Ding,"
              + " Shen 2007)",
          "two minima of two processes: other mappings, other times; their difference can even be"
              + " negative",
          WrongMethods::differenceOfMinima,
          Conduct.SEPARATE);

  /**
   * {@code lat_ctx} of lmbench (L. McVoy and C. Staelin, <i>lmbench: portable tools for performance
   * analysis</i>, USENIX 1996).
   *
   * <p>The flaw: one best-case overhead is taken off every result, so what slows the messages
   * themselves from then on is charged to the switch; and a distribution whose lower part is cut
   * off has a higher middle. Where the cost is large beside the noise this hardly shows; where it
   * is not, zero cannot be answered.
   */
  private static final WrongMethod LAT_CTX =
      method(
          "lat-ctx",
          "take one hot-cache overhead off every result, drop what is not positive (lmbench's"
              + " lat_ctx)",
          "a best case is taken off the usual case, and without its negative part noise has a"
              + " positive middle: too high",
          WrongMethods::lessOneOverhead);

  /**
   * The flaw: nobody counted. The kernel counts every switch of a process ({@code ru_nvcsw}, {@code
   * ru_nivcsw}); the right method compares that with what it divides by, for every batch. The error
   * is a factor of exactly two, on every machine, and no statistic can show it.
   */
  private static final WrongMethod TWICE_THE_SWITCHES =
      method(
          "twice-the-switches",
          "divide by four switches a round trip (a program of tsuna/contextswitch)",
          "the kernel counts two: half the cost, always and quietly; only counting shows it",
          pass -> median(costsNs(pass, Conduct.PAIRED, cost -> cost.switchCostNs() / 2)));

  /**
   * The flaw: each process finds in the caches what the other has just walked, so that the indirect
   * cost, which the array is there to show, is lost. What remains is about the direct cost, and a
   * curve over the array size shows no hill where one is.
   */
  private static final WrongMethod SHARED_ARRAY =
      method(
          "shared-array",
          "let both processes walk one array (a program of tsuna/contextswitch)",
          "each finds in the caches what the other has just walked: the indirect cost is lost",
          pass -> median(costsNs(pass, Conduct.SHARED_ARRAY, Couple::switchCostNs)),
          Conduct.SHARED_ARRAY);

  /**
   * How a careful person does it the first time, and how most programs do.
   *
   * <p>The flaw: the two runs are at different times. Whatever changes slowly (clock frequency,
   * temperature, a neighbour) changes between them and is charged to the switch. More rounds make
   * each run longer and bring the two no closer; the difference scatters from one application to
   * the next, and a single application cannot tell.
   */
  private static final WrongMethod LONG_SINGLE_THEN_LONG_PAIR =
      method(
          "long-single-then-long-pair",
          "one long run without switches, then one long run with them",
          "what drifts between the two runs is charged to the switch; it scatters, and one run"
              + " cannot tell",
          pass -> Arrays.stream(costsNs(pass, Conduct.LONG, Couple::switchCostNs)).findFirst(),
          Conduct.LONG);

  /**
   * The flaw: neither process displaces the other, so there is no switch between them. What is
   * measured is how long it takes to wake a process on another CPU, which is another quantity and
   * usually a larger one. {@code perf bench sched pipe} measures so unless it is pinned.
   */
  private static final WrongMethod UNPINNED =
      method(
          "unpinned",
          "leave the CPUs to the scheduler (perf bench sched pipe, unless it is pinned)",
          "on two CPUs nobody is switched out: this is the time of a wake-up across CPUs",
          pass -> median(costsNs(pass, Conduct.UNPINNED, Couple::switchCostNs)),
          Conduct.UNPINNED);

  /**
   * The flaw: disturbances only ever add time, and a few large ones move a mean as far as they
   * like. Batches that did not make their switches, and those in which a neighbour used the core,
   * are averaged in. The number is a property of the neighbours as much as of the switch.
   */
  private static final WrongMethod MEAN_OF_EVERYTHING =
      new WrongMethod(
          "mean-of-everything",
          "average all that was measured, disturbed or not (the paper's 200 samples)",
          "disturbances only add time, and a mean follows the largest of them",
          Set.of(),
          true,
          pass -> Arrays.stream(costsNs(pass, Conduct.PAIRED, Couple::switchCostNs)).average());

  private static final List<WrongMethod> ALL =
      List.of(
          LI_2007,
          LAT_CTX,
          TWICE_THE_SWITCHES,
          SHARED_ARRAY,
          LONG_SINGLE_THEN_LONG_PAIR,
          UNPINNED,
          MEAN_OF_EVERYTHING);

  private WrongMethods() {}

  private static WrongMethod method(
      String name,
      String what,
      String why,
      Function<Pass, OptionalDouble> answer,
      Conduct... needs) {
    return new WrongMethod(name, what, why, Set.of(needs), false, answer);
  }

  /** All of them. */
  public static List<WrongMethod> all() {
    return ALL;
  }

  /**
   * The one called {@code name}.
   *
   * @throws IllegalArgumentException listing the names there are
   */
  public static WrongMethod named(String name) {
    return ALL.stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no wrong method '%s'; there are: %s"
                        .formatted(name, String.join(", ", names()))));
  }

  /** Their names, in their order. */
  public static List<String> names() {
    return ALL.stream().map(WrongMethod::name).toList();
  }

  private static OptionalDouble differenceOfMinima(Pass pass) {
    OptionalDouble pair = least(pass, Conduct.SEPARATE, run -> run.pair().roundNs());
    OptionalDouble single = least(pass, Conduct.SEPARATE, run -> run.single().roundNs());
    return pair.isPresent()
        ? OptionalDouble.of(pair.getAsDouble() / 2 - single.orElseThrow())
        : OptionalDouble.empty();
  }

  private static OptionalDouble lessOneOverhead(Pass pass) {
    OptionalDouble overheadNs = least(pass, Conduct.PAIRED, couple -> couple.single().roundNs());
    double[] lessNs =
        costsNs(
            pass, Conduct.PAIRED, couple -> couple.pair().roundNs() / 2 - overheadNs.orElseThrow());
    return median(Arrays.stream(lessNs).filter(costNs -> costNs > 0).toArray());
  }

  private static OptionalDouble least(Pass pass, Conduct conduct, ToDoubleFunction<Couple> timeNs) {
    return Arrays.stream(costsNs(pass, conduct, timeNs)).min();
  }

  private static double[] costsNs(Pass pass, Conduct conduct, ToDoubleFunction<Couple> costNs) {
    return pass.of(conduct).stream().mapToDouble(costNs).toArray();
  }

  private static OptionalDouble median(double[] costsNs) {
    return costsNs.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Median.withDefaults().evaluate(costsNs));
  }
}
