package org.switchlab.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.CpuList;
import org.switchlab.machine.Machine;
import org.switchlab.machine.Toolchains.Tool;

/** One section of the machine report: labelled facts, in the order they were added. */
final class MachineSection {

  private final String title;
  private final Map<String, @Nullable String> facts = new LinkedHashMap<>();

  /** What the paper tells of its machine, by the same labels. */
  private Map<String, @Nullable String> published = Map.of();

  /** One fact of this machine and of the paper's; absent where it is not known. */
  record Row(String label, @Nullable String here, @Nullable String published) {}

  MachineSection(String title) {
    this.title = title;
  }

  /** All of {@code machine}, beside what the paper tells of its own. */
  static List<MachineSection> of(Machine machine) {
    List<MachineSection> here = facts(machine);
    List<MachineSection> paper = facts(Machine.published());
    IntStream.range(0, here.size()).forEach(i -> here.get(i).published = paper.get(i).facts);
    return here;
  }

  private static List<MachineSection> facts(Machine machine) {
    return List.of(
        MachineFacts.processor(machine),
        MachineFacts.caches(machine),
        MachineFacts.translation(machine),
        MachineFacts.clock(machine),
        MachineFacts.kernel(machine),
        MachineFacts.surroundings(machine),
        MachineFacts.limits(machine));
  }

  /** The tools found on PATH. */
  static MachineSection of(List<Tool> tools) {
    MachineSection section = new MachineSection("Toolchains");
    for (Tool tool : tools) {
      String version = tool.version() == null ? tool.path() + ", version unknown" : tool.version();
      section.add(tool.name(), tool.path() == null ? "not found" : version);
    }
    return section;
  }

  void add(String label, @Nullable Object value) {
    facts.put(label, value == null ? null : value.toString());
  }

  <T> void add(String label, @Nullable T value, Function<T, @Nullable String> text) {
    facts.put(label, value == null ? null : text.apply(value));
  }

  /** Adds names; {@code none} is said if there are none, and absent if that means unknown. */
  void addNames(String label, @Nullable Collection<String> names, @Nullable String none) {
    add(label, names, known -> known.isEmpty() ? none : String.join(", ", known));
  }

  /** Adds a list of CPUs; an empty one is not known. */
  void addCpus(String label, List<Integer> cpus) {
    add(label, cpus.isEmpty() ? null : CpuList.text(cpus) + " (" + cpus.size() + ")");
  }

  /** Adds to what stands at {@code label} already. */
  void join(String label, String value) {
    String known = facts.get(label);
    facts.put(label, known == null ? value : known + "; " + value);
  }

  String title() {
    return title;
  }

  List<Row> rows() {
    return facts.entrySet().stream()
        .map(fact -> new Row(fact.getKey(), fact.getValue(), published.get(fact.getKey())))
        .toList();
  }
}
