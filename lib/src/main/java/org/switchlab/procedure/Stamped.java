package org.switchlab.procedure;

import java.util.List;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.run.RunnerException;
import org.switchlab.sample.Slot;
import org.switchlab.table.Column;

/**
 * Measures switches on one CPU by slots of stamped rounds; where the paper's fixed protocol is
 * asked for, by couples of batches, as the paper does.
 *
 * @param howMuch how much, as options
 * @param usualSubject what switches where a setting does not say
 */
public record Stamped(EffortOptions howMuch, String usualSubject) implements Procedure {

  @Override
  public List<Factor> options() {
    return howMuch.options();
  }

  @Override
  public Effort effort(Choices choices) {
    return howMuch.effort(choices);
  }

  @Override
  public List<Column> measures() {
    return Slot.MEASURES;
  }

  @Override
  public Procedure chosen(Choices choices) {
    return howMuch.isPaper(choices)
        ? PairedVisitor.visits(howMuch, task -> setting -> couples(setting, task))
        : this;
  }

  @Override
  public Measured measure(Task task) {
    return new Visits(howMuch, measures(), this::open, CostJudge::of).measure(task);
  }

  private Visitor open(Task task) throws RunnerException {
    SlotShares shares = SlotShares.of(task.plan(), task.machine());
    return new SharedTime(
        StampedVisitor.open(setting -> slots(setting, task), shares::of, task.rounds()), shares);
  }

  private StampedVisitor.Target slots(Setting setting, Task task) {
    return new StampedVisitor.Target(
        Point.of(setting, usualSubject),
        task.plan().cpu(),
        SlotShares.SLOT_NS,
        SlotShares.BLOCK_NS);
  }

  private PairedVisitor.Target couples(Setting setting, Task task) {
    int cpu = task.plan().cpu();
    return new PairedVisitor.Target(Point.of(setting, usualSubject), cpu, cpu);
  }
}
