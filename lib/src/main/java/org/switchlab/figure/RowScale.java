package org.switchlab.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows with names, one a value: the first stands at the top of an upright axis and at the left of a
 * level one.
 *
 * @param names what the rows are called; row {@code i} is the value {@code i}
 * @param notes a sentence a row, or one after its number, shown at its other end where there is
 *     room; may be empty
 * @param upright whether they stand one above the other
 */
public record RowScale(List<String> names, List<String> notes, boolean upright) implements Scale {

  /** Room beside the first and last row, in rows. */
  private static final double MARGIN = 0.5;

  private static final String BEHIND_NUMBER = "  ";

  /** Keeps immutable copies; notes are none or one a row. */
  public RowScale {
    names = List.copyOf(names);
    notes = List.copyOf(notes);
    if (!notes.isEmpty() && notes.size() != names.size()) {
      throw new IllegalArgumentException(
          "%d notes for %d rows: give one a row, or none".formatted(notes.size(), names.size()));
    }
  }

  /** A note of a number and a sentence. */
  public static String note(String number, String sentence) {
    return number + BEHIND_NUMBER + sentence;
  }

  /** The sentence of row {@code row}, for where its number stands already. */
  public String sentence(int row) {
    String note = notes.get(row);
    int number = note.indexOf(BEHIND_NUMBER);
    return number < 0 ? note : note.substring(number + BEHIND_NUMBER.length());
  }

  @Override
  public double toAxis(double value) {
    return upright ? names.size() - 1 - value : value;
  }

  @Override
  public double toValue(double place) {
    return toAxis(place);
  }

  @Override
  public double axisMin() {
    return -MARGIN;
  }

  @Override
  public double axisMax() {
    return names.size() - 1 + MARGIN;
  }

  @Override
  public double step() {
    return 1;
  }

  @Override
  public List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      ticks.add((double) i);
    }
    return ticks;
  }

  @Override
  public String label(double place) {
    int row = (int) Math.round(toValue(place));
    return row >= 0 && row < names.size() ? names.get(row) : "";
  }
}
