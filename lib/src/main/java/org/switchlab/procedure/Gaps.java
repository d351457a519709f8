package org.switchlab.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.GapTable;
import org.switchlab.machine.HugePages;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.run.NoHugePagesException;
import org.switchlab.run.UnavailableException;
import org.switchlab.table.Rows;
import org.switchlab.unit.Plural;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** The settings of a run that this machine cannot measure, each with the reason. */
final class Gaps {

  private final Plan plan;
  private final Map<Setting, UnavailableException> reasons = new LinkedHashMap<>();

  Gaps(Plan plan) {
    this.plan = plan;
  }

  void add(Setting setting, UnavailableException reason) {
    reasons.put(setting, reason);
  }

  /** The reason that was met first; null if there is no gap. */
  @Nullable UnavailableException first() {
    return reasons.values().stream().findFirst().orElse(null);
  }

  /** The gaps as a table that is kept with the result; empty if there is none. */
  Optional<Rows> table() {
    if (reasons.isEmpty()) {
      return Optional.empty();
    }
    Map<Setting, String> sentences = new LinkedHashMap<>();
    reasons.forEach(
        (setting, reason) -> sentences.put(setting, reason.getMessage() + ": " + reason.remedy()));
    return Optional.of(GapTable.of(plan, sentences));
  }

  /** What to tell: of huge pages as everywhere, of all else what is missing and how to get it. */
  List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    long huge = reasons.values().stream().filter(NoHugePagesException.class::isInstance).count();
    if (huge > 0) {
      warnings.add(
          HugePages.notBuiltIn("%d of %s need them and are left out".formatted(huge, settings())));
    }
    List<UnavailableException> others =
        reasons.values().stream().filter(e -> !(e instanceof NoHugePagesException)).toList();
    if (!others.isEmpty()) {
      warnings.add(
          new Warning(
              WarningCode.SETTINGS_LEFT_OUT,
              "%d of %s are left out: %s"
                  .formatted(
                      others.size(),
                      settings(),
                      distinct(others, e -> String.valueOf(e.getMessage()))),
              distinct(others, UnavailableException::remedy)));
    }
    return warnings;
  }

  private String settings() {
    return Plural.of(plan.settings().size(), "setting");
  }

  private static String distinct(
      List<UnavailableException> some, Function<UnavailableException, String> part) {
    return some.stream().map(part).distinct().collect(Collectors.joining("; "));
  }
}
