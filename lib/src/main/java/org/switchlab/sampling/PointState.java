package org.switchlab.sampling;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Point;
import org.switchlab.plan.Protocol;
import org.switchlab.sample.ProcessSample;
import org.switchlab.table.Estimate;

/** How far the sampling of one point has come. */
final class PointState {

  /** After so many failures in a row the runner is not tried at this point again. */
  private static final int FAILURES_TO_GIVE_UP = 2;

  final Point point;
  final List<ProcessSample> processes = new ArrayList<>();
  private int failures;
  private int checkAtProcesses;
  private @Nullable Stop stop;

  PointState(Point point, Protocol protocol) {
    this.point = point;
    this.checkAtProcesses = protocol.minProcesses();
  }

  /**
   * Whether enough was added since the last look for another one. The looks are a tenth apart, so
   * that their cost stays a small share of a long run instead of growing with its square.
   */
  boolean isDue() {
    return isOpen() && processes.size() >= checkAtProcesses;
  }

  boolean isOpen() {
    return stop == null;
  }

  void close(Stop reason) {
    if (stop == null) {
      stop = reason;
    }
  }

  Stop stopOr(Stop otherwise) {
    return stop == null ? otherwise : stop;
  }

  void add(ProcessSample sample) {
    processes.add(sample);
    failures = 0;
  }

  void fail() {
    if (++failures >= FAILURES_TO_GIVE_UP) {
      close(Stop.FAILED);
    }
  }

  /** Closes the point if {@code now} is all that {@code protocol} asks for. */
  void closeIfDone(PointEstimate now, Protocol protocol, boolean machineQuiet) {
    if (protocol.isFixed()) {
      close(Stop.FIXED);
    } else if (machineQuiet && isPrecise(now, protocol)) {
      close(Stop.PRECISION);
    } else if (processes.size() >= protocol.maxProcesses()) {
      close(Stop.BUDGET);
    }
    checkAtProcesses =
        Math.min(protocol.maxProcesses(), processes.size() + 1 + processes.size() / 10);
  }

  /** Narrow, and resting on enough quiet couples, so that it is worth waiting for more of them. */
  private static boolean isPrecise(PointEstimate now, Protocol protocol) {
    Estimate cost = now.switchCostNs();
    Double quietShare = now.quietShare();
    int enough = Math.ceilDiv(protocol.minProcesses() * protocol.couplesPerProcess(), 4);
    return cost != null
        && quietShare != null
        && quietShare > 0
        && now.batches() >= enough
        && cost.relativeHalfWidth() <= protocol.precision();
  }
}
