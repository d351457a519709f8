package org.switchlab.claim;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The checks by the names that claims give, and the judging of all claims by them. */
public final class Checks {

  private static final Map<String, Check> BY_NAME =
      Map.ofEntries(
          entry("direct-cost-magnitude", DirectCostMagnitude::judge),
          entry("user-above-kernel", UserAboveKernel::judge),
          entry("peak-at-l1d", PeakAtL1d::judge),
          entry("fall-past-l1d", FallPastL1d::judge),
          entry("peak-at-l2", PeakAtL2::judge),
          entry("past-l2", PastL2::judge),
          entry("user-flat", UserFlat::judge),
          entry("user-peaks", UserPeaks::judge),
          entry("switches-counted", SwitchesCounted::judge));

  private Checks() {}

  /**
   * The check called {@code name}.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static Check byName(String name) {
    Check check = BY_NAME.get(name);
    if (check == null) {
      throw new IllegalArgumentException(
          "no check is called %s; there are %s".formatted(name, new TreeMap<>(BY_NAME).keySet()));
    }
    return check;
  }

  /** The names of the checks there are. */
  public static Set<String> names() {
    return BY_NAME.keySet();
  }

  /** The verdict on each of {@code claims} that one of these checks answers, in their order. */
  public static List<Verdict> judge(List<Claim> claims, Evidence evidence) {
    return claims.stream()
        .filter(claim -> claim.check() != null && BY_NAME.containsKey(claim.check()))
        .map(claim -> byName(Objects.requireNonNull(claim.check())).judge(claim, evidence))
        .toList();
  }
}
