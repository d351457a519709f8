package org.switchlab.experiment.coroutine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.Amount;
import org.switchlab.estimate.GapTable;
import org.switchlab.plan.Measure;
import org.switchlab.procedure.SubjectVisits;
import org.switchlab.result.Presentation;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

/** What an operation costs with each subject of one workload. */
public final class CoroutineResult extends Result {

  /** Of what was found. */
  public CoroutineResult(ResultData data, Presentation presentation) {
    super(data, presentation);
  }

  /**
   * What one subject costs at one setting. What was not measured is absent.
   *
   * @param subject its name, as on the command line
   * @param system what people call its system
   * @param form which form of it
   * @param netNs what coroutines add to an operation, in ns
   * @param grossNs time of an operation, nothing subtracted, in ns
   * @param gap why there is no number, with what mends it; empty if there is
   * @param row all of it, with what varies besides the subject
   */
  public record Cost(
      String subject,
      String system,
      String form,
      @Nullable Estimate netNs,
      @Nullable Estimate grossNs,
      String gap,
      Row row) {

    static Cost of(Row row) {
      return new Cost(
          row.text(SubjectVisits.SUBJECT),
          row.text(SubjectAnalysis.SYSTEM.name()),
          row.text(SubjectAnalysis.FORM.name()),
          row.estimate(Workload.NET.name()),
          row.estimate(Workload.GROSS.name()),
          row.text(GapTable.GAP.name()),
          row);
    }

    /** The time that {@code measure} tells; null if it was not measured. */
    @Nullable Estimate time(Measure measure) {
      return row.estimate(measure.name());
    }

    /** The same without its interval, which too few visits do not have; empty if unmeasured. */
    public OptionalDouble number(Measure measure) {
      return row.number(measure.name());
    }

    /** System and form: {@code Go: Gosched}. */
    public String title() {
      return form.isEmpty() ? system : system + ": " + form;
    }
  }

  /** The whole time of an operation with a subject, to reason about. */
  public Amount gross(String subject) {
    return of(Workload.GROSS.name()).at(SubjectVisits.SUBJECT, subject);
  }

  /** What coroutines add to an operation with a subject, to reason about. */
  public Amount net(String subject) {
    return of(Workload.NET.name()).at(SubjectVisits.SUBJECT, subject);
  }

  /** One entry a setting of the plan, in its order. */
  public List<Cost> costs() {
    return rows().rows().stream().map(Cost::of).toList();
  }

  /** The factors besides the subject that have several values. */
  List<Column> varied() {
    return plan().factors().stream()
        .filter(factor -> !factor.name().equals(SubjectVisits.SUBJECT))
        .filter(factor -> rows().distinct(factor.name()).size() > 1)
        .toList();
  }

  /** Those of them that are numbers. */
  List<Column> numbersVaried() {
    return varied().stream().filter(Column::isNumeric).toList();
  }

  /** What was measured and what could not be, for people. */
  List<Rows> tables() {
    Rows all = rows();
    List<String> left = List.of(SubjectAnalysis.FORM.name(), GapTable.GAP.name());
    List<String> shown =
        all.columns().stream().map(Column::name).filter(name -> !left.contains(name)).toList();
    Rows measured = all.where(row -> !row.has(GapTable.GAP.name()));
    List<Rows> tables = new ArrayList<>();
    tables.add(measured.only(shown.toArray(String[]::new)));
    gaps().ifPresent(tables::add);
    return tables;
  }

  /** What could not be measured here, each with the reason; empty if all could. */
  Optional<Rows> gaps() {
    Rows gaps = rows().where(row -> row.has(GapTable.GAP.name()));
    return gaps.isEmpty()
        ? Optional.empty()
        : Optional.of(
            gaps.only(SubjectVisits.SUBJECT, SubjectAnalysis.SYSTEM.name(), GapTable.GAP.name())
                .titled("Not measured here"));
  }

  /** Those with a number, the quickest first, then those without. */
  public List<Cost> fromQuickest() {
    return fromQuickest(Workload.GROSS);
  }

  List<Cost> fromQuickest(Measure measure) {
    return costs().stream()
        .sorted(Comparator.comparingDouble(cost -> order(cost, measure)))
        .toList();
  }

  private static double order(Cost cost, Measure measure) {
    return cost.number(measure).orElse(Double.MAX_VALUE);
  }

  /** The quickest subject, in one sentence; empty if none was measured. */
  String sentence() {
    return fromQuickest().stream()
        .filter(cost -> cost.number(Workload.GROSS).isPresent())
        .filter(cost -> !cost.subject().equals("call"))
        .findFirst()
        .map(cost -> "Quickest: %s, %s".formatted(cost.title(), amounts(cost)))
        .orElse("");
  }

  private static String amounts(Cost cost) {
    return "%s an operation, %s beyond its baseline"
        .formatted(show(cost, Workload.GROSS), show(cost, Workload.NET));
  }

  private static String show(Cost cost, Measure measure) {
    return Unit.NS.show(cost.number(measure).orElse(Double.NaN));
  }
}
