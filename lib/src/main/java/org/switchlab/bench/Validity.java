package org.switchlab.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.switchlab.table.Rows;
import org.switchlab.unit.Units;
import org.switchlab.validity.Findings;
import org.switchlab.validity.Scenario;
import org.switchlab.validity.Study;

/**
 * Whether intervals and verdicts are right as often as they say: runs are simulated whose costs are
 * known because they were planted, and go through the estimates and checks of real ones.
 */
final class Validity extends Benchmark {

  private static final long SEED = 20_261_128;

  private final boolean quick;

  private Validity(String name, boolean quick) {
    super(name, Findings.promise() + (quick ? "; few runs, for a first look" : ""));
    this.quick = quick;
  }

  static Validity full() {
    return new Validity("validity", false);
  }

  static Validity quick() {
    return new Validity("validity-quick", true);
  }

  @Override
  public boolean onlyWhenNamed() {
    return true;
  }

  @Override
  public Reading measure(Consumer<String> progress) throws InterruptedException {
    return reading(
        Study.of(
            Scenario.all(quick),
            SEED,
            done -> progress.accept(Units.share(done) + " of the scenarios simulated")));
  }

  Reading reading(Study study) {
    Findings findings = Findings.of(study);
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("runs", study.runs());
    figures.put("goals", findings.goals());
    figures.put("missedGoals", findings.missed());
    Map<String, Rows> tables = new LinkedHashMap<>();
    tables.put("coverage", findings.coverage());
    tables.put("power", findings.power());
    String note =
        "the ratio is that of the goal farthest off; a ? behind what misses: may be chance";
    return Reading.of(this, figures, findings.worstRatio(), note).with(tables);
  }
}
