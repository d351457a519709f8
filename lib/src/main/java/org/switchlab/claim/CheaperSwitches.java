package org.switchlab.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.switchlab.claim.Verdicts.Part;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/**
 * CS-20: more TLB entries, larger pages, and TLB entries tagged by process each lower the cost of a
 * switch. Judged are the changes of the estimated cost of the emulated misses that a switch causes.
 */
public final class CheaperSwitches {

  /** What the claim calls this check. */
  public static final String NAME = "cheaper-switches";

  private CheaperSwitches() {}

  /**
   * The verdict on {@code claim}; what was not emulated is left out of it.
   *
   * @param sizesBytes the array sizes over which the changes are means: a larger TLB spares the
   *     work without switches at some sizes and that with them at others
   * @param moreEntriesNs change of the cost with more TLB entries, in ns
   * @param largerPagesNs change with larger pages, in ns
   * @param tagsNs change from a flush at each switch to tags, in ns
   */
  public static Verdict judge(
      Claim claim,
      List<Long> sizesBytes,
      Optional<Estimate> moreEntriesNs,
      Optional<Estimate> largerPagesNs,
      Optional<Estimate> tagsNs) {
    List<Part> parts = new ArrayList<>();
    List<String> here = new ArrayList<>();
    moreEntriesNs.ifPresent(change -> add("more TLB entries", change, parts, here));
    largerPagesNs.ifPresent(change -> add("larger pages", change, parts, here));
    tagsNs.ifPresent(change -> add("tags instead of a flush", change, parts, here));
    if (parts.isEmpty()) {
      return Verdicts.notMeasurable(
          claim, "Needs a larger TLB, larger pages, or a flush to compare tags with");
    }
    String sizes = sizesBytes.stream().map(Units::bytes).collect(Collectors.joining(", "));
    String why = "Means over arrays of %s. %s".formatted(sizes, Part.said(parts));
    return Verdicts.of(claim, "emulated", Part.all(parts), String.join("; ", here), why);
  }

  private static void add(String what, Estimate change, List<Part> parts, List<String> here) {
    parts.add(new Part(what + " cost less", Kleene.within(change, Double.NEGATIVE_INFINITY, 0)));
    here.add(what + " " + Intervals.time(change));
  }
}
