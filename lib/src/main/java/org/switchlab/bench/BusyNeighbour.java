package org.switchlab.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.switchlab.os.Affinity;

/**
 * A program that works {@value #DUTY_SHARE} of the time on one CPU, under the usual priority: the
 * neighbour of {@link Neighbour}.
 *
 * <p>Argument: the CPU. It writes {@code ready}, then answers each line with the share of the CPU
 * that it took since the line before, and ends with its input, so that it does not outlive whoever
 * started it. It walks an array, because a neighbour takes caches as well as time.
 */
final class BusyNeighbour {

  /** Share of a CPU that it takes if it is let. */
  static final double DUTY_SHARE = 0.3;

  private static final long PERIOD_NS = 10_000_000;

  private static final int ARRAY_BYTES = 1 << 20;
  private static final int LINE_BYTES = 64;

  private static final List<String> SMALL_HEAP = List.of("-Xms64m", "-Xmx64m");
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final byte[] array = new byte[ARRAY_BYTES];

  private BusyNeighbour() {}

  /** Serves until its input ends. */
  public static void main(String[] arguments) throws IOException {
    try (var _ = Affinity.pin(Integer.parseInt(arguments[0]))) {
      // Inherits the pin. A daemon, so that it ends with this thread.
      Thread worker = Thread.ofPlatform().daemon().start(new BusyNeighbour()::work);
      System.out.println("ready");
      answer(worker);
    }
  }

  private static void answer(Thread worker) throws IOException {
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    long sinceNs = System.nanoTime();
    long takenNs = THREADS.getThreadCpuTime(worker.threadId());
    while (input.readLine() != null) {
      long nowNs = System.nanoTime();
      long nowTakenNs = THREADS.getThreadCpuTime(worker.threadId());
      System.out.println((double) (nowTakenNs - takenNs) / (nowNs - sinceNs));
      sinceNs = nowNs;
      takenNs = nowTakenNs;
    }
  }

  private void work() {
    while (true) {
      long startNs = System.nanoTime();
      takeNs(Math.round(PERIOD_NS * DUTY_SHARE));
      LockSupport.parkNanos(startNs + PERIOD_NS - System.nanoTime());
    }
  }

  /** By its own time on the CPU: who waits for the CPU still has its work to do. */
  private void takeNs(long cpuNs) {
    long startNs = THREADS.getCurrentThreadCpuTime();
    while (THREADS.getCurrentThreadCpuTime() - startNs < cpuNs) {
      for (int at = 0; at < ARRAY_BYTES; at += LINE_BYTES) {
        array[at]++;
      }
    }
  }

  /** Starts one on {@code cpu} and waits until it is at work; ended by closing it. */
  static Subprocess start(int cpu) throws NotMeasurableException, InterruptedException {
    Subprocess neighbour =
        Subprocess.jvm(SMALL_HEAP, BusyNeighbour.class.getName(), List.of(Integer.toString(cpu)));
    try {
      String line = neighbour.line(SILENCE);
      if (!line.equals("ready")) {
        throw new NotMeasurableException("a neighbour did not start: " + line);
      }
      return neighbour;
    } catch (NotMeasurableException | InterruptedException | RuntimeException e) {
      neighbour.close();
      throw e;
    }
  }

  /** The share of its CPU that it took since it was asked before, or since its start. */
  static double takenShare(Subprocess neighbour)
      throws NotMeasurableException, InterruptedException {
    neighbour.send("share");
    String answer = neighbour.line(SILENCE);
    try {
      return Double.parseDouble(answer);
    } catch (NumberFormatException e) {
      throw new NotMeasurableException("a neighbour failed: " + answer);
    }
  }
}
