package org.switchlab.kernel;

import java.util.List;
import java.util.Map;
import org.knowm.xchart.internal.chartpart.Chart;
import org.switchlab.machine.Machine;
import org.switchlab.report.MachineHtml;
import org.switchlab.report.MachineText;
import org.switchlab.result.Result;
import tech.tablesaw.api.Table;

/** Every view SwitchLab registers with a kernel. */
public final class Views {

  /** MIME type of HTML. */
  public static final String HTML = "text/html";

  /** MIME type of plain text. */
  public static final String TEXT = "text/plain";

  /** MIME type of SVG, which front ends show only in trusted notebooks. */
  public static final String SVG = "image/svg+xml";

  /** MIME type of PNG. */
  public static final String PNG = "image/png";

  private Views() {}

  /** The views, one a type. */
  public static List<View<?>> all() {
    return List.of(result(), machine(), table(), chart(), FigureView.view());
  }

  private static View<Result> result() {
    return new View<>(Result.class, Map.of(HTML, Result::detailsHtml, TEXT, Result::toString))
        .after(Result::figure);
  }

  private static View<Machine> machine() {
    return new View<>(Machine.class, Map.of(HTML, MachineHtml::of, TEXT, MachineText::of));
  }

  private static View<Table> table() {
    return new View<>(
        Table.class, Map.of(HTML, TableHtml::of, TEXT, table -> table.print(TableHtml.MAX_ROWS)));
  }

  // A raw type because that is what XChart's own methods take and what a chart's class hierarchy
  // is registered under.
  @SuppressWarnings("rawtypes")
  private static View<Chart> chart() {
    return new View<>(
        Chart.class,
        Map.of(SVG, ChartImage::svg, PNG, ChartImage::pngBase64, TEXT, ChartImage::text));
  }
}
