package org.switchlab.claim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchlab.plan.Setting;
import org.switchlab.unit.Plural;

/**
 * An answer that rests on tests over passes.
 *
 * @param claim what is answered
 * @param question what it asks of the passes
 * @param where what the question was read against: sizes of caches, strides
 * @param here this run's numbers
 * @param reading another reading of the claim, judged beside it; absent if there is none
 * @param remark what else a reader must know; empty if nothing
 * @param source where the numbers come from: {@code measured}
 * @param ran how long the run took; zero if that is not known
 */
public record Tested(
    Claim claim,
    Question question,
    String where,
    String here,
    @Nullable Question reading,
    String remark,
    String source,
    Duration ran)
    implements Answer {

  static Tested of(Claim claim, Evidence evidence, Question question, String where, String here) {
    return new Tested(claim, question, where, here, null, "", evidence.source(), evidence.ran());
  }

  /** The same with another reading of the claim, which does not decide it. */
  Tested beside(Question other) {
    return new Tested(claim, question, where, here, other, remark, source, ran);
  }

  /** The same with something that a reader must know. */
  Tested remarking(String sentence) {
    return new Tested(claim, question, where, here, reading, sentence, source, ran);
  }

  @Override
  public List<Question> questions() {
    return reading == null ? List.of(question) : List.of(question, reading);
  }

  @Override
  public Set<Setting> open(List<Levels> levels) {
    return question.open(levels.getFirst());
  }

  @Override
  public Verdict verdict(List<Levels> levels) {
    Levels own = levels.getFirst();
    List<Finding> findings = question.findings(own);
    List<String> why = new ArrayList<>();
    why.add(grounds());
    why.add(findings.stream().map(Verdicts::said).collect(Collectors.joining("; ")));
    why.add(String.join("; ", question.gaps()));
    why.add(otherReading(levels));
    why.add(remark);
    why.add(TimeToTell.sentence(question, own, ran));
    return Verdicts.of(claim, source, question.outcome(own), here, sentences(why), findings);
  }

  private String grounds() {
    boolean tested = question.passes() < Integer.MAX_VALUE;
    return tested
        ? "%s, over %s".formatted(where, Plural.of(question.passes(), "pass", "passes"))
        : where;
  }

  private String otherReading(List<Levels> levels) {
    return Optional.ofNullable(reading)
        .map(other -> other.what() + ": " + other.outcome(levels.getLast()).words())
        .orElse("");
  }

  private static String sentences(List<String> parts) {
    return parts.stream()
        .filter(part -> !part.isEmpty())
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
        .collect(Collectors.joining(". "));
  }
}
