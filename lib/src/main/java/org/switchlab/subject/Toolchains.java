package org.switchlab.subject;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Every toolchain that subjects need; see {@code toolchains.json} beside this class. */
public final class Toolchains {

  private static final List<Toolchain> ALL = read();
  private static final Map<String, Optional<String>> VERSIONS = new ConcurrentHashMap<>();

  private Toolchains() {}

  /** All, in a fixed order. */
  public static List<Toolchain> all() {
    return ALL;
  }

  /**
   * The toolchain called {@code name}.
   *
   * @throws IllegalArgumentException if there is none, listing those there are
   */
  public static Toolchain named(String name) {
    return ALL.stream()
        .filter(toolchain -> toolchain.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no toolchain '%s'; there are: %s"
                        .formatted(
                            name,
                            ALL.stream().map(Toolchain::name).collect(Collectors.joining(", ")))));
  }

  /** What a toolchain says of its version, asked once a JVM where it is there. */
  static Optional<String> version(Toolchain toolchain) throws InterruptedException {
    Optional<String> known = VERSIONS.get(toolchain.name());
    if (known == null) {
      known = toolchain.version();
      if (known.isPresent()) {
        VERSIONS.put(toolchain.name(), known);
      }
    }
    return known;
  }

  private static List<Toolchain> read() {
    try (InputStream in = Toolchains.class.getResourceAsStream("toolchains.json")) {
      return List.of(
          JsonMapper.builder().build().readValue(Objects.requireNonNull(in), Toolchain[].class));
    } catch (IOException e) {
      throw new UncheckedIOException("a resource of this library can be read", e);
    }
  }
}
