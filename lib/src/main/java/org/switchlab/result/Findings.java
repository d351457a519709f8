package org.switchlab.result;

import java.util.Optional;
import org.switchlab.claim.Finding;
import org.switchlab.claim.Verdict;
import org.switchlab.draw.ContrastStrip;
import org.switchlab.table.Estimate;
import org.switchlab.table.Unit;
import org.switchlab.unit.Units;

/** What verdicts rest on, as people read it. */
final class Findings {

  private Findings() {}

  /** The finding that decides a verdict, or leaves it open; none if there are none. */
  static Optional<Finding> deciding(Verdict verdict) {
    return verdict.findings().stream()
        .filter(finding -> finding.outcome() == verdict.outcome())
        .findFirst()
        .or(() -> verdict.findings().stream().findFirst());
  }

  /** The finding as a picture. */
  static ContrastStrip strip(Finding finding) {
    Estimate contrast = finding.contrast();
    return new ContrastStrip(
        contrast.value(), contrast.low(), contrast.high(), finding.threshold(), finding.margin());
  }

  /** The difference, give or take: {@code 0.120 ±0.030 µs}. */
  static String roughly(Finding finding) {
    Estimate contrast = finding.contrast();
    double side = Math.max(contrast.high() - contrast.value(), contrast.value() - contrast.low());
    String number = shown(finding, contrast.value());
    int unit = number.indexOf(' ');
    String sign = unit < 0 ? "" : number.substring(unit);
    double per = perUnit(finding, sign);
    return "%s ±%s%s"
        .formatted(unit < 0 ? number : number.substring(0, unit), Units.roughly(side / per), sign);
  }

  /** The difference with both ends of its interval, and what it was held against. */
  static String whole(Finding finding) {
    Estimate contrast = finding.contrast();
    String against =
        finding.isEquivalence()
            ? "equal within ±" + shown(finding, finding.margin())
            : "must be above " + shown(finding, finding.threshold());
    String interval =
        finding.unit() == Unit.NS
            ? Units.interval(contrast.value(), contrast.low(), contrast.high())
            : "%s [%s, %s]"
                .formatted(
                    shown(finding, contrast.value()),
                    shown(finding, contrast.low()),
                    shown(finding, contrast.high()));
    return interval + "; " + against;
  }

  private static String shown(Finding finding, double number) {
    return finding.unit().show(number);
  }

  private static double perUnit(Finding finding, String sign) {
    if (finding.unit() == Unit.SHARE) {
      return 0.01;
    }
    return finding.unit() != Unit.NS
        ? 1
        : switch (sign.strip()) {
          case "s" -> 1e9;
          case "ms" -> 1e6;
          case "µs" -> 1e3;
          default -> 1;
        };
  }
}
