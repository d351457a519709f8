package org.switchlab.procedure;

import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Setting;

/** How far the measuring of one setting has come. */
final class SettingState {

  /** After so many failures in a row it is not tried at this setting again. */
  private static final int FAILURES_TO_GIVE_UP = 2;

  private final Setting setting;
  private int passes;
  private int failures;
  private int planned = Integer.MAX_VALUE;
  private Stop whenDone = Stop.BUDGET;
  private @Nullable Stop stop;

  SettingState(Setting setting) {
    this.setting = setting;
  }

  Setting setting() {
    return setting;
  }

  boolean isOpen() {
    return stop == null;
  }

  /** Closes it; what closed it first stays the reason. */
  void close(Stop reason) {
    if (stop == null) {
      stop = reason;
    }
  }

  Stop stopOr(Stop otherwise) {
    return stop == null ? otherwise : stop;
  }

  /** It gets so many passes in which something is seen of it, which is then why it ends. */
  void plan(int wantedPasses, Stop reason) {
    planned = wantedPasses;
    whenDone = reason;
  }

  int planned() {
    return planned;
  }

  void closeIfDone() {
    if (passes >= planned) {
      close(whenDone);
    }
  }

  void visited() {
    passes++;
    failures = 0;
  }

  void failed() {
    if (++failures >= FAILURES_TO_GIVE_UP) {
      close(Stop.FAILED);
    }
  }
}
