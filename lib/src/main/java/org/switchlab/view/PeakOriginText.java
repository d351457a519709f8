package org.switchlab.view;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.claim.Verdict;
import org.switchlab.counter.MissesPerSwitch;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.plan.Point;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/** The origin of the peak for a terminal: both page sizes side by side, then the causes. */
public final class PeakOriginText {

  private static final int SIZE_WIDTH = 9;
  private static final int CELL_WIDTH = 26;
  private static final int COUNT_WIDTH = 16;

  private PeakOriginText() {}

  /** The whole result, lines ended with {@code \n}. */
  public static String render(PeakOriginFigure figure, List<Verdict> verdicts, TextStyle style) {
    List<String> body = new ArrayList<>(measured(figure));
    if (figure.contrast() != null) {
      ResultText.section(body, wrap(PeakOriginWords.remaining(figure.contrast()) + ".", style));
    }
    ResultText.section(body, emulated(figure));
    PeakOriginWords.paperMachine(figure.causes())
        .ifPresent(words -> ResultText.section(body, wrap(words + ".", style)));
    if (figure.regression() != null) {
      ResultText.section(body, wrap(PeakOriginWords.regression(figure.regression()) + ".", style));
    }
    Heading heading = figure.heading();
    return ResultText.render(
        heading.title(),
        List.of(heading.provenance()),
        body.stream().map(style::spell).toList(),
        verdicts,
        heading.warnings(),
        style);
  }

  private static List<String> wrap(String text, TextStyle style) {
    return TextBlocks.wrap(text, "", style.columns());
  }

  private static List<String> measured(PeakOriginFigure figure) {
    List<String> lines = new ArrayList<>();
    lines.add("Cost of one switch (µs), measured:");
    lines.add(
        TextBlocks.right("array", SIZE_WIDTH)
            + TextBlocks.right("4 KiB pages", CELL_WIDTH)
            + TextBlocks.right("2 MiB pages", CELL_WIDTH));
    for (PointEstimate ordinary : figure.onPages(Point.BASE_PAGE_BYTES)) {
      Estimate huge =
          figure.onPages(Point.HUGE_PAGE_BYTES).stream()
              .filter(e -> e.point().arrayBytes() == ordinary.point().arrayBytes())
              .findFirst()
              .map(PointEstimate::switchCostNs)
              .orElse(null);
      lines.add(
          TextBlocks.right(Units.bytes(ordinary.point().arrayBytes()), SIZE_WIDTH)
              + TextBlocks.right(CostCell.micros(ordinary.switchCostNs()), CELL_WIDTH)
              + TextBlocks.right(CostCell.micros(huge), CELL_WIDTH));
    }
    return lines;
  }

  private static List<String> emulated(PeakOriginFigure figure) {
    if (figure.causes().isEmpty()) {
      return List.of();
    }
    int width = figure.causes().stream().mapToInt(c -> c.model().length()).max().orElseThrow();
    List<String> lines = new ArrayList<>();
    lines.add("Misses a switch causes, emulated:");
    lines.add(
        TextBlocks.left("model", width)
            + TextBlocks.right("array", SIZE_WIDTH)
            + TextBlocks.right("L2 misses", COUNT_WIDTH)
            + TextBlocks.right("dTLB misses", COUNT_WIDTH));
    for (MissesPerSwitch cause : figure.causes()) {
      lines.add(
          TextBlocks.left(cause.model(), width)
              + TextBlocks.right(Units.bytes(cause.point().arrayBytes()), SIZE_WIDTH)
              + TextBlocks.right(Long.toString(Math.round(cause.l2Misses())), COUNT_WIDTH)
              + TextBlocks.right(Long.toString(Math.round(cause.dtlbMisses())), COUNT_WIDTH));
    }
    return lines;
  }
}
