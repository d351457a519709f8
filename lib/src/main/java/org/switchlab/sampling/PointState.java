package org.switchlab.sampling;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.Estimate;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Point;
import org.switchlab.plan.Protocol;
import org.switchlab.sample.ProcessSample;

/** How far the sampling of one point has come. */
final class PointState {

  /** After so many failures in a row the runner is not tried at this point again. */
  private static final int FAILURES_TO_GIVE_UP = 2;

  final Point point;
  final List<ProcessSample> processes = new ArrayList<>();
  private int failures;
  private @Nullable Stop stop;

  PointState(Point point) {
    this.point = point;
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
    if (processes.size() >= protocol.minProcesses()) {
      if (protocol.isFixed()) {
        close(Stop.FIXED);
      } else if (machineQuiet && isPrecise(now, protocol)) {
        close(Stop.PRECISION);
      } else if (processes.size() >= protocol.maxProcesses()) {
        close(Stop.BUDGET);
      }
    }
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
