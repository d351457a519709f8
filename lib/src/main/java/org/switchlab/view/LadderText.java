package org.switchlab.view;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.claim.Verdict;
import org.switchlab.estimate.AddressSpaceCost;
import org.switchlab.estimate.RungEstimate;
import org.switchlab.sample.SwitchWork;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/** A ladder for a terminal: a row a rung, each with its place on a logarithmic scale. */
public final class LadderText {

  private static final int NAME_WIDTH = 22;
  private static final int COST_WIDTH = 26;
  private static final int CALLS_WIDTH = 7;

  /** Below this there is no use in a drawing. */
  private static final int LEAST_DRAWING = 12;

  private static final String CAPTION =
      "Cost of one switch beyond its message, system calls for each switch (counted), and the cost"
          + " on a logarithmic scale.";

  private LadderText() {}

  /** The whole result, lines ended with {@code \n}, no line wider than the style's columns. */
  public static String render(LadderFigure figure, List<Verdict> verdicts, TextStyle style) {
    List<String> body = new ArrayList<>(ResultText.wrap(CAPTION, "", style));
    LogScale scale = LogScale.of(figure);
    figure.rungs().forEach(rung -> body.addAll(rung(rung, scale, style)));
    ResultText.section(body, addressSpace(figure, style));
    Heading heading = figure.heading();
    return ResultText.render(
        heading.title(), List.of(heading.provenance()), body, verdicts, heading.warnings(), style);
  }

  private static List<String> rung(RungEstimate rung, LogScale scale, TextStyle style) {
    SwitchWork work = rung.work();
    String calls = work == null ? "–" : Units.plain(Units.digits(work.systemCallsPerSwitch()));
    String row =
        TextBlocks.left(rung.rung().name(), NAME_WIDTH)
            + TextBlocks.right(LadderFigure.show(rung.cost().switchCostNs()), COST_WIDTH)
            + TextBlocks.right(calls, CALLS_WIDTH);
    int room = style.columns() - row.length() - 2;
    if (room >= LEAST_DRAWING) {
      row += "  " + drawing(rung, scale, room, style);
    }
    List<String> lines = new ArrayList<>(fitting(row, style));
    lines.addAll(ResultText.wrap(rung.rung().adds(), "    ", style));
    return lines;
  }

  /** A row as it is laid out, or wrapped where the terminal is too narrow for it. */
  private static List<String> fitting(String row, TextStyle style) {
    String laidOut = style.spell(row).stripTrailing();
    return laidOut.length() > style.columns() ? ResultText.wrap(row, "", style) : List.of(laidOut);
  }

  /** A bar up to the estimate, so that rungs can be compared by eye. */
  private static String drawing(RungEstimate rung, LogScale scale, int room, TextStyle style) {
    Estimate cost = rung.cost().switchCostNs();
    if (cost == null) {
      return "";
    }
    int length = (int) Math.round(scale.share(cost.value()) * room);
    return (style.unicode() ? "█" : "#").repeat(Math.clamp(length, 0, room));
  }

  private static List<String> addressSpace(LadderFigure figure, TextStyle style) {
    if (figure.addressSpace().isEmpty()) {
      return List.of();
    }
    List<String> lines =
        new ArrayList<>(
            ResultText.bold("The change of the address space: processes less threads", style));
    for (AddressSpaceCost cost : figure.addressSpace()) {
      String shown = LadderFigure.show(cost.differenceNs());
      lines.addAll(
          fitting(
              TextBlocks.left(cost.mechanism(), NAME_WIDTH) + TextBlocks.right(shown, COST_WIDTH),
              style));
    }
    figure.addressSpaceFacts().forEach(fact -> lines.addAll(ResultText.wrap(fact, "  ", style)));
    return lines;
  }
}
