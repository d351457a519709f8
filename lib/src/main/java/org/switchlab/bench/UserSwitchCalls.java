package org.switchlab.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.switchlab.plan.Rung;
import org.switchlab.run.RunnerException;
import org.switchlab.run.WorkCounter;
import org.switchlab.unit.Units;

/**
 * Whether the thread library of Fig. 5 asks the kernel for what it is said to: the mechanism behind
 * CS-2, whatever the order of the two costs is here.
 *
 * <p>The prediction follows from what each variant does, not from a measurement: two calls hold and
 * release the preemption signal, one is made by {@code swapcontext} for the signal mask, and
 * neither allocation nor a switch by hand makes any.
 */
final class UserSwitchCalls extends Benchmark {

  private static final int MASKING = 2;
  private static final int SWAPCONTEXT = 1;

  /** Exact counts: what is off by more than a hundredth of a call is not as predicted. */
  private static final double TOLERANCE = 0.01;

  UserSwitchCalls() {
    super(
        "user-switch-calls",
        "system calls of a user-level switch as its variants predict, within 0.01 of a call");
  }

  /** System calls a switch, by variant, from the paper's library down to the switch by hand. */
  static Map<String, Integer> predicted() {
    Map<String, Integer> calls = new LinkedHashMap<>();
    calls.put(Rung.GTHREAD, MASKING + SWAPCONTEXT);
    calls.put("gthread-nomask", SWAPCONTEXT);
    calls.put("gthread-noalloc", SWAPCONTEXT);
    calls.put(Rung.REGISTER, 0);
    calls.put("ucontext", SWAPCONTEXT);
    return calls;
  }

  @Override
  public Reading measure(Consumer<String> progress) throws RunnerException, InterruptedException {
    progress.accept("counts system calls, a moment");
    return reading(WorkCounter.create());
  }

  Reading reading(WorkCounter counter) throws RunnerException, InterruptedException {
    Map<String, Number> figures = new LinkedHashMap<>();
    double furthest = 0;
    for (Map.Entry<String, Integer> variant : predicted().entrySet()) {
      double calls = counter.count(variant.getKey()).netSystemCallsPerSwitch();
      figures.put(variant.getKey() + "SyscallsPerSwitch", calls);
      furthest = Math.max(furthest, Math.abs(calls - variant.getValue()));
    }
    String note = "furthest from its prediction: by %s calls".formatted(Units.digits(furthest));
    return Reading.of(this, figures, furthest / TOLERANCE, note);
  }
}
