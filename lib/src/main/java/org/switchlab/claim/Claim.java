package org.switchlab.claim;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One claim of a source, as shipped in {@code datasets/claims/}.
 *
 * @param id for instance {@code CS-3}
 * @param source short name of the document
 * @param figure where in the source: {@code Fig. 3}, {@code text}
 * @param statement the claim in one sentence
 * @param published the source's number or shape in a few words, with unit
 * @param check name of the check in {@link Checks} that answers it; absent while there is none
 */
public record Claim(
    String id,
    String source,
    String figure,
    String statement,
    String published,
    @Nullable String check) {

  private static final String RESOURCE = "/datasets/claims/cs.json";

  /** Every claim this build ships, in the order of its file. */
  public static List<Claim> load() {
    return Loaded.ALL;
  }

  /** The claim with {@code id}, if this build ships it. */
  public static Optional<Claim> find(String id) {
    return Loaded.ALL.stream().filter(claim -> claim.id().equals(id)).findFirst();
  }

  /** Read once, when first asked for. */
  private static final class Loaded {
    static final List<Claim> ALL = List.of(Shipped.read(RESOURCE, Claim[].class));
  }
}
