package org.switchlab.run;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.plan.Point;

/**
 * What a runner is asked to do: its command line. Which options go with which mode is the runner's
 * to check; {@code switchlab-runner --help} lists them.
 */
final class RunnerCommand {

  private final List<String> words;

  private RunnerCommand(String... mode) {
    words = new ArrayList<>(List.of(mode));
  }

  /** Runs {@code mode}: its name and, of some, the subject's; or a subject's alone. */
  static RunnerCommand of(String... mode) {
    return new RunnerCommand(mode);
  }

  /** Waits for commands, after a handshake; of the point only the walk counts. */
  static RunnerCommand drive(Point point, long seed) {
    return of("drive").walk(point).seed(seed).handshake();
  }

  /** Walks as the point says: array and stride. */
  RunnerCommand walk(Point point) {
    return with("--array-bytes", point.arrayBytes()).with("--stride-bytes", point.strideBytes());
  }

  /** On pages as the point says; what is ordinary, of which size ever, the runner calls 4096. */
  RunnerCommand pages(Point point) {
    return with("--page-bytes", point.isHuge() ? point.pageBytes() : Point.BASE_PAGE_BYTES);
  }

  /** All 64 bits, as the runner takes them. */
  RunnerCommand seed(long seed) {
    return add("--seed", Long.toUnsignedString(seed));
  }

  /** Waits for the controller where it has something to do, and ends with it. */
  RunnerCommand handshake() {
    return add("--handshake");
  }

  RunnerCommand with(String option, long number) {
    return add(option, Long.toString(number));
  }

  RunnerCommand add(String... more) {
    words.addAll(List.of(more));
    return this;
  }

  /** The arguments of the process. */
  List<String> words() {
    return List.copyOf(words);
  }
}
