package org.switchlab.runner;

import java.util.LinkedHashMap;
import java.util.Map;

/** One line of the protocol: {@code keyword key=value …}, fields in the order written. */
record Line(String keyword, Map<String, String> fields, String text) {

  static Line parse(String text) {
    String[] words = text.split(" ");
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 1; i < words.length; i++) {
      String[] parts = words[i].split("=", 2);
      if (parts.length == 2) {
        fields.put(parts[0], parts[1]);
      }
    }
    return new Line(words[0], fields, text);
  }

  boolean is(String key, String value) {
    return value.equals(fields.get(key));
  }

  long number(String key) {
    String value = fields.get(key);
    if (value == null) {
      throw new AssertionError("no field " + key + " in: " + text);
    }
    return Long.parseLong(value);
  }

  long switchesCounted() {
    return number("voluntarySwitches") + number("involuntarySwitches");
  }

  boolean isPair() {
    return is("variant", "pair");
  }
}
