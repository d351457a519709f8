package org.switchlab.procedure;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.switchlab.plan.Setting;
import org.switchlab.run.RunnerException;
import org.switchlab.sample.Observation;
import org.switchlab.table.Rows;
import org.switchlab.warning.Warning;

/**
 * Visits with as many slots as each setting's share of the time, which is divided anew as the run
 * goes on.
 *
 * @param visitor visits, asking {@code shares} how many slots
 * @param shares divides
 */
record SharedTime(Visitor visitor, SlotShares shares) implements Visitor {

  @Override
  public void visit(Setting setting, int process, long seed, Consumer<Observation> sink)
      throws RunnerException, InterruptedException {
    visitor.visit(setting, process, seed, sink);
  }

  @Override
  public void passed(List<Observation> seen, Set<Setting> needed) {
    shares.renew(seen, needed);
  }

  @Override
  public List<Warning> warnings() {
    return visitor.warnings();
  }

  @Override
  public List<Rows> facts() {
    return visitor.facts();
  }

  @Override
  public void close() {
    visitor.close();
  }
}
