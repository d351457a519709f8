package org.switchlab.subject;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A program in some language that measures subjects, as {@code programs.json} beside its sources
 * says. In commands, {@code {out}} is the folder where what is built belongs and {@code {java}} the
 * folder of the JDK that runs us.
 *
 * @param name unique among all; its executables are kept under it
 * @param folder of its sources, by its path among those of all programs: {@code cpp}
 * @param needs toolchains, by name
 * @param build commands that build it, in turn, started in {@code folder}
 * @param start command that starts it; it is given the workload, then the setting
 * @param subjects what it can measure
 */
public record SubjectProgram(
    String name,
    String folder,
    List<String> needs,
    List<List<String>> build,
    List<String> start,
    List<Subject> subjects) {

  /** Keeps immutable copies. */
  public SubjectProgram {
    needs = List.copyOf(needs);
    build = build.stream().map(List::copyOf).toList();
    start = List.copyOf(start);
    subjects = List.copyOf(subjects);
  }

  /** As {@code programs.json} has it: the folder is where that file lies. */
  record Stored(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) List<String> needs,
      @JsonProperty(required = true) List<List<String>> build,
      @JsonProperty(required = true) List<String> start,
      @JsonProperty(required = true) List<Subject> subjects) {

    SubjectProgram in(String folder) {
      return new SubjectProgram(name, folder, needs, build, start, subjects);
    }
  }
}
