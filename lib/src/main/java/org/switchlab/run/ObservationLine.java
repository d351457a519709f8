package org.switchlab.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.switchlab.table.Column;

/** The line {@code observation key=value …} of a program. */
final class ObservationLine {

  private ObservationLine() {}

  /** Its numbers by key; every key is the name of one of {@code measures}. */
  static Map<String, Double> parse(String text, List<Column> measures)
      throws MalformedLineException {
    ProtocolLine line = ProtocolLine.parse(text.replaceAll("\\s+", " "));
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (String key : line.values().keySet()) {
      if (measures.stream().noneMatch(measure -> measure.name().equals(key))) {
        throw new MalformedLineException("unknown key '%s'".formatted(key), text);
      }
    }
    for (Column measure : measures) {
      if (line.has(measure.name())) {
        numbers.put(measure.name(), number(measure.name(), line));
      }
    }
    if (numbers.isEmpty()) {
      throw new MalformedLineException("no key=value", text);
    }
    return numbers;
  }

  private static double number(String key, ProtocolLine line) throws MalformedLineException {
    String value = line.text(key);
    try {
      double number = Double.parseDouble(value);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below, as infinity is.
    }
    throw new MalformedLineException(
        "%s is '%s' and no number".formatted(key, MalformedLineException.shown(value)),
        line.text());
  }
}
