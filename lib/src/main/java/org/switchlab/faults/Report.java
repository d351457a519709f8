package org.switchlab.faults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;

/** What came of all the faults of a campaign. */
public final class Report {

  private static final String TARGET = "target";
  private static final String FAULTS = "faults";
  private static final String BAD = "bad";

  private static final List<Outcome> GOOD = List.of(Outcome.RIGHT, Outcome.REFUSED, Outcome.MARKED);

  private static final List<Column> COUNTS =
      List.of(
          Column.text(TARGET, TARGET),
          Column.text("kind", "fault"),
          Column.count(FAULTS, FAULTS),
          Column.count(Outcome.RIGHT.words(), Outcome.RIGHT.words()),
          Column.count(Outcome.REFUSED.words(), Outcome.REFUSED.words()),
          Column.count(Outcome.MARKED.words(), Outcome.MARKED.words()),
          Column.count(BAD, BAD));

  private static final List<Column> WORST =
      List.of(Column.text("fault", "fault"), Column.text("seen", "what came of it"));

  private final List<Finding> findings;
  private final List<String> skipped;
  private final long durationNs;

  /** Of these; faults that were not met are none. */
  Report(List<Finding> findings, List<String> skipped, long durationNs) {
    this.findings =
        findings.stream()
            .filter(finding -> finding.verdict().outcome() != Outcome.NOT_MET)
            .sorted(Comparator.comparing(finding -> finding.fault().name()))
            .toList();
    this.skipped = List.copyOf(skipped);
    this.durationNs = durationNs;
  }

  /** What came of each. */
  List<Finding> findings() {
    return findings;
  }

  /** Why there was none of a kind, one sentence each. */
  public List<String> skipped() {
    return skipped;
  }

  /** How long all trials took. */
  public long durationNs() {
    return durationNs;
  }

  /** How many faults there were. */
  public int faults() {
    return findings.size();
  }

  /** How many ended in each way that is good, by its words. */
  public Map<String, Integer> outcomes() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Outcome good : GOOD) {
      counts.put(good.words(), count(good));
    }
    return counts;
  }

  private int count(Outcome outcome) {
    return (int) findings.stream().filter(one -> one.verdict().outcome() == outcome).count();
  }

  /** How many break the promise. */
  public int bad() {
    return (int) findings.stream().filter(one -> one.verdict().outcome().isBad()).count();
  }

  /** Counts of each outcome by target and kind. */
  public Rows counts() {
    Map<Fault, List<Finding>> groups =
        new TreeMap<>(Comparator.comparing(Fault::target).thenComparing(Fault::kind));
    for (Finding finding : findings) {
      groups.computeIfAbsent(finding.fault(), _ -> new ArrayList<>()).add(finding);
    }
    return new Rows(
        "What came of the faults", COUNTS, groups.values().stream().map(Report::row).toList());
  }

  private static Row row(List<Finding> group) {
    Report own = new Report(group, List.of(), 0);
    Fault first = group.getFirst().fault();
    return Row.of(
        TARGET,
        first.target().word(),
        "kind",
        first.kind().words(),
        FAULTS,
        own.faults(),
        Outcome.RIGHT.words(),
        own.count(Outcome.RIGHT),
        Outcome.REFUSED.words(),
        own.count(Outcome.REFUSED),
        Outcome.MARKED.words(),
        own.count(Outcome.MARKED),
        BAD,
        own.bad());
  }

  /** Those that break the promise, with what was seen. */
  public Rows worst() {
    return new Rows(
        "Faults that break the promise",
        WORST,
        findings.stream()
            .filter(one -> one.verdict().outcome().isBad())
            .map(
                one ->
                    Row.of(
                        "fault",
                        one.fault().name(),
                        "seen",
                        one.verdict().outcome().words() + ": " + one.verdict().seen()))
            .toList());
  }
}
