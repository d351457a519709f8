package org.switchlab.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.switchlab.machine.Toolchains;

/**
 * Something that the command line is run without.
 *
 * @param name in names of faults
 * @param before words before the command that take it away; {@code CPU} stands for a CPU
 */
record Removal(String name, List<String> before) {

  /** All that can be taken away alone or with another one; what traces the command stands last. */
  static List<Removal> all() {
    List<Removal> all = new ArrayList<>();
    all.add(of("second-cpu", "taskset", "-c", "CPU"));
    all.add(of("scheduling", "setpriv", "--bounding-set=-sys_nice"));
    all.add(of("capabilities", "setpriv", "--bounding-set=-all", "--no-new-privs"));
    all.add(of("path", "env", "PATH=/nonexistent"));
    all.add(of("home", "env", "HOME=/nonexistent", "XDG_CACHE_HOME=/proc/nonexistent"));
    all.add(of("locked-memory", "prlimit", "--memlock=0"));
    all.add(of("descriptors", "prlimit", "--nofile=40"));
    all.add(of("file-size", "prlimit", "--fsize=3000"));
    all.add(of("larger-files", "prlimit", "--fsize=60000"));
    all.add(of("temporary", "env", "JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=/proc/nonexistent"));
    refused(all, "pinning", "sched_setaffinity", "EPERM");
    refused(all, "fifo", "sched_setscheduler", "EPERM");
    refused(all, "limits", "prlimit64", "EPERM");
    refused(all, "queue", "flock", "ENOSYS");
    refused(all, "counters", "perf_event_open", "EACCES");
    refused(all, "pipes", "pipe2", "EMFILE");
    return all;
  }

  private static Removal of(String name, String... before) {
    return new Removal(name, List.of(before));
  }

  /** A call that is refused each time, as a filter of system calls does. */
  private static void refused(List<Removal> all, String name, String call, String error) {
    all.add(
        of(
            name,
            "strace",
            "-f",
            "-qq",
            "--seccomp-bpf",
            "-o",
            "/dev/null",
            "-e",
            "trace=" + call,
            "-e",
            "inject=%s:error=%s".formatted(call, error)));
  }

  /** The words, on that CPU; their program is found whatever another one does to PATH. */
  List<String> before(int cpu) {
    List<String> words = new ArrayList<>(before);
    words.replaceAll(word -> word.equals("CPU") ? Integer.toString(cpu) : word);
    words.set(0, Toolchains.onPath(needs()).map(Path::toString).orElse(needs()));
    return words;
  }

  /** The program that takes it away. */
  String needs() {
    return before.getFirst();
  }
}
