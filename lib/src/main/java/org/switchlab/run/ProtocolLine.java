package org.switchlab.run;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Slot;
import org.switchlab.sample.Variant;

/** One line of a child, {@code keyword key=value …}, with its whole text for messages. */
record ProtocolLine(String keyword, Map<String, String> values, String text) {

  static ProtocolLine parse(String text) throws MalformedLineException {
    String[] words = text.split(" ", -1);
    var values = new HashMap<String, String>();
    for (int i = 1; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      if (equals < 1
          || values.put(words[i].substring(0, equals), words[i].substring(equals + 1)) != null) {
        throw new MalformedLineException("no key=value, or a key twice,", text);
      }
    }
    return new ProtocolLine(words[0], Map.copyOf(values), text);
  }

  /** Whether there is a {@code key}. */
  boolean has(String key) {
    return values.containsKey(key);
  }

  /** The text of {@code key}. */
  String text(String key) throws MalformedLineException {
    String value = values.get(key);
    if (value == null) {
      throw new MalformedLineException(key + " is missing", text);
    }
    return value;
  }

  /** The constant of {@code type} that {@code key} names in lower case. */
  <E extends Enum<E>> E constant(String key, Class<E> type) throws MalformedLineException {
    String value = text(key);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
        return constant;
      }
    }
    throw new MalformedLineException(
        "%s is %s and none of %s"
            .formatted(key, MalformedLineException.shown(value), List.of(type.getEnumConstants())),
        text);
  }

  /** The whole number of {@code key}, which must be {@code lowest} or more. */
  long number(String key, long lowest) throws MalformedLineException {
    String value = text(key);
    try {
      long number = Long.parseLong(value);
      if (number >= lowest) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below, as a number out of range is.
    }
    throw new MalformedLineException(
        "%s is %s and not a number from %d"
            .formatted(key, MalformedLineException.shown(value), lowest),
        text);
  }

  /** The number of {@code key}, with or without a fraction. */
  double fraction(String key) throws MalformedLineException {
    String value = text(key);
    try {
      double number = Double.parseDouble(value);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below, as infinity is.
    }
    throw new MalformedLineException(
        "%s is '%s' and no number".formatted(key, MalformedLineException.shown(value)), text);
  }

  /**
   * The batch of a {@code batch} line; it has no rounds if it measures what counters see besides.
   */
  PlacedBatch batch(long leastRounds) throws MalformedLineException {
    var batch =
        new Batch(
            constant("variant", Variant.class),
            number("rounds", leastRounds),
            number("durationNs", 0),
            number("referenceBeforeNs", 0),
            number("referenceAfterNs", 0),
            number("switchesExpected", 0),
            number("voluntarySwitches", 0),
            number("involuntarySwitches", 0),
            number("migrated", 0) != 0);
    return new PlacedBatch(number("couple", 0), number("position", 0), batch);
  }

  /** The slot of a {@code slot} line. */
  Slot slot() throws MalformedLineException {
    return new Slot(
        index(),
        number("groups", 1),
        number("rounds", 1),
        fraction("messageNs"),
        fraction("messageMeanNs"),
        fraction("legNs"),
        fraction("legMeanNs"),
        fraction("walkAloneNs"),
        fraction("walkAloneMeanNs"),
        fraction("walkBetweenNs"),
        fraction("walkBetweenMeanNs"),
        number("switchesExpected", 0),
        number("voluntarySwitches", 0),
        number("involuntarySwitches", 0),
        number("migrated", 0) != 0);
  }

  private int index() throws MalformedLineException {
    long index = number("index", 0);
    if (index > Integer.MAX_VALUE) {
      throw new MalformedLineException("index is %d: too large".formatted(index), text);
    }
    return (int) index;
  }

  /** Bytes of an array that stand on huge pages; 0 if the line does not say. */
  long hugeBytes() throws MalformedLineException {
    return has("hugeBytes") ? number("hugeBytes", 0) : 0;
  }

  /**
   * Bytes of an array that are known to lie in neighbouring frames behind small pages; 0 if the
   * line does not say, or it cannot be known.
   */
  long colouredBytes() throws MalformedLineException {
    return has("colouredBytes") ? Math.max(0, number("colouredBytes", -1)) : 0;
  }

  /** A batch and where it stands: its couple, from 0, and whether first (0) or second (1) in it. */
  record PlacedBatch(long couple, long position, Batch batch) {}
}
