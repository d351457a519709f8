package org.switchlab.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knowm.xchart.XYChart;
import org.switchlab.estimate.AddressSpaceCost;
import org.switchlab.estimate.PointEstimator;
import org.switchlab.estimate.ReferenceFloor;
import org.switchlab.estimate.RungEstimate;
import org.switchlab.sample.ProcessSample;
import org.switchlab.sample.Samples;
import org.switchlab.view.LadderChart;
import org.switchlab.view.LadderFigure;
import org.switchlab.view.LadderHtml;
import org.switchlab.view.LadderTable;
import org.switchlab.view.LadderText;
import org.switchlab.view.TextStyle;
import tech.tablesaw.api.Table;

/**
 * What a switch costs on each rung from a function call to a switch of processes, and what each
 * executes.
 *
 * @param frame what every result has
 * @param samples raw observations; the subject of a point is its rung's name
 * @param rungs one entry a point of the plan, in its order
 * @param addressSpaceCosts one entry a mechanism that was measured between threads and processes
 */
public record LadderResult(
    Frame frame,
    Samples samples,
    List<RungEstimate> rungs,
    List<AddressSpaceCost> addressSpaceCosts)
    implements Result {

  /** How it is stored. */
  public static final ResultKind KIND = new LadderKind();

  /** The file that grows by one process at a time while measuring. */
  public static final String SAMPLES = LadderKind.SAMPLES;

  /** Keeps immutable copies. */
  public LadderResult {
    rungs = List.copyOf(rungs);
    addressSpaceCosts = List.copyOf(addressSpaceCosts);
  }

  /** A ladder of {@code rungs}, with the differences that follow from {@code samples}. */
  public static LadderResult of(Frame frame, Samples samples, List<RungEstimate> rungs) {
    double floorNs = ReferenceFloor.floorNs(samples.processes()).orElse(0);
    var estimator = new PointEstimator(frame.plan(), new ReferenceFloor(floorNs));
    List<AddressSpaceCost> costs = AddressSpaceCost.among(rungs, samples, estimator);
    return new LadderResult(frame, samples, rungs, costs);
  }

  /** What one process measured, as rows of {@link #SAMPLES}. */
  public static String rows(ProcessSample sample) {
    return SamplesCsv.rows(sample);
  }

  /** The rung called {@code name}, if it was measured. */
  public Optional<RungEstimate> rung(String name) {
    return rungs.stream().filter(estimate -> estimate.rung().name().equals(name)).findFirst();
  }

  @Override
  public ResultKind kind() {
    return KIND;
  }

  @Override
  public LadderResult withFrame(Frame newFrame) {
    return new LadderResult(newFrame, samples, rungs, addressSpaceCosts);
  }

  @Override
  public Map<String, byte[]> ownFiles() {
    return Map.of(
        LadderKind.SAMPLES, SamplesCsv.text(samples).getBytes(UTF_8),
        LadderKind.RUNGS, Json.bytes(rungs),
        LadderKind.ADDRESS_SPACE, Json.bytes(addressSpaceCosts));
  }

  @Override
  public Table table() {
    return LadderTable.of(rungs);
  }

  /** What the change of the address space costs, one row a mechanism. */
  public Table addressSpaceCost() {
    return LadderTable.ofAddressSpace(addressSpaceCosts);
  }

  /** What a switch executes on each rung, counted: one row a rung. */
  public Table work() {
    return LadderTable.ofWork(rungs);
  }

  @Override
  public XYChart chart() {
    return LadderChart.of(figure());
  }

  @Override
  public String toHtml() {
    return LadderHtml.render(figure(), verdicts());
  }

  @Override
  public String toText(TextStyle style) {
    return LadderText.render(figure(), verdicts(), style);
  }

  @Override
  public String toString() {
    return toText(TextStyle.PLAIN);
  }

  private LadderFigure figure() {
    return new LadderFigure(
        plan().title(),
        source().word(),
        machine().headline(),
        rungs,
        addressSpaceCosts,
        AddressSpaceFacts.of(machine()),
        warnings());
  }
}
