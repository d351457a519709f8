package org.switchlab.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.switchlab.claim.Answer;
import org.switchlab.claim.Check;
import org.switchlab.claim.Claim;
import org.switchlab.claim.Judging;
import org.switchlab.claim.Verdict;
import org.switchlab.plan.Setting;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;

/**
 * The claims that an experiment answers, in the order named, and what answers each.
 *
 * @param <R> what its results are
 * @param checks by claim
 */
record Answering<R extends Result>(Map<Claim, Check<R>> checks) {

  Answering {
    checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
  }

  /** No claim. */
  static <R extends Result> Answering<R> nothing() {
    return new Answering<>(Map.of());
  }

  /** With one more. */
  Answering<R> with(Claim claim, Check<R> check) {
    Map<Claim, Check<R>> more = new LinkedHashMap<>(checks);
    more.put(claim, check);
    return new Answering<>(more);
  }

  /** What its check says of a claim, if the result bears on it. */
  Optional<Answer> answer(Claim claim, R result) {
    return Optional.ofNullable(checks.get(claim))
        .filter(check -> check.bearsOn(claim, result))
        .map(check -> check.answer(claim, result));
  }

  /** A verdict on each claim, all judged together at the level of the result's plan. */
  List<Verdict> verdicts(R result, ResultData data) {
    return judging(data).verdicts(answers(result));
  }

  /** The settings of which more would help to decide the claims that a result leaves open. */
  Set<Setting> open(R result, ResultData data) {
    return judging(data).open(answers(result));
  }

  private List<Answer> answers(R result) {
    return checks.keySet().stream().flatMap(claim -> answer(claim, result).stream()).toList();
  }

  private static Judging judging(ResultData data) {
    return new Judging(1 - data.plan().effort().level());
  }
}
