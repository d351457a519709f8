package org.switchlab.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.switchlab.plan.Setting;

/**
 * The slots of one visit of a setting.
 *
 * @param setting where
 * @param pass which pass it belongs to, from 0
 * @param slots in the order measured
 */
public record SlotVisit(Setting setting, int pass, List<Slot> slots) {

  private record Key(Setting setting, int pass) {}

  /** Keeps an immutable copy. */
  public SlotVisit {
    slots = List.copyOf(slots);
  }

  /** The visits in {@code observations}, in the order seen; what is no slot is passed over. */
  public static List<SlotVisit> of(List<Observation> observations) {
    Map<Key, List<Slot>> visits = new LinkedHashMap<>();
    for (Observation observation : observations) {
      if (Slot.isIn(observation)) {
        visits
            .computeIfAbsent(
                new Key(observation.setting(), observation.process()), _ -> new ArrayList<>())
            .add(Slot.of(observation));
      }
    }
    List<SlotVisit> all = new ArrayList<>();
    visits.forEach((key, slots) -> all.add(new SlotVisit(key.setting(), key.pass(), slots)));
    return all;
  }

  /** The slots whose switches were those expected. */
  public List<Slot> accepted() {
    return slots.stream().filter(Slot::denominatorHolds).toList();
  }
}
