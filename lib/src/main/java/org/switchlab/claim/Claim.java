package org.switchlab.claim;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One claim of a source, as shipped in {@code datasets/claims/}.
 *
 * @param id for instance {@code CS-3}
 * @param source short name of the document
 * @param figure where in the source: {@code Fig. 3}, {@code text}
 * @param statement the claim in one sentence
 * @param published the source's number or shape in a few words, with unit
 * @param check name of the check in {@link Checks} that answers it, or of the experiment whose file says
 *     what answers it; absent while there is none
 */
public record Claim(
    String id,
    String source,
    String figure,
    String statement,
    String published,
    @Nullable String check) {

  private static final String FOLDER = "/datasets/claims/";

  /** The claims of the context-switch study, which the paper's figures answer, in its order. */
  public static List<Claim> ofStudy() {
    return Loaded.STUDY;
  }

  /** Every claim this build ships, source by source in the order of its file. */
  public static List<Claim> all() {
    return Loaded.ALL;
  }

  /** The claim with {@code id}, if this build ships it. */
  public static Optional<Claim> find(String id) {
    return Loaded.ALL.stream().filter(claim -> claim.id().equals(id)).findFirst();
  }

  private static List<Claim> read(String file) {
    return List.of(Shipped.read(FOLDER + file, Claim[].class));
  }

  /** Read once, when first asked for. */
  private static final class Loaded {
    static final List<Claim> STUDY = read("cs.json");
    static final List<Claim> ALL =
        Stream.of(STUDY, read("co.json")).flatMap(List::stream).toList();
  }
}
