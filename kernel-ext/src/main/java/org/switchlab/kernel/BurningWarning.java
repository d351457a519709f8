package org.switchlab.kernel;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.switchlab.draw.Html;

/** Warns in the cell's output of interrupted cells that still burn a CPU. */
public final class BurningWarning {

  private final BurningThreads threads;
  private final Screen screen;
  private final Set<Long> told = new HashSet<>();

  /** Will look at {@code threads} and warn on {@code screen}. */
  public BurningWarning(BurningThreads threads, Screen screen) {
    this.threads = threads;
    this.screen = screen;
  }

  /** Warns of those not warned of yet: after each cell, the same words each time help nobody. */
  public synchronized void afterCell() {
    warn(threads.find(told));
  }

  /** Warns of all: before a measurement, which they spoil. */
  public synchronized void beforeMeasurement() {
    warn(threads.find(Set.of()));
  }

  private void warn(Map<Long, String> burning) {
    if (!burning.isEmpty()) {
      told.addAll(burning.keySet());
      String text =
          "An interrupted cell still burns a CPU ("
              + String.join(", ", burning.values())
              + "), which disturbs every measurement. Java cannot end it: restart the kernel.";
      String html =
          "<div class=\"switchlab-warning\"><b>⚠ Warning</b> " + Html.escape(text) + "</div>";
      screen.show(
          "switchlab-warning-" + UUID.randomUUID(), Map.of(Views.HTML, html, Views.TEXT, text));
    }
  }
}
