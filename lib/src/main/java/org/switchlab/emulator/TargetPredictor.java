package org.switchlab.emulator;

import java.util.List;
import java.util.Locale;
import org.switchlab.unit.Named;

/**
 * What guesses where an indirect jump or call goes.
 *
 * @param entries of its table, or of each of its two
 */
public record TargetPredictor(Kind kind, int entries) {

  /** The ways to guess. */
  public enum Kind {
    /** The last target of the same jump: Lee and Smith 1984, IEEE Computer 17(1). */
    BTB,
    /**
     * The target after the same last jumps, and the last target where they are new: Chang, Hao and
     * Patt 1997, ISCA 24, section 3.
     */
    HISTORY;

    /** As the plugin and the command line write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Of the target cache of that paper, and of valgrind's table. */
  private static final int DEFAULT_ENTRIES = 512;

  private static final String FORM = "btb[,ENTRIES] or history[,ENTRIES]";

  /** Refuses a table that cannot be had, saying the range. */
  public TargetPredictor {
    DirectionPredictor.requireEntries(entries, 1, "target predictor");
  }

  /** The usual one of a kind. */
  public static TargetPredictor of(Kind kind) {
    return new TargetPredictor(kind, DEFAULT_ENTRIES);
  }

  /**
   * Reads {@code btb}, {@code history} or either with a number of entries, {@code btb,256}.
   *
   * @throws IllegalArgumentException saying the form or the range
   */
  public static TargetPredictor parse(String text) {
    GeometryText parts = GeometryText.of(text, 1, 2, FORM);
    Kind kind =
        Named.find(
            "indirect predictor", List.of(Kind.values()), Kind::word, parts.parts().getFirst());
    return parts.parts().size() == 1 ? of(kind) : new TargetPredictor(kind, parts.count(1));
  }

  /** As the plugin writes it. */
  String argument() {
    return kind.word() + ":" + entries;
  }
}
