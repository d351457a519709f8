package org.switchlab.counter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.switchlab.os.Errno;
import org.switchlab.os.NativeException;
import org.switchlab.os.NotPermittedException;
import org.switchlab.os.PerfCounter;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Warnings for the counters that a kernel refuses. */
final class Refusals {

  private static final String NO_UNIT_REMEDY =
      "use the emulated counters (--source emulated); or in a virtual machine, a host that passes"
          + " its counters on (QEMU: -cpu host,pmu=on; clouds: a metal or dedicated instance)";

  /** More names would hide the reason behind them. */
  private static final int SHOWN = 3;

  private Refusals() {}

  static List<Warning> warnings(Countable countable) {
    List<Warning> warnings = new ArrayList<>();
    EventCatalogue catalogue = countable.catalogue();
    if (catalogue == null) {
      warnings.add(noUnit("the kernel shows no performance counters of this CPU"));
    } else if (!catalogue.known() && countable.hasHardware()) {
      warnings.add(generic(catalogue));
    }
    addIfAny(warnings, absent(countable));
    addIfAny(warnings, notPermitted(countable));
    addIfAny(warnings, others(countable));
    return warnings;
  }

  private static void addIfAny(List<Warning> warnings, @Nullable Warning warning) {
    if (warning != null) {
      warnings.add(warning);
    }
  }

  private static Warning noUnit(String message) {
    return new Warning(
        WarningCode.NO_HARDWARE_COUNTERS,
        message + ": instructions, cache and TLB misses are not counted here",
        NO_UNIT_REMEDY);
  }

  private static Warning generic(EventCatalogue catalogue) {
    return new Warning(
        WarningCode.GENERIC_EVENTS,
        ("the catalogue does not know this processor (%s): events are taken by the kernel's generic"
                + " names, and what these count differs between processors")
            .formatted(catalogue.core()),
        "compare within this machine only, or add its events to events.csv");
  }

  /** The unit is there, and counts nothing of what was asked: hypervisors show such units. */
  private static @Nullable Warning absent(Countable countable) {
    boolean none = countable.catalogue() != null && !countable.hasHardware();
    Refused refused = Refused.in(countable, Refusals::isAbsent);
    return !none || refused == null ? null : noUnit(refused.reason());
  }

  private static @Nullable Warning notPermitted(Countable countable) {
    Refused refused = Refused.in(countable, NotPermittedException.class::isInstance);
    return refused == null
        ? null
        : new Warning(
            WarningCode.NO_PERF_EVENTS,
            "not counted, for want of a right: " + refused.counters(),
            refused.reason());
  }

  private static @Nullable Warning others(Countable countable) {
    Refused refused =
        Refused.in(
            countable,
            e ->
                !(e instanceof NotPermittedException) && (countable.hasHardware() || !isAbsent(e)));
    return refused == null
        ? null
        : new Warning(
            WarningCode.EVENT_REFUSED,
            "not counted: %s (%s)".formatted(refused.counters(), refused.reason()),
            "");
  }

  private static boolean isAbsent(NativeException e) {
    return e.is(Errno.ENOENT) || e.is(Errno.ENODEV) || e.is(Errno.EOPNOTSUPP);
  }

  /** Refusals of one kind: which counters, and what the kernel said of the first of them. */
  private record Refused(String counters, String reason) {

    static @Nullable Refused in(Countable countable, Predicate<NativeException> kind) {
      List<Map.Entry<PerfCounter, NativeException>> found =
          countable.refused().stream().filter(entry -> kind.test(entry.getValue())).toList();
      return found.isEmpty()
          ? null
          : new Refused(
              few(found.stream().map(entry -> entry.getKey().toString()).toList()),
              String.valueOf(found.getFirst().getValue().getMessage()));
    }

    private static String few(List<String> counters) {
      int more = counters.size() - SHOWN;
      String shown = String.join("; ", counters.subList(0, Math.min(SHOWN, counters.size())));
      return more > 0 ? shown + " and %d more".formatted(more) : shown;
    }
  }
}
