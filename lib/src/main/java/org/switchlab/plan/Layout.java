package org.switchlab.plan;

import java.util.Arrays;
import java.util.List;
import org.switchlab.unit.Named;

/** What lies beside the size of the pages that an array stands on. */
public enum Layout {
  /** Frames as the kernel gives them, walked by rising address. */
  USUAL("usual"),
  /**
   * Neighbouring frames on small pages too, so that no two lines compete for a set because of where
   * their pages lie; walked in random order, which no prefetcher foresees. What still tells small
   * pages from huge ones is the TLB.
   */
  CONTROLLED("controlled");

  private final String word;

  Layout(String word) {
    this.word = word;
  }

  /** As settings name it. */
  public String word() {
    return word;
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Layout::word).toList();
  }

  /**
   * The one called {@code word}.
   *
   * @throws IllegalArgumentException for another word, listing those there are
   */
  public static Layout called(String word) {
    return Named.find("layout", List.of(values()), Layout::word, word);
  }
}
