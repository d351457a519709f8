package org.switchlab.table;

import java.util.List;

/**
 * One column of a table, declared once for every form in which the table is shown or stored.
 *
 * @param name stable, with its unit at the end: {@code arrayBytes}; of an estimate without it, for
 *     it becomes three: see {@link #flat}
 * @param type what its cells hold
 * @param unit of its numbers
 * @param heading what people read above it
 */
public record Column(String name, Type type, Unit unit, String heading) {

  /** What a cell holds; any may be empty. */
  public enum Type {
    /** Words. */
    TEXT,
    /** Yes or no. */
    FLAG,
    /** A whole number. */
    WHOLE,
    /** Any number. */
    NUMBER,
    /** A number with its interval; the number alone where too little was seen for an interval. */
    ESTIMATE
  }

  /** The name of an experiment's main estimate. */
  public static final String ESTIMATE_NAME = "estimate";

  /** Refuses names that no program could take for a column. */
  public Column {
    if (!name.matches("[a-z][A-Za-z0-9-]*")) {
      throw new IllegalArgumentException(
          "'%s' is no name of a column: letters and digits, the first a small letter"
              .formatted(name));
    }
  }

  /** Words. */
  public static Column text(String name, String heading) {
    return new Column(name, Type.TEXT, Unit.NONE, heading);
  }

  /** Yes or no. */
  public static Column flag(String name, String heading) {
    return new Column(name, Type.FLAG, Unit.NONE, heading);
  }

  /** How many. */
  public static Column count(String name, String heading) {
    return new Column(name, Type.WHOLE, Unit.COUNT, heading);
  }

  /** A whole number of a unit. */
  public static Column whole(String name, Unit unit, String heading) {
    return new Column(name, Type.WHOLE, unit, heading);
  }

  /** Any number of a unit. */
  public static Column number(String name, Unit unit, String heading) {
    return new Column(name, Type.NUMBER, unit, heading);
  }

  /** A number of a unit with its interval; {@code name} is without unit. */
  public static Column estimate(String name, Unit unit, String heading) {
    return new Column(name, Type.ESTIMATE, unit, heading);
  }

  /** The experiment's main estimate: {@code estimateNs}, {@code ciLowNs}, {@code ciHighNs}. */
  public static Column mainEstimate(Unit unit, String heading) {
    return estimate(ESTIMATE_NAME, unit, heading);
  }

  /** Whether its cells are numbers, which people want to the right. */
  public boolean isNumeric() {
    return type == Type.WHOLE || type == Type.NUMBER || type == Type.ESTIMATE;
  }

  /**
   * The columns it has where a cell holds one number: itself, or of an estimate value, lower and
   * upper end: {@code costNs}, {@code costLowNs}, {@code costHighNs}.
   */
  public List<Column> flat() {
    if (type != Type.ESTIMATE) {
      return List.of(this);
    }
    boolean main = name.equals(ESTIMATE_NAME);
    return List.of(
        number(name + unit.suffix(), unit, heading),
        number((main ? "ciLow" : name + "Low") + unit.suffix(), unit, heading + ", low"),
        number((main ? "ciHigh" : name + "High") + unit.suffix(), unit, heading + ", high"));
  }
}
