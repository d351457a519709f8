package org.switchlab.machine;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/** The machine in one line. */
final class Headline {

  private static final Pattern RELEASE = Pattern.compile("(\\d+\\.\\d+).*", Pattern.DOTALL);

  private Headline() {}

  static String of(Machine machine) {
    Stream<@Nullable String> system =
        Stream.of(
            processor(machine.cpu()),
            cpus(machine.topology()),
            surroundings(machine.virtualization()),
            linux(machine.kernel().release()));
    Stream<String> caches =
        IntStream.rangeClosed(1, 3)
            .mapToObj(machine::dataCache)
            .flatMap(Optional::stream)
            .map(cache -> cache.name() + " " + Units.bytes(cache.sizeBytes()));
    return Stream.concat(system.filter(Objects::nonNull), caches).collect(Collectors.joining(", "));
  }

  private static String processor(Cpu cpu) {
    String name = cpu.displayName().replaceAll("\\((R|TM)\\)| CPU(?= @)", "");
    String design = cpu.microarchitecture();
    return design == null || name.contains(design) ? name : name + " (" + design + ")";
  }

  private static @Nullable String cpus(Topology topology) {
    int online = topology.onlineCpus().size();
    int allowed = topology.allowedCpus().size();
    return allowed == 0 || online == 0
        ? null
        : (allowed == online ? "" : allowed + " of ") + Plural.of(online, "CPU");
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
