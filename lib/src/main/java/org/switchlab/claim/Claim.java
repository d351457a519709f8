package org.switchlab.claim;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

  private static List<Claim> read() {
    try (InputStream in = Claim.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the build is incomplete: no resource " + RESOURCE);
      }
      return List.of(new ObjectMapper().readValue(in, Claim[].class));
    } catch (IOException e) {
      throw new UncheckedIOException("claims in " + RESOURCE + " cannot be read", e);
    }
  }

  /** Read once, when first asked for. */
  private static final class Loaded {
    static final List<Claim> ALL = read();
  }
}
