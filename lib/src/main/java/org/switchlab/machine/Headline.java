package org.switchlab.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/** The machine in one line. */
final class Headline {

  private static final Pattern RELEASE = Pattern.compile("(\\d+\\.\\d+).*", Pattern.DOTALL);

  private Headline() {}

  static String of(Machine machine) {
    List<String> parts = new ArrayList<>();
    parts.add(processor(machine.cpu()));
    add(parts, cpus(machine.topology()));
    add(parts, surroundings(machine.virtualization()));
    add(parts, linux(machine.kernel().release()));
    for (int level = 1; level <= 3; level++) {
      machine
          .dataCache(level)
          .ifPresent(cache -> parts.add(cache.name() + " " + Units.bytes(cache.sizeBytes())));
    }
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, @Nullable String part) {
    if (part != null) {
      parts.add(part);
    }
  }

  private static String processor(Cpu cpu) {
    String name = cpu.displayName().replaceAll("\\((R|TM)\\)| CPU(?= @)", "");
    String design = cpu.microarchitecture();
    return design == null || name.contains(design) ? name : name + " (" + design + ")";
  }

  private static @Nullable String cpus(Topology topology) {
    int online = topology.onlineCpus().size();
    int allowed = topology.allowedCpus().size();
    if (allowed == 0 || online == 0) {
      return null;
    }
    return allowed == online
        ? Plural.of(online, "CPU")
        : allowed + " of " + Plural.of(online, "CPU");
  }

  private static @Nullable String surroundings(Virtualization virtualization) {
    String below =
        virtualization.guest()
            ? virtualization.hypervisor() + " guest"
            : virtualization.hypervisor() == null ? null : "bare metal";
    String around = virtualization.contained() ? virtualization.container() + " container" : null;
    return below == null ? around : around == null ? below : around + " on " + below;
  }

  private static @Nullable String linux(@Nullable String release) {
    Matcher version = RELEASE.matcher(release == null ? "" : release);
    return version.matches() ? "Linux " + version.group(1) : null;
  }
}
