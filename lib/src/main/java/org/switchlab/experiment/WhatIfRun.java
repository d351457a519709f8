package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.switchlab.claim.CheaperSwitches;
import org.switchlab.claim.Claims;
import org.switchlab.claim.Verdict;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.CounterException;
import org.switchlab.counter.CounterSource;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.counter.Space;
import org.switchlab.emulator.Alternative;
import org.switchlab.emulator.TlbTagging;
import org.switchlab.estimate.MissCosts;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.result.Frame;
import org.switchlab.result.WhatIfResult;
import org.switchlab.result.WhatIfRow;
import org.switchlab.run.Progress;
import org.switchlab.sample.Source;

/** One run of a what-if, from plan to result. */
final class WhatIfRun {

  private final WhatIfExperiment experiment;
  private final Machine machine;
  private final Plan plan;

  WhatIfRun(WhatIfExperiment experiment, Machine machine, Plan plan) {
    this.experiment = experiment;
    this.machine = machine;
    this.plan = plan;
  }

  WhatIfResult result() {
    Frame begun = Frame.begun(Source.EMULATED, SwitchCostRun.now(), machine, plan);
    Recording recording = new Recording(experiment.folder(), WhatIfResult.KIND, begun);
    List<Alternative> alternatives = experiment.alternatives();
    var counted = new WhatIfResult(begun, alternatives, rows(alternatives));
    var result = counted.withFrame(begun.withVerdicts(verdicts(counted)));
    return result.withFrame(recording.finish(result));
  }

  private List<WhatIfRow> rows(List<Alternative> alternatives) {
    List<WhatIfRow> rows = new ArrayList<>();
    for (int i = 0; i < alternatives.size(); i++) {
      rows.addAll(rows(alternatives.get(i), progress(i, alternatives.size())));
    }
    return rows;
  }

  /** The share of all alternatives' work, out of the share of one's. */
  private Progress.Listener progress(int index, int count) {
    Progress.Listener to = experiment.listener();
    return p ->
        to.report(
            new Progress(
                (index + p.doneShare()) / count,
                p.remaining().multipliedBy(count - index),
                p.step(),
                p.finished() && index == count - 1));
  }

  /** The phases come in twos, single and pair of one point, each with all its repetitions. */
  private List<WhatIfRow> rows(Alternative alternative, Progress.Listener listener) {
    List<PhaseCounts> counts = count(alternative, listener);
    int times = experiment.repetitions();
    List<WhatIfRow> rows = new ArrayList<>();
    for (int at = 0; at + 2 * times <= counts.size(); at += 2 * times) {
      for (int r = 0; r < times; r++) {
        rows.add(row(alternative.name(), counts.get(at + r), counts.get(at + times + r)));
      }
    }
    return rows;
  }

  private static WhatIfRow row(String alternative, PhaseCounts single, PhaseCounts pair) {
    Map<CounterEvent, Double> misses = new EnumMap<>(CounterEvent.class);
    Map<CounterEvent, Double> all = new EnumMap<>(CounterEvent.class);
    for (CounterEvent event : MissCosts.events()) {
      OptionalDouble with = perMessage(pair, event);
      OptionalDouble without = perMessage(single, event);
      if (with.isPresent() && without.isPresent()) {
        misses.put(event, with.getAsDouble() - without.getAsDouble());
        all.put(event, with.getAsDouble());
      }
    }
    Point point = pair.phase().point();
    return new WhatIfRow(
        alternative,
        point.arrayBytes(),
        point.strideBytes(),
        pair.repetition(),
        misses,
        MissCosts.totalNs(misses),
        MissCosts.totalNs(all));
  }

  private static OptionalDouble perMessage(PhaseCounts counts, CounterEvent event) {
    Long count = counts.count(event, Space.ALL);
    return count == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(count.doubleValue() / counts.phase().messages());
  }

  private List<PhaseCounts> count(Alternative alternative, Progress.Listener listener) {
    try (CounterSource source = experiment.open(alternative.geometry(), listener)) {
      return source.count(experiment.phases(), experiment.repetitions(), plan.seed(), listener);
    } catch (CounterException e) {
      throw new ExperimentException(
          "%s counted nothing: %s".formatted(plan.experiment(), e.getMessage()), e);
    }
  }

  private List<Verdict> verdicts(WhatIfResult result) {
    return Claims.find("CS-20").stream()
        .map(
            claim ->
                CheaperSwitches.judge(
                    claim,
                    plan.points().stream().map(Point::arrayBytes).toList(),
                    result.costChangeNs(Alternative.AS_IS, Alternative.DOUBLE_TLB),
                    result.costChangeNs(Alternative.AS_IS, Alternative.HUGE_PAGES),
                    result.costChangeNs(Alternative.FLUSH, tagged())))
        .toList();
  }

  /** A machine that tags its entries anyway need not be named once more. */
  private String tagged() {
    boolean tags = experiment.alternatives().getFirst().geometry().tagging() == TlbTagging.TAGGED;
    return tags ? Alternative.AS_IS : Alternative.TAGS;
  }
}
