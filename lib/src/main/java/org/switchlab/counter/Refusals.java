package org.switchlab.counter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.switchlab.os.Errno;
import org.switchlab.os.NativeException;
import org.switchlab.os.NotPermittedException;
import org.switchlab.os.PerfCounter;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Counters that a kernel refuses for one kind of reason: what it said of the first of them. */
record Refusals(String counters, String reason) {

  private static final String NO_UNIT_REMEDY =
      "use the emulated counters (--source emulated); or in a virtual machine, a host that passes"
          + " its counters on (QEMU: -cpu host,pmu=on; clouds: a metal or dedicated instance)";

  /** More names would hide the reason behind them. */
  private static final int SHOWN = 3;

  /** Why something is missing, each reason once, with what mends it. */
  static List<Warning> warnings(Countable countable) {
    List<Warning> warnings = new ArrayList<>();
    EventCatalogue catalogue = countable.catalogue();
    boolean hardware = countable.hasHardware();
    if (catalogue == null) {
      warnings.add(noUnit("the kernel shows no performance counters of this CPU"));
    } else if (!hardware) {
      // The unit is there, and counts nothing of what was asked: hypervisors show such units.
      in(countable, Refusals::isAbsent).map(r -> noUnit(r.reason)).ifPresent(warnings::add);
    } else if (!catalogue.known()) {
      warnings.add(generic(catalogue));
    }
    in(countable, NotPermittedException.class::isInstance)
        .map(Refusals::notPermitted)
        .ifPresent(warnings::add);
    in(countable, e -> !(e instanceof NotPermittedException) && (hardware || !isAbsent(e)))
        .map(Refusals::notCounted)
        .ifPresent(warnings::add);
    return warnings;
  }

  private static Optional<Refusals> in(Countable countable, Predicate<NativeException> kind) {
    List<Map.Entry<PerfCounter, NativeException>> found =
        Stream.of(countable.hardware(), countable.software())
            .flatMap(part -> part.refused().entrySet().stream())
            .filter(entry -> kind.test(entry.getValue()))
            .toList();
    return found.stream()
        .findFirst()
        .map(
            first ->
                new Refusals(
                    few(found.stream().map(entry -> entry.getKey().toString()).toList()),
                    String.valueOf(first.getValue().getMessage())));
  }

  private static String few(List<String> counters) {
    int more = counters.size() - SHOWN;
    String shown = String.join("; ", counters.subList(0, Math.min(SHOWN, counters.size())));
    return more > 0 ? shown + " and %d more".formatted(more) : shown;
  }

  private static boolean isAbsent(NativeException e) {
    return e.is(Errno.ENOENT) || e.is(Errno.ENODEV) || e.is(Errno.EOPNOTSUPP);
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

  private Warning notPermitted() {
    return new Warning(
        WarningCode.NO_PERF_EVENTS, "not counted, for want of a right: " + counters, reason);
  }

  private Warning notCounted() {
    return Warning.of(
        WarningCode.EVENT_REFUSED, "not counted: %s (%s)".formatted(counters, reason));
  }
}
