package org.switchlab.kernel;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * Loads what the first chart and table need while the kernel starts its compiler on another CPU.
 *
 * <p>The slowest part is Java's fonts, some tenths of a second, once.
 */
public final class WarmUp {

  private static final AtomicBoolean STARTED = new AtomicBoolean();
  private static final CountDownLatch DONE = new CountDownLatch(1);

  private WarmUp() {}

  /** Starts it on a thread of its own; failures are left to be met, and reported, in a cell. */
  public static void start() {
    if (STARTED.compareAndSet(false, true)) {
      Thread.ofPlatform().name("switchlab-warm-up").daemon().start(WarmUp::run);
    }
  }

  /** Waits for its end, so that it disturbs no measurement. Returns at once if never started. */
  public static void await() throws InterruptedException {
    if (STARTED.get()) {
      DONE.await();
    }
  }

  private static void run() {
    BackgroundThreads.compilerStandsBack();
    try {
      render(read());
    } catch (RuntimeException | LinkageError e) {
      System.getLogger(WarmUp.class.getName()).log(System.Logger.Level.DEBUG, "Warm-up failed", e);
    } finally {
      DONE.countDown();
    }
  }

  private static Table read() {
    ColumnType[] types = {ColumnType.LONG, ColumnType.DOUBLE};
    return Table.read()
        .csv(
            CsvReadOptions.builderFromString("arrayBytes,estimateNs\n1024,1\n2048,2\n")
                .columnTypes(types));
  }

  private static void render(Table table) {
    XYChart chart = new XYChartBuilder().width(600).height(400).title("warm-up").build();
    double[] x = table.longColumn(0).asDoubleArray();
    chart.addSeries("series", x, table.doubleColumn(1).asDoubleArray());
    Views.chart().content(Views.SVG, chart);
    Views.chart().content(Views.PNG, chart);
    TableHtml.of(table);
  }
}
