package org.switchlab.subject;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One form of one system that is measured.
 *
 * @param name unique among all, as on the command line: {@code boost-context}
 * @param system what people call it: {@code Boost.Context}
 * @param form which of its forms; empty if there is one alone
 * @param workloads what its program can do with it, by the names of the experiments
 * @param limits the largest value it can take of a factor, by the name of the factor's column; the
 *     factors without limit are not in it
 */
public record Subject(
    String name, String system, String form, List<String> workloads, Map<String, Long> limits) {

  /** Keeps immutable copies. */
  public Subject {
    workloads = List.copyOf(workloads);
    limits = Map.copyOf(limits);
  }

  /** As {@code programs.json} has it, where most have no limits. */
  @JsonCreator
  static Subject stored(
      @JsonProperty(value = "name", required = true) String name,
      @JsonProperty(value = "system", required = true) String system,
      @JsonProperty(value = "form", required = true) String form,
      @JsonProperty(value = "workloads", required = true) List<String> workloads,
      @JsonProperty("limits") @Nullable Map<String, Long> limits) {
    return new Subject(name, system, form, workloads, limits == null ? Map.of() : limits);
  }
}
