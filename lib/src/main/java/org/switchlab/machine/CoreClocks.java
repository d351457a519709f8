package org.switchlab.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.switchlab.machine.Topology.CoreKind;

/**
 * Tells kinds of core apart by their highest clock, where the kernel has no name for them: AMD's
 * dense cores (Zen 4c, Zen 5c) answer to the same model as the others and reach two thirds of their
 * clock.
 */
final class CoreClocks {

  /**
   * Kinds are so much apart. Cores of one kind differ too, by 2 to 6 %: processors rank them by
   * what each can bear (Turbo Boost Max, preferred core).
   */
  private static final double APART = 1.15;

  private CoreClocks() {}

  /**
   * The kinds among {@code online}, fastest first; empty if all are alike or clocks are unknown.
   */
  static List<CoreKind> kinds(SystemTree tree, List<Integer> online) {
    NavigableMap<Long, List<Integer>> byClock = new TreeMap<>();
    for (int cpu : online) {
      Long kilohertz =
          tree.number("/sys/devices/system/cpu/cpu" + cpu + "/cpufreq/cpuinfo_max_freq");
      if (kilohertz == null || kilohertz <= 0) {
        return List.of();
      }
      byClock.computeIfAbsent(kilohertz, k -> new ArrayList<>()).add(cpu);
    }
    List<CoreKind> kinds = kinds(byClock.descendingMap());
    return kinds.size() < 2 ? List.of() : kinds;
  }

  private static List<CoreKind> kinds(NavigableMap<Long, List<Integer>> fastestFirst) {
    List<CoreKind> kinds = new ArrayList<>();
    List<Integer> cpus = new ArrayList<>();
    long highest = 0;
    long last = 0;
    for (Map.Entry<Long, List<Integer>> clock : fastestFirst.entrySet()) {
      if (!cpus.isEmpty() && last > APART * clock.getKey()) {
        kinds.add(kind(highest, cpus));
        cpus.clear();
      }
      highest = cpus.isEmpty() ? clock.getKey() : highest;
      last = clock.getKey();
      cpus.addAll(clock.getValue());
    }
    if (!cpus.isEmpty()) {
      kinds.add(kind(highest, cpus));
    }
    return kinds;
  }

  private static CoreKind kind(long kilohertz, List<Integer> cpus) {
    return new CoreKind(
        "up to %d MHz".formatted(kilohertz / 1_000), cpus.stream().sorted().toList());
  }
}
