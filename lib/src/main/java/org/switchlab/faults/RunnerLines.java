package org.switchlab.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a runner said, line by line, as far as it can be compared with what another one said: a
 * reader of the protocol that shares no code with the one that measures.
 *
 * @param words the first word of each line, in order
 * @param timesNs the times of each kind of line and field, in ns
 * @param counts lines that say the same each time
 * @param doubted whether switches are missing, or strangers', so that a reader rejects a sample
 */
record RunnerLines(
    List<String> words, Map<String, List<Double>> timesNs, List<String> counts, boolean doubted) {

  private static final List<String> TIMES =
      List.of("messageNs", "legNs", "walkAloneNs", "walkBetweenNs", "durationNs");

  /** Of samples with fewer, or more, switches than that share off, nothing is believed. */
  private static final double LOST_SHARE = 0.01;

  private static final double STRANGERS_SHARE = 0.1;

  static RunnerLines of(String out) {
    List<String> words = new ArrayList<>();
    Map<String, List<Double>> times = new TreeMap<>();
    boolean doubted = false;
    for (String line : out.lines().toList()) {
      String[] parts = line.split(" ", -1);
      words.add(parts[0]);
      Map<String, String> fields = fields(parts);
      collect(parts[0], fields, times);
      doubted |= isDoubted(fields);
    }
    List<String> counts = out.lines().filter(line -> line.startsWith("syscalls ")).toList();
    return new RunnerLines(words, times, counts, doubted);
  }

  private static Map<String, String> fields(String[] parts) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String part : parts) {
      int sign = part.indexOf('=');
      if (sign > 0) {
        fields.put(part.substring(0, sign), part.substring(sign + 1));
      }
    }
    return fields;
  }

  private static void collect(
      String word, Map<String, String> fields, Map<String, List<Double>> times) {
    String kind = fields.getOrDefault("variant", fields.getOrDefault("way", ""));
    for (String name : TIMES) {
      String value = fields.get(name);
      if (value != null) {
        double each = Double.parseDouble(value) / Double.parseDouble(perRound(word, fields));
        times.computeIfAbsent(word + " " + kind + " " + name, _ -> new ArrayList<>()).add(each);
      }
    }
  }

  private static String perRound(String word, Map<String, String> fields) {
    return word.equals("batch") ? fields.getOrDefault("rounds", "1") : "1";
  }

  private static boolean isDoubted(Map<String, String> fields) {
    String expected = fields.get("switchesExpected");
    if (expected == null) {
      return false;
    }
    double wanted = Double.parseDouble(expected);
    double voluntary = Double.parseDouble(fields.getOrDefault("voluntarySwitches", "0"));
    double others = Double.parseDouble(fields.getOrDefault("involuntarySwitches", "0"));
    double rounds = Double.parseDouble(fields.getOrDefault("rounds", "1"));
    return voluntary + others < wanted - LOST_SHARE * rounds
        || voluntary > wanted + LOST_SHARE * rounds
        || others > STRANGERS_SHARE * rounds
        || "1".equals(fields.get("migrated"));
  }
}
