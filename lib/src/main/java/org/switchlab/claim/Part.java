package org.switchlab.claim;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.switchlab.claim.Verdicts.Answer;

/**
 * One of the statements a claim makes at once.
 *
 * @param what the statement in a few words
 * @param outcome how it fares
 */
record Part(String what, Outcome outcome) {

  /** Whether all hold. */
  static Outcome all(List<Part> parts) {
    return Kleene.allOf(parts.stream().map(Part::outcome).toList());
  }

  /** Every statement with its outcome. */
  static String said(List<Part> parts) {
    String said =
        parts.stream()
            .map(part -> part.what() + ": " + part.outcome().words())
            .collect(Collectors.joining("; "));
    return all(parts) == Outcome.INCONCLUSIVE ? said + ". " + Verdicts.REPEAT_IT : said;
  }

  /** The answer of one stride that makes these statements. */
  static Answer answer(long strideBytes, String here, Part... parts) {
    List<Part> all = Arrays.asList(parts);
    return new Answer(strideBytes, all(all), here, said(all));
  }
}
