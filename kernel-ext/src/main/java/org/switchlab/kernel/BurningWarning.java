package org.switchlab.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Warns in the cell's output of interrupted cells that still burn a CPU. */
public final class BurningWarning {

  private final BurningThreads threads;
  private final Screen screen;
  private final Set<String> told = new HashSet<>();

  /** Will look at {@code threads} and warn on {@code screen}. */
  public BurningWarning(BurningThreads threads, Screen screen) {
    this.threads = threads;
    this.screen = screen;
  }

  /** Warns of those not warned of yet: after each cell, the same words each time help nobody. */
  public synchronized void afterCell() {
    List<String> news = threads.find().stream().filter(told::add).toList();
    warn(news);
  }

  /** Warns of all: before a measurement, which they spoil. */
  public synchronized void beforeMeasurement() {
    List<String> burning = threads.find();
    told.addAll(burning);
    warn(burning);
  }

  private void warn(List<String> burning) {
    if (!burning.isEmpty()) {
      String text = text(burning);
      String html =
          "<div class=\"switchlab-warning\"><b>⚠ Warning</b> " + Html.escape(text) + "</div>";
      screen.show(
          "switchlab-warning-" + UUID.randomUUID(), Map.of(Views.HTML, html, Views.TEXT, text));
    }
  }

  private static String text(List<String> burning) {
    return "An interrupted cell still burns a CPU ("
        + String.join(", ", burning)
        + "), which disturbs every measurement. Java cannot end it: restart the kernel.";
  }
}
