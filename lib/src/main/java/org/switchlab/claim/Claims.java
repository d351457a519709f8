package org.switchlab.claim;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The claims this build ships, packed from {@code datasets/claims/}. */
public final class Claims {

  private static final List<String> FILES = List.of("/datasets/claims/cs.json");

  private Claims() {}

  /** Every claim, in the order of its file. */
  public static List<Claim> load() {
    return Loaded.ALL;
  }

  /** The claim with {@code id}, if this build ships it. */
  public static Optional<Claim> find(String id) {
    return Loaded.ALL.stream().filter(claim -> claim.id().equals(id)).findFirst();
  }

  private static List<Claim> read(String resource) {
    try (InputStream in = Claims.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the build is incomplete: no resource " + resource);
      }
      return new ObjectMapper().readValue(in, new TypeReference<List<Claim>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("claims in " + resource + " cannot be read", e);
    }
  }

  /** Read once, when first asked for. */
  private static final class Loaded {
    static final List<Claim> ALL = FILES.stream().flatMap(file -> read(file).stream()).toList();
  }
}
