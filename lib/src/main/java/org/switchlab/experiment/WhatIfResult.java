package org.switchlab.experiment;

import java.util.List;
import java.util.Optional;
import org.switchlab.claim.CheaperSwitches;
import org.switchlab.claim.Claim;
import org.switchlab.claim.Verdict;
import org.switchlab.counter.CounterEvent;
import org.switchlab.emulator.Alternative;
import org.switchlab.emulator.TlbTagging;
import org.switchlab.estimate.CurveTable;
import org.switchlab.estimate.WhatIfAnalysis;
import org.switchlab.figure.Figure;
import org.switchlab.result.Presentation;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.unit.Plural;

/**
 * How many misses a switch causes in a modelled machine and in the same machine changed, and what
 * these misses are estimated to cost.
 */
public final class WhatIfResult extends Result {

  WhatIfResult(ResultData data, Presentation presentation) {
    super(data, presentation);
  }

  /** The machine as it is, first, and what it is compared with. */
  public List<Alternative> alternatives() {
    return find(Alternative.TABLE).map(Alternative::read).orElse(List.of());
  }

  /** The names of what the machine as it is is compared with. */
  List<String> changed() {
    return plan().settings().stream()
        .map(setting -> setting.text(WhatIfAnalysis.ALTERNATIVE))
        .filter(name -> !name.equals(Alternative.AS_IS))
        .distinct()
        .toList();
  }

  /** How the estimated cost of a switch's misses changes from one alternative to another, in ns. */
  public Optional<Estimate> costChangeNs(String from, String to) {
    return change(from, to, WhatIfAnalysis.COST);
  }

  /**
   * How the estimated cost of all misses of a message with its switch changes, in ns. A larger
   * cache or TLB may spare the work without switches more than the work with them: then the message
   * costs less and the switch, which is the difference, more.
   */
  public Optional<Estimate> messageChangeNs(String from, String to) {
    return change(from, to, WhatIfAnalysis.MESSAGE_COST);
  }

  /** How the misses of a switch change from one alternative to another; empty if not modelled. */
  public Optional<Estimate> missChange(String from, String to, CounterEvent event) {
    return change(from, to, WhatIfAnalysis.perSwitch(event));
  }

  /** A single repetition, which has no interval, is taken as exact. */
  private Optional<Estimate> change(String from, String to, String measure) {
    return rows(WhatIfAnalysis.CHANGES)
        .where(WhatIfAnalysis.FROM, from)
        .where(WhatIfAnalysis.ALTERNATIVE, to)
        .where(WhatIfAnalysis.OF, WhatIfAnalysis.changing(measure))
        .first()
        .map(WhatIfResult::estimate);
  }

  private static Estimate estimate(Row row) {
    Estimate estimate = row.estimate(Column.ESTIMATE_NAME);
    double value = row.number(CurveTable.VALUE).orElseThrow();
    return estimate == null ? new Estimate(value, value, value, 1) : estimate;
  }

  /** The changes of the machine as it is. */
  Rows changesOfAsIs() {
    return rows(WhatIfAnalysis.CHANGES).where(WhatIfAnalysis.FROM, Alternative.AS_IS);
  }

  /** How the paper's advice fares. */
  Verdict judge(Claim claim) {
    return CheaperSwitches.judge(
        claim,
        plan().settings().stream().map(setting -> setting.whole("arrayBytes")).distinct().toList(),
        costChangeNs(Alternative.AS_IS, Alternative.DOUBLE_TLB),
        costChangeNs(Alternative.AS_IS, Alternative.HUGE_PAGES),
        costChangeNs(Alternative.FLUSH, tagged()));
  }

  /** A machine that tags its entries anyway need not be named once more. */
  private String tagged() {
    boolean tags =
        alternatives().stream()
            .findFirst()
            .filter(asIs -> asIs.geometry().tagging() == TlbTagging.TAGGED)
            .isPresent();
    return tags ? Alternative.AS_IS : Alternative.TAGS;
  }

  /** What stands above its pictures: the modelled machine. */
  Figure.Heading heading() {
    String model =
        alternatives().stream().findFirst().map(asIs -> asIs.geometry().name()).orElse("a machine");
    return new Figure.Heading(
        plan().title(),
        "%s · model of %s · %s · cost: a stated latency a miss, as if none overlapped"
            .formatted(
                source().word(), model, Plural.of(plan().effort().minProcesses(), "repetition")),
        warnings());
  }
}
