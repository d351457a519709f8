package org.switchlab.subject;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.switchlab.file.ClassPathFolder;

/** Every program of this build that measures subjects. */
public final class Subjects {

  /** Where the sources of all programs lie on the class path. */
  static final ClassPathFolder SOURCES = new ClassPathFolder("subjects");

  private static final String MANIFEST = "/programs.json";

  private static final List<SubjectProgram> PROGRAMS = read();

  private Subjects() {}

  /** All programs, by the names of their folders. */
  public static List<SubjectProgram> programs() {
    return PROGRAMS;
  }

  /**
   * What can be measured doing {@code workload}, with the program that does it, in the order of the
   * programs.
   */
  public static Map<Subject, SubjectProgram> doing(String workload) {
    Map<Subject, SubjectProgram> able = new LinkedHashMap<>();
    for (SubjectProgram program : PROGRAMS) {
      for (Subject subject : program.subjects()) {
        if (subject.workloads().contains(workload)) {
          able.put(subject, program);
        }
      }
    }
    return able;
  }

  /**
   * The program that measures the subject called {@code name}.
   *
   * @throws IllegalArgumentException if there is none, listing those there are
   */
  public static SubjectProgram programOf(String name) {
    Subject wanted = named(name);
    return PROGRAMS.stream()
        .filter(program -> program.subjects().contains(wanted))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The subject called {@code name}.
   *
   * @throws IllegalArgumentException if there is none, listing those there are
   */
  public static Subject named(String name) {
    return PROGRAMS.stream()
        .flatMap(program -> program.subjects().stream())
        .filter(subject -> subject.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no subject '%s'; there are: %s"
                        .formatted(
                            name,
                            PROGRAMS.stream()
                                .flatMap(program -> program.subjects().stream())
                                .map(Subject::name)
                                .collect(Collectors.joining(", ")))));
  }

  private static List<SubjectProgram> read() {
    List<SubjectProgram> all = new ArrayList<>();
    try {
      for (String file : SOURCES.files()) {
        if (file.endsWith(MANIFEST)) {
          all.addAll(read(file));
        }
      }
      return List.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException("a resource of this library can be read", e);
    }
  }

  private static List<SubjectProgram> read(String manifest) throws IOException {
    String folder = manifest.substring(0, manifest.length() - MANIFEST.length());
    try (InputStream in = SOURCES.open(manifest)) {
      SubjectProgram.Stored[] stored =
          JsonMapper.builder().build().readValue(in, SubjectProgram.Stored[].class);
      return List.of(stored).stream().map(program -> program.in(folder)).toList();
    }
  }
}
