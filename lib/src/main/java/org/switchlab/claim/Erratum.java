package org.switchlab.claim;

import java.util.List;

/**
 * Something that a source prints wrongly or ambiguously, as shipped in {@code datasets/claims/}.
 *
 * @param id for instance {@code CSE-1}
 * @param source title of the document
 * @param about what it is about, in a few words
 * @param printed what the source says, in one sentence
 * @param read how it is read here, and why
 */
public record Erratum(String id, String source, String about, String printed, String read) {

  private static final String RESOURCE = "/datasets/claims/errata.json";

  /** Every erratum this build ships, in the order of its file. */
  public static List<Erratum> load() {
    return Loaded.ALL;
  }

  /** Read once, when first asked for. */
  private static final class Loaded {
    static final List<Erratum> ALL = List.of(Shipped.read(RESOURCE, Erratum[].class));
  }
}
