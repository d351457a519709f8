package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.switchlab.estimate.AccessPattern;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.result.Presentation;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.sample.Observation;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

/** Which elements a walk touches, in order, for one or several strides. */
public final class AccessPatternResult extends Result {

  /** Title of the main table: one row a touch, in order; everything counts from 0. */
  private static final String TOUCHES = "access pattern";

  static final String STRIDES = "strides";

  /** What a setting calls the size of a cache line. */
  static final String LINE_BYTES = "lineBytes";

  static final String INDEX = "index";

  private static final String ARRAY = "arrayBytes";
  private static final String STRIDE = "strideBytes";

  private static final List<Column> TOUCH =
      List.of(
          Column.whole(ARRAY, Unit.BYTES, "array"),
          Column.whole(STRIDE, Unit.BYTES, "stride"),
          Column.count("order", "order"),
          Column.count(INDEX, "index of the element"),
          Column.whole("offsetBytes", Unit.BYTES, "offset"),
          Column.count("cacheLine", "cache line"),
          Column.count("page", "page"));

  private static final List<Column> WALK =
      List.of(
          Column.whole(ARRAY, Unit.BYTES, "array"),
          Column.whole(STRIDE, Unit.BYTES, "stride"),
          Column.count("touches", "touches"),
          Column.count("lines", "lines"),
          Column.count("pages", "pages"),
          Column.count("lineArrivals", "comes to a line"),
          Column.count("pageArrivals", "comes to a page"));

  /** Of what was found. */
  public AccessPatternResult(ResultData data, Presentation presentation) {
    super(data, presentation);
  }

  /** One pattern a stride, in the plan's order. */
  public List<AccessPattern> patterns() {
    return patterns(plan(), observations());
  }

  /** What the order of touches says: where each touch is, and what each stride comes to. */
  static List<Rows> tables(Plan plan, List<Observation> observations, Map<Setting, Stop> stops) {
    List<AccessPattern> patterns = patterns(plan, observations);
    return List.of(
        new Rows(TOUCHES, TOUCH, patterns.stream().flatMap(p -> touches(p).stream()).toList()),
        new Rows(STRIDES, WALK, patterns.stream().map(AccessPatternResult::walk).toList()));
  }

  /** One pattern a setting that was looked at, in the plan's order. */
  private static List<AccessPattern> patterns(Plan plan, List<Observation> observations) {
    Map<Setting, List<Observation>> bySetting =
        observations.stream().collect(Collectors.groupingBy(Observation::setting));
    return plan.settings().stream()
        .filter(bySetting::containsKey)
        .map(setting -> pattern(setting, bySetting.getOrDefault(setting, List.of())))
        .toList();
  }

  private static AccessPattern pattern(Setting setting, List<Observation> touches) {
    Point walk = Point.of(setting, "");
    return new AccessPattern(
        walk,
        Math.toIntExact(setting.whole(LINE_BYTES)),
        Math.toIntExact(walk.pageBytes()),
        touches.stream().map(touch -> Math.toIntExact(touch.seen().whole(INDEX))).toList());
  }

  private static List<Row> touches(AccessPattern pattern) {
    List<Row> rows = new ArrayList<>();
    for (int touch = 0; touch < pattern.touches(); touch++) {
      rows.add(
          Row.of(
              ARRAY,
              pattern.point().arrayBytes(),
              STRIDE,
              pattern.point().strideBytes(),
              "order",
              touch,
              INDEX,
              pattern.order().get(touch),
              "offsetBytes",
              pattern.offsetBytes(touch),
              "cacheLine",
              pattern.line(touch),
              "page",
              pattern.page(touch)));
    }
    return rows;
  }

  private static Row walk(AccessPattern pattern) {
    return Row.of(
        ARRAY,
        pattern.point().arrayBytes(),
        STRIDE,
        pattern.point().strideBytes(),
        "touches",
        pattern.touches(),
        "lines",
        pattern.lines(),
        "pages",
        pattern.pages(),
        "lineArrivals",
        pattern.lineArrivals(),
        "pageArrivals",
        pattern.pageArrivals());
  }
}
