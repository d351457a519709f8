package org.switchlab.procedure;

import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Setting;

/** How far the measuring of one setting has come. */
final class SettingState {

  /** After so many failures in a row it is not tried at this setting again. */
  private static final int FAILURES_TO_GIVE_UP = 2;

  final Setting setting;
  private final Effort effort;
  private int begun;
  private int processes;
  private int failures;
  private int checkAtProcesses;
  private @Nullable Stop stop;

  SettingState(Setting setting, Effort effort) {
    this.setting = setting;
    this.effort = effort;
    this.checkAtProcesses = effort.minProcesses();
  }

  void begin() {
    begun++;
  }

  /**
   * How often it was begun before this time. What failed leaves a gap, so that all that one pass
   * measures bears one number.
   */
  int processes() {
    return begun - 1;
  }

  boolean isOpen() {
    return stop == null;
  }

  /**
   * Whether enough was added since the last look for another one. The looks are a tenth apart, so
   * that their cost stays a small share of a long run instead of growing with its square.
   */
  boolean isDue() {
    return isOpen() && processes >= checkAtProcesses;
  }

  void close(Stop reason) {
    if (stop == null) {
      stop = reason;
    }
  }

  Stop stopOr(Stop otherwise) {
    return stop == null ? otherwise : stop;
  }

  void visited() {
    processes++;
    failures = 0;
  }

  void failed() {
    if (++failures >= FAILURES_TO_GIVE_UP) {
      close(Stop.FAILED);
    }
  }

  /** Closes the setting if it was looked at and that is all that was asked for. */
  void looked(boolean content) {
    if (effort.isFixed()) {
      close(Stop.FIXED);
    } else if (content) {
      close(Stop.PRECISION);
    } else if (processes >= effort.maxProcesses()) {
      close(Stop.BUDGET);
    }
    checkAtProcesses = Math.min(effort.maxProcesses(), processes + 1 + processes / 10);
  }
}
