package org.switchlab.experiment;

import java.util.List;
import java.util.Optional;
import org.switchlab.counter.MissesPerSwitch;
import org.switchlab.estimate.MissRegression;
import org.switchlab.estimate.PageSizeContrast;
import org.switchlab.result.Presentation;
import org.switchlab.result.ResultData;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;

/** Whether the rise at L2 is the cache's or the TLB's. */
public final class PeakOriginResult extends SwitchCosts {

  /** Of what was found. */
  public PeakOriginResult(ResultData data, Presentation presentation) {
    super(data, presentation);
  }

  /** The rise on ordinary and on huge pages; empty if a setting it needs is missing. */
  public Optional<PageSizeContrast> contrast() {
    return find(PeakOriginAnalysis.CONTRAST).flatMap(Rows::first).map(PeakOriginAnalysis::contrast);
  }

  /** The measured costs explained by the emulated misses; empty without an emulator. */
  public Optional<MissRegression> regression() {
    return regressionRow().map(PeakOriginAnalysis::regression);
  }

  /**
   * The part of the rise on ordinary pages that goes with emulated TLB misses, in ns; empty without
   * an emulator.
   */
  public Optional<Estimate> tlbPartNs() {
    return regressionRow().map(row -> row.estimate(PeakOriginAnalysis.TLB_PART));
  }

  private Optional<Row> regressionRow() {
    return find(PeakOriginAnalysis.REGRESSION).flatMap(Rows::first);
  }

  /**
   * Emulated misses of a switch, of this machine and of the paper's with one cause taken away at a
   * time; empty without an emulator.
   */
  public List<MissesPerSwitch> causes() {
    return find(PeakCauses.TABLE).map(PeakCauses::read).orElse(List.of());
  }
}
