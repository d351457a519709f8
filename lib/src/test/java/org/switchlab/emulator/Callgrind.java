package org.switchlab.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Valgrind's cache model on the region of one of the bare test programs. */
final class Callgrind {

  private Callgrind() {}

  /** Callgrind's totals by its own event names (Ir, Dr, Dw, I1mr, D1mr, D1mw, ILmr, DLmr, DLmw). */
  static Map<String, Long> region(Geometry geometry, String program) throws Exception {
    return run(
        List.of(
            "--cache-sim=yes",
            "--I1=" + shape(geometry.l1i()),
            "--D1=" + shape(geometry.l1d()),
            "--LL=" + shape(lastLevel(geometry))),
        // With an argument the program makes no marks: their stores would be in the model.
        List.of(Tool.built("programs/" + program).toString(), "without-marks"));
  }

  /**
   * The same of branches (Bc, Bcm, Bi, Bim; zeroes at the end are absent). The program makes its
   * marks, because it branches around them.
   */
  static Map<String, Long> branches(String program) throws Exception {
    return run(List.of("--branch-sim=yes"), List.of(Tool.built("programs/" + program).toString()));
  }

  private static Map<String, Long> run(List<String> model, List<String> program) throws Exception {
    Tool.require("valgrind", "valgrind");
    Path out = Files.createTempFile("switchlab-callgrind", ".out");
    try {
      List<String> command = new ArrayList<>(List.of("valgrind", "--tool=callgrind"));
      command.add("--toggle-collect=region");
      command.add("--callgrind-out-file=" + out);
      command.addAll(model);
      command.addAll(program);
      Tool.Outcome outcome = Tool.run(command);
      assertThat(outcome.exitCode()).as(outcome.text()).isZero();
      return totals(Files.readAllLines(out));
    } finally {
      Files.delete(out);
    }
  }

  private static CacheGeometry lastLevel(Geometry geometry) {
    CacheGeometry l2 = geometry.l2();
    assertThat(l2).isNotNull();
    return l2;
  }

  private static String shape(CacheGeometry cache) {
    return "%s,%s,%s".formatted(cache.sizeBytes(), cache.ways(), cache.lineBytes());
  }

  private static Map<String, Long> totals(List<String> lines) {
    List<String> names = column(lines, "events: ");
    List<String> values = column(lines, "totals: ");
    Map<String, Long> totals = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      totals.put(names.get(i), Long.valueOf(values.get(i)));
    }
    return totals;
  }

  private static List<String> column(List<String> lines, String start) {
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> List.of(line.substring(start.length()).split(" ")))
        .findFirst()
        .orElseThrow();
  }
}
