package org.switchlab.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Processes of this machine, as {@code /proc} shows them. */
final class Processes {

  private static final Path PROC = Path.of("/proc");

  private Processes() {}

  /** All that have the variable {@code name} with {@code value} in their environment. */
  static List<Long> marked(String name, String value) throws IOException {
    String wanted = "\0" + name + "=" + value + "\0";
    List<Long> found = new ArrayList<>();
    try (Stream<Path> entries = Files.list(PROC)) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        String pid = entry.getFileName().toString();
        if (Character.isDigit(pid.charAt(0)) && ("\0" + read(pid, "environ")).contains(wanted)) {
          found.add(Long.valueOf(pid));
        }
      }
    }
    return found;
  }

  /** The program and its first words; empty if it has ended. */
  static String command(long pid) {
    String words = read(Long.toString(pid), "cmdline").replace('\0', ' ').strip();
    return words.substring(0, Math.min(words.length(), 80));
  }

  /** Its threads. */
  static List<Long> threads(long pid) throws IOException {
    try (Stream<Path> tasks = Files.list(PROC.resolve(pid + "/task"))) {
      return tasks.map(task -> Long.valueOf(task.getFileName().toString())).toList();
    }
  }

  /** Whether a tracer is attached to the thread {@code tid} of {@code pid}, or it has ended. */
  static boolean isTraced(long pid, long tid) {
    String status = read(pid + "/task/" + tid, "status");
    return status.isEmpty() || !status.contains("TracerPid:\t0\n");
  }

  /** Descendants whose program file is called {@code name} at its beginning, oldest first. */
  static List<ProcessHandle> below(long pid, String name) {
    Optional<ProcessHandle> parent = ProcessHandle.of(pid);
    return parent.stream()
        .flatMap(ProcessHandle::descendants)
        .filter(child -> program(child).startsWith(name))
        .sorted(Comparator.comparingLong(ProcessHandle::pid))
        .toList();
  }

  /** How many descriptors it has open. */
  static int descriptors(long pid) throws IOException {
    try (Stream<Path> open = Files.list(PROC.resolve(pid + "/fd"))) {
      return (int) open.count();
    }
  }

  private static String program(ProcessHandle process) {
    String[] words = read(Long.toString(process.pid()), "cmdline").split("\0", -1);
    return Path.of(words[0]).getFileName() == null
        ? ""
        : Path.of(words[0]).getFileName().toString();
  }

  /** Without a complaint if it ends meanwhile or belongs to somebody else. */
  private static String read(String process, String file) {
    try {
      return Files.readString(PROC.resolve(process).resolve(file), ISO_8859_1);
    } catch (IOException ended) {
      return "";
    }
  }
}
