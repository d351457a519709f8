import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** What a visit is asked for: the first word is the workload, then options with their values. */
record Options(String workload, Map<String, String> settings) {

  static Options parsed(String[] words) {
    if (words.length == 0) {
      throw Bench.giveUp("usage: PROGRAM WORKLOAD --subject NAME [--FACTOR VALUE]... --seed SEED");
    }
    Map<String, String> settings = new HashMap<>();
    for (int i = 1; i + 1 < words.length; i += 2) {
      settings.put(words[i], words[i + 1]);
    }
    return new Options(words[0], settings);
  }

  String subject() {
    return settings.getOrDefault("--subject", "");
  }

  /** A whole number of 1 or more, {@code usual} if nothing is said. */
  int count(String option, int usual) {
    int value = (int) Math.min(number(option, usual), Integer.MAX_VALUE);
    if (value < 1) {
      throw Bench.giveUp("%s is %d; it must be 1 or more".formatted(option, value));
    }
    return value;
  }

  /** Draws where things lie, differently in each visit. */
  Random random() {
    return new Random(number("--seed", 1));
  }

  private long number(String option, long usual) {
    String text = settings.getOrDefault(option, Long.toString(usual));
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Bench.giveUp("%s wants a whole number, not '%s'".formatted(option, text));
    }
  }
}
