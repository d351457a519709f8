package org.switchlab.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.switchlab.unit.Units;

/**
 * How long it takes to start a runner, from a JVM with a large heap at work and from one with a
 * small heap at work, in turn.
 *
 * <p>The time is from the call to the runner's first line. The large heap is touched in full before
 * it counts: a heap that is only reserved has no page tables to copy.
 */
final class StartLatency extends Benchmark {

  private static final long LARGE_LIVE_BYTES = 3L << 30;
  private static final long SMALL_LIVE_BYTES = 16L << 20;

  /** The heap of 4 GiB, the small one, and what two JVMs need beside their heaps. */
  private static final long NEEDED_BYTES = 5L << 30;

  private static final Path MEMINFO = Path.of("/proc/meminfo");

  /** See proc_meminfo(5): what can be had without swapping, page cache included. */
  private static final Pattern AVAILABLE =
      Pattern.compile("^MemAvailable:\\s+(\\d+) kB$", Pattern.MULTILINE);

  // Many short turns: what else the machine does comes in bursts longer than one.
  private static final int TURNS = 30;

  static final int STARTS_A_TURN = 5;

  private static final Duration SILENCE = Duration.ofMinutes(2);
  private static final double PROMISED_NS = 3e6;

  /**
   * What counts as no dependence. Copying the page tables of 4 GB would take some 60 ms: a ratio of
   * twenty and more.
   */
  private static final double PROMISED_HEAP_RATIO = 1.25;

  StartLatency() {
    super(
        "start-latency",
        "a runner starts within 3 ms (median) from a JVM with a busy 4 GB heap, and as from a"
            + " small one (ratio within 1.25)");
  }

  @Override
  boolean timesHere() {
    return true;
  }

  @Override
  public Reading measure(Consumer<String> progress)
      throws NotMeasurableException, InterruptedException {
    requireMemory(availableBytes());
    progress.accept("fills a heap of 4 GiB, then starts runners in turn");
    List<Double> largeNs = new ArrayList<>();
    List<Double> smallNs = new ArrayList<>();
    try (Subprocess small = probe("64m", SMALL_LIVE_BYTES);
        Subprocess large = probe("4g", LARGE_LIVE_BYTES)) {
      for (Subprocess probe : List.of(small, large)) {
        awaitReady(probe);
      }
      for (int turn = 0; turn < TURNS; turn++) {
        largeNs.addAll(startsNs(large));
        smallNs.addAll(startsNs(small));
      }
    }
    return reading(largeNs, smallNs);
  }

  static void requireMemory(long availableBytes) throws NotMeasurableException {
    if (availableBytes < NEEDED_BYTES) {
      throw new NotMeasurableException(
          "a heap of 4 GiB needs %s of available memory and there are %s"
              .formatted(Units.bytes(NEEDED_BYTES), Units.bytes(availableBytes)));
    }
  }

  /** What a new process can have without driving others out, in its control group. */
  private static long availableBytes() throws NotMeasurableException {
    try {
      // The JDK knows the limits of control groups, which meminfo does not show.
      var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
      return Math.min(availableBytes(Files.readString(MEMINFO)), system.getTotalMemorySize());
    } catch (IOException e) {
      throw new NotMeasurableException("%s cannot be read: %s".formatted(MEMINFO, e.getMessage()));
    }
  }

  static long availableBytes(String meminfo) throws NotMeasurableException {
    Matcher available = AVAILABLE.matcher(meminfo);
    if (!available.find()) {
      throw new NotMeasurableException(MEMINFO + " does not say MemAvailable");
    }
    return Long.parseLong(available.group(1)) * 1024;
  }

  static Subprocess probe(String heap, long liveBytes) {
    List<String> options = List.of("-Xms" + heap, "-Xmx" + heap, "-XX:+AlwaysPreTouch");
    return Subprocess.jvm(options, StartProbe.class.getName(), List.of(Long.toString(liveBytes)));
  }

  static void awaitReady(Subprocess probe) throws NotMeasurableException, InterruptedException {
    String line = probe.line(SILENCE);
    if (!line.equals("ready")) {
      throw new NotMeasurableException("a JVM with a heap in use did not start: " + line);
    }
  }

  static List<Double> startsNs(Subprocess probe)
      throws NotMeasurableException, InterruptedException {
    probe.send(Integer.toString(STARTS_A_TURN));
    String answer = probe.line(SILENCE);
    if (!answer.matches("\\d+( \\d+)*")) {
      throw new NotMeasurableException("a runner did not start: " + answer);
    }
    return Stream.of(answer.split(" ", -1)).map(Double::valueOf).toList();
  }

  Reading reading(List<Double> largeNs, List<Double> smallNs) {
    double largeMedianNs = Spread.median(largeNs);
    double smallMedianNs = Spread.median(smallNs);
    double heapRatio = largeMedianNs / smallMedianNs;
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("starts", largeNs.size() + smallNs.size());
    figures.put("largeHeapMedianMs", largeMedianNs / 1e6);
    figures.put("smallHeapMedianMs", smallMedianNs / 1e6);
    figures.put("largeToSmallRatio", heapRatio);
    double worse = Math.max(largeMedianNs / PROMISED_NS, heapRatio / PROMISED_HEAP_RATIO);
    return Reading.of(this, figures, worse, "the ratio to the promise is the worse of the two");
  }
}
