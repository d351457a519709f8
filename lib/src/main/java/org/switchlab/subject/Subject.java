package org.switchlab.subject;

import java.util.List;

/**
 * One form of one system that is measured.
 *
 * @param name unique among all, as on the command line: {@code boost-context}
 * @param system what people call it: {@code Boost.Context}
 * @param form which of its forms; empty if there is one alone
 * @param workloads what its program can do with it, by the names of the experiments
 */
public record Subject(String name, String system, String form, List<String> workloads) {

  /** Keeps an immutable copy. */
  public Subject {
    workloads = List.copyOf(workloads);
  }
}
