package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

/** Tables as experiments give them. */
final class SampleRows {

  private SampleRows() {}

  /** Long rows: a setting each. */
  static Rows costs() {
    List<Row> rows = new ArrayList<>();
    for (int size = 1; size <= 64; size *= 8) {
      for (int stride = 8; stride <= 256; stride *= 2) {
        double ns = 1000 + 5 * size + stride / 4.0;
        rows.add(
            Row.of(
                "arrayBytes",
                size * 1024L,
                "strideBytes",
                (long) stride,
                "estimate",
                size == 8 && stride == 32 ? null : new Estimate(ns, ns * 0.97, ns * 1.035, 0.95),
                "processes",
                12));
      }
    }
    return new Rows(
        "Cost by array and stride",
        List.of(
            Column.whole("arrayBytes", Unit.BYTES, "array"),
            Column.whole("strideBytes", Unit.BYTES, "stride"),
            Column.mainEstimate(Unit.NS, "cost of one switch"),
            Column.count("processes", "processes")),
        rows);
  }

  /** Every type of column, sentences too. */
  static Rows servers() {
    return new Rows(
        "Servers",
        List.of(
            Column.text("server", "server"),
            Column.text("language", "language"),
            Column.estimate("cost", Unit.NS, "CPU time a delivered message"),
            Column.number("wait", Unit.NS, "longest wait of all"),
            Column.whole("stack", Unit.BYTES, "stack of one client"),
            Column.number("quietShare", Unit.SHARE, "quiet"),
            Column.number("missesPerSwitch", Unit.COUNT, "dTLB misses a switch"),
            Column.number("ratio", Unit.RATIO, "× the cheapest"),
            Column.flag("pinned", "pinned"),
            Column.text("stop", "why it was stopped")),
        List.of(
            Row.of(
                "server",
                "epoll",
                "language",
                "C",
                "cost",
                new Estimate(912.4, 901, 930.2, 0.95),
                "wait",
                12_345.6,
                "stack",
                0,
                "quietShare",
                0.97,
                "missesPerSwitch",
                0.0757576,
                "ratio",
                1.0,
                "pinned",
                true,
                "stop",
                "as precise as asked"),
            Row.of(
                "server",
                "goroutines",
                "language",
                "Go",
                "cost",
                new Estimate(2104, 2010, 2300, 0.95),
                "wait",
                98.7,
                "stack",
                8192,
                "quietShare",
                0.031,
                "missesPerSwitch",
                2823.48,
                "ratio",
                2.306,
                "pinned",
                false,
                "stop",
                "the budget of two minutes ended before it was as precise as asked"),
            Row.of("server", "coroutines <new>", "language", "C++", "wait", 4.2e6)));
  }
}
