package org.switchlab.faults;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Some of many faults, drawn by a seed: of each target and kind as many as of the others. */
final class Drawn {

  /** One in so many may be one that takes seconds. */
  private static final int SLOW_ONE_IN = 16;

  private Drawn() {}

  /** All of {@code faults}, or {@code most} of them, in an order that the seed gives. */
  static List<Fault> of(List<Fault> faults, int most, long seed) {
    List<Fault> mixed = new ArrayList<>(faults);
    Collections.shuffle(mixed, new Random(seed));
    if (mixed.size() <= most) {
      return mixed;
    }
    List<Fault> slow = mixed.stream().filter(Fault::isSlow).toList();
    List<Fault> quick = mixed.stream().filter(fault -> !fault.isSlow()).toList();
    List<Fault> some = new ArrayList<>(evenly(slow, most / SLOW_ONE_IN));
    some.addAll(evenly(quick, most - some.size()));
    return some;
  }

  private static List<Fault> evenly(List<Fault> faults, int most) {
    Map<String, Deque<Fault>> groups = new LinkedHashMap<>();
    for (Fault fault : faults) {
      groups
          .computeIfAbsent(fault.target().word() + fault.kind(), _ -> new ArrayDeque<>())
          .add(fault);
    }
    List<Fault> some = new ArrayList<>();
    while (some.size() < most && groups.values().stream().anyMatch(group -> !group.isEmpty())) {
      for (Deque<Fault> group : groups.values()) {
        if (some.size() < most && !group.isEmpty()) {
          some.add(group.remove());
        }
      }
    }
    return some;
  }
}
