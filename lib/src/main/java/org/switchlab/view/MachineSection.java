package org.switchlab.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.Machine;
import org.switchlab.machine.Tool;

/**
 * One section of the machine report: what {@link MachineText} and {@link MachineHtml} both show.
 *
 * @param title what it is about
 * @param rows its facts
 */
record MachineSection(String title, List<Row> rows) {

  private static final SequencedMap<String, Function<Machine, FactSheet>> SECTIONS =
      new LinkedHashMap<>();

  static {
    SECTIONS.put("Processor", HardwareFacts::processor);
    SECTIONS.put("Caches", HardwareFacts::caches);
    SECTIONS.put("TLBs and pages", HardwareFacts::translation);
    SECTIONS.put("Clock", HardwareFacts::clock);
    SECTIONS.put("Kernel", SystemFacts::kernel);
    SECTIONS.put("Surroundings", SystemFacts::surroundings);
    SECTIONS.put("Limits and rights", SystemFacts::limits);
  }

  /**
   * One fact.
   *
   * @param label what it is
   * @param here its value on this machine; absent if unknown
   * @param published its value on the paper's machine; absent if the paper does not tell
   */
  record Row(String label, @Nullable String here, @Nullable String published) {}

  /** Keeps an immutable copy. */
  MachineSection {
    rows = List.copyOf(rows);
  }

  /** All of {@code machine}, beside what the paper tells of its own. */
  static List<MachineSection> of(Machine machine) {
    Machine paper = Machine.published();
    return SECTIONS.entrySet().stream()
        .map(e -> section(e.getKey(), e.getValue().apply(machine), e.getValue().apply(paper)))
        .toList();
  }

  private static MachineSection section(String title, FactSheet here, FactSheet paper) {
    Map<String, @Nullable String> published = paper.facts();
    return new MachineSection(
        title,
        here.facts().entrySet().stream()
            .map(e -> new Row(e.getKey(), e.getValue(), published.get(e.getKey())))
            .toList());
  }

  /** The tools found on PATH. */
  static MachineSection of(List<Tool> tools) {
    return new MachineSection(
        "Toolchains", tools.stream().map(t -> new Row(t.name(), describe(t), null)).toList());
  }

  private static String describe(Tool tool) {
    if (tool.path() == null) {
      return "not found";
    }
    return tool.version() == null ? tool.path() + ", version unknown" : tool.version();
  }
}
