package org.switchlab.emulator;

import static org.switchlab.emulator.GeometryText.powerOfTwo;
import static org.switchlab.emulator.GeometryText.require;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.switchlab.unit.Named;

/**
 * What guesses whether a conditional branch is taken.
 *
 * @param entries two-bit counters, found by the branch's address; 0 for callgrind's, which has its
 *     own
 * @param tableEntries of each tagged table; 0 where there are none
 * @param histories how many conditional branches each tagged table looks back at, ever more
 */
public record DirectionPredictor(
    Kind kind,
    @JsonInclude(Include.NON_DEFAULT) int entries,
    @JsonInclude(Include.NON_DEFAULT) int tableEntries,
    @JsonInclude(Include.NON_EMPTY) List<Integer> histories) {

  /** The ways to guess. */
  public enum Kind {
    /** A two-bit counter a branch: McFarling 1993, DEC WRL technical note TN-36, section 3. */
    BIMODAL,
    /** Tagged tables over ever longer histories: Seznec and Michaud 2006, JILP 8, section 3. */
    TAGE,
    /** As valgrind with {@code --branch-sim=yes}, to be compared with it. */
    CALLGRIND;

    /** As the plugin and the command line write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** As many as TAGE's base, so that the two differ by the tagged tables alone. */
  private static final int DEFAULT_ENTRIES = 4096;

  /** With four tables of nine bits of tag: the 64 Kbit predictor of that paper. */
  private static final int DEFAULT_TABLE_ENTRIES = 1024;

  private static final List<Integer> DEFAULT_HISTORIES = List.of(5, 15, 44, 130);

  private static final int MOST_ENTRIES = 1 << 20;
  private static final int MOST_TABLES = 8;
  private static final int LONGEST_HISTORY = 255;
  private static final String FORM =
      "bimodal[,ENTRIES], tage[,ENTRIES,TABLE_ENTRIES,HISTORY,HISTORY…] or callgrind";

  /** Refuses tables that cannot be had, saying the range. */
  public DirectionPredictor {
    histories = List.copyOf(histories);
    boolean tage = kind == Kind.TAGE;
    if (kind != Kind.CALLGRIND) {
      requireEntries(entries, 1, "%s predictor".formatted(kind.word()));
    }
    if (tage) {
      requireEntries(tableEntries, 2, "tagged table");
    }
    require(
        tage
            ? !histories.isEmpty() && histories.size() <= MOST_TABLES && increase(histories)
            : histories.isEmpty(),
        "histories of %s branches; tage has 1 to %s of them, each longer than the one before, up to %s; others have none"
            .formatted(histories, MOST_TABLES, LONGEST_HISTORY));
  }

  static void requireEntries(int entries, int least, String what) {
    require(
        entries >= least && entries <= MOST_ENTRIES && powerOfTwo(entries),
        "a %s of %s entries; there must be a power of two from %s to %s"
            .formatted(what, entries, least, MOST_ENTRIES));
  }

  private static boolean increase(List<Integer> histories) {
    return IntStream.range(0, histories.size())
        .allMatch(
            i ->
                histories.get(i) > (i == 0 ? 0 : histories.get(i - 1))
                    && histories.get(i) <= LONGEST_HISTORY);
  }

  /** The usual one of a kind. */
  public static DirectionPredictor of(Kind kind) {
    return switch (kind) {
      case BIMODAL -> bimodal(DEFAULT_ENTRIES);
      case TAGE -> tage(DEFAULT_ENTRIES, DEFAULT_TABLE_ENTRIES, DEFAULT_HISTORIES);
      case CALLGRIND -> new DirectionPredictor(kind, 0, 0, List.of());
    };
  }

  /** So many two-bit counters. */
  public static DirectionPredictor bimodal(int entries) {
    return new DirectionPredictor(Kind.BIMODAL, entries, 0, List.of());
  }

  /** So many two-bit counters, and a tagged table for each length of history. */
  public static DirectionPredictor tage(int entries, int tableEntries, List<Integer> histories) {
    return new DirectionPredictor(Kind.TAGE, entries, tableEntries, histories);
  }

  /**
   * Reads {@code bimodal}, {@code bimodal,2048}, {@code tage}, {@code tage,4096,1024,5,15,44,130}
   * or {@code callgrind}; sizes that are left out are the usual ones.
   *
   * @throws IllegalArgumentException saying the form or the range
   */
  public static DirectionPredictor parse(String text) {
    GeometryText parts = GeometryText.of(text, 1, 3 + MOST_TABLES, FORM);
    Kind kind =
        Named.find(
            "branch predictor", List.of(Kind.values()), Kind::word, parts.parts().getFirst());
    int sizes = parts.parts().size() - 1;
    if (sizes == 0) {
      return of(kind);
    }
    boolean fits = kind == Kind.TAGE ? sizes >= 3 : kind == Kind.BIMODAL && sizes == 1;
    require(fits, "'%s' has not the form %s".formatted(text, FORM));
    if (kind == Kind.BIMODAL) {
      return bimodal(parts.count(1));
    }
    List<Integer> histories = new ArrayList<>();
    for (int i = 3; i <= sizes; i++) {
      histories.add(parts.count(i));
    }
    return tage(parts.count(1), parts.count(2), histories);
  }

  /** As the plugin writes it. */
  String argument() {
    Stream<Integer> sizes =
        switch (kind) {
          case BIMODAL -> Stream.of(entries);
          case TAGE -> Stream.concat(Stream.of(entries, tableEntries), histories.stream());
          case CALLGRIND -> Stream.of();
        };
    return Stream.concat(Stream.of(kind.word()), sizes.map(String::valueOf))
        .collect(Collectors.joining(":"));
  }
}
