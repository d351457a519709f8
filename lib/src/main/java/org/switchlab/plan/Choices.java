package org.switchlab.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.switchlab.machine.Machine;

/**
 * What was chosen for the factors of an experiment, and what follows where nothing was.
 *
 * @param factors all that can be set
 * @param given values by the factor's name, accepted by it
 * @param machine where it runs
 * @param quick whether it is for a first look
 */
public record Choices(
    List<Factor> factors, Map<String, List<Object>> given, Machine machine, boolean quick) {

  /** Keeps immutable copies. */
  public Choices {
    factors = List.copyOf(factors);
    given = Map.copyOf(given);
  }

  /** Whether a value was given. */
  public boolean has(String name) {
    return given.containsKey(name);
  }

  /** The values of a factor: those given, else its defaults. */
  public List<Object> all(String name) {
    List<Object> chosen = given.get(name);
    if (chosen != null) {
      return chosen;
    }
    Factor factor = factor(name);
    List<Object> values = new ArrayList<>(factor.defaults().of(machine, quick));
    return values.isEmpty() ? values : factor.accept(values);
  }

  /** The value of a factor that takes one; empty if it was not given and has no default. */
  public Optional<Object> one(String name) {
    return all(name).stream().findFirst();
  }

  /** Whole numbers. */
  public List<Long> wholes(String name) {
    return all(name).stream().map(value -> (long) value).toList();
  }

  /** Words. */
  public List<String> texts(String name) {
    return all(name).stream().map(Object::toString).toList();
  }

  /** A word that must be there. */
  public String text(String name) {
    return one(name).orElseThrow().toString();
  }

  /** A whole number that must be there. */
  public long whole(String name) {
    return (long) one(name).orElseThrow();
  }

  /** Whether a flag is set. */
  public boolean flag(String name) {
    return one(name).filter(Boolean.TRUE::equals).isPresent();
  }

  /**
   * The logical CPU to measure on: the one asked for, else the machine's best.
   *
   * @throws IllegalArgumentException if this process may not use it, naming those it may
   */
  public int cpu() {
    if (!has("cpu")) {
      return machine.measuringCpu().orElse(0);
    }
    int cpu = Math.toIntExact(whole("cpu"));
    if (!machine.allowedCpus().contains(cpu)) {
      throw new IllegalArgumentException(
          "CPU %d is not among those this process may use: %s%s"
              .formatted(cpu, machine.allowedCpus(), wayOut(cpu)));
    }
    return cpu;
  }

  /** An isolated CPU stands outside every mask until it is put in. */
  private String wayOut(int cpu) {
    return machine.topology().onlineCpus().contains(cpu)
        ? "; allow it first: taskset -c %d,%s ./switchlab …"
            .formatted(
                cpu,
                machine.allowedCpus().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(",")))
        : "";
  }

  /** Every combination of the values of {@code varied}, the first factor outermost. */
  public List<Setting> combinations(List<Factor> varied) {
    List<Setting> settings = List.of(Setting.of());
    for (Factor factor : varied) {
      List<Setting> longer = new ArrayList<>();
      for (Setting setting : settings) {
        all(factor.name()).forEach(value -> longer.add(setting.with(factor.name(), value)));
      }
      settings = longer;
    }
    return settings;
  }

  /** What was given, as stored with a plan. */
  public Map<String, List<Object>> stored() {
    Map<String, List<Object>> stored = new LinkedHashMap<>();
    for (Factor factor : factors) {
      List<Object> values = given.get(factor.name());
      if (values != null) {
        stored.put(factor.name(), values);
      }
    }
    return stored;
  }

  private Factor factor(String name) {
    return factors.stream()
        .filter(factor -> factor.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("nothing is called '%s' here".formatted(name)));
  }
}
