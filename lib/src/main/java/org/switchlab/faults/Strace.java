package org.switchlab.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.switchlab.machine.Toolchains;

/** The tool that lets chosen system calls of other programs fail. */
final class Strace {

  /** What every call may fail with here. */
  static final List<String> ERRORS =
      List.of("ENOMEM", "EINTR", "EAGAIN", "EIO", "ENOSPC", "EPERM", "ENOSYS");

  /** How a traced call looks in a log: the thread, its name. */
  private static final Pattern CALL = Pattern.compile("(?m)^(?:(\\d+) +)?([a-z][a-z0-9_]*)\\(");

  private static final Duration MOMENT = Duration.ofSeconds(20);

  private Strace() {}

  /** Refuses a machine without it. */
  static void require() throws NotHereException {
    if (Toolchains.onPath("strace").isEmpty()) {
      throw new NotHereException(
          "strace is missing, which lets calls fail (Debian: sudo apt install strace)");
    }
  }

  /**
   * Behind these words a program runs of which the calls {@code name} are looked at, and no others.
   *
   * @param inject what is done to some of them, as strace takes it: {@code error=EIO:when=2}; empty
   *     for nothing
   * @param tracer whether the program traces others: then it alone is looked at
   */
  static List<String> around(Nest nest, String name, String inject, boolean tracer) {
    List<String> words = new ArrayList<>(List.of("strace", "-qq", "-o", log(nest)));
    words.addAll(List.of("-e", "trace=" + name));
    if (!tracer) {
      words.addAll(List.of("-f", "--seccomp-bpf"));
    }
    if (!inject.isEmpty()) {
      words.addAll(List.of("-e", "inject=%s:%s".formatted(name, inject)));
    }
    return words;
  }

  /** Whether something was done to a call in a nest. */
  static boolean wasMet(Nest nest) throws IOException {
    Path log = Path.of(log(nest));
    return Files.exists(log) && Files.readString(log).contains("INJECTED");
  }

  /**
   * How often a program makes each call: the most that one of its threads does.
   *
   * @param own whether it traces others itself
   */
  static Map<String, Integer> calls(Nest nest, List<String> command, Path input, boolean own)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("strace", "-qq", "-o", log(nest)));
    if (!own) {
      words.add("-f");
    }
    words.addAll(command);
    Ended end = Ended.await(nest, Ended.start(nest, words, input), MOMENT);
    if (!end.success()) {
      throw new IOException("%s: %s".formatted(String.join(" ", words), end.describe()));
    }
    return counted(Files.readString(Path.of(log(nest))));
  }

  /** The most of each call that one thread makes in a log. */
  static Map<String, Integer> counted(String log) {
    Map<String, Map<String, Integer>> each = new TreeMap<>();
    Matcher call = CALL.matcher(log);
    while (call.find()) {
      String thread = call.group(1) == null ? "" : call.group(1);
      each.computeIfAbsent(call.group(2), _ -> new HashMap<>()).merge(thread, 1, Integer::sum);
    }
    Map<String, Integer> most = new TreeMap<>();
    each.forEach(
        (name, threads) ->
            most.put(name, threads.values().stream().mapToInt(count -> count).max().orElse(0)));
    return most;
  }

  static String log(Nest nest) {
    return nest.file("calls").toString();
  }
}
