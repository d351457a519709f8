package org.switchlab.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Texts kept to be compared with. To accept a wanted change, run with {@code -Dgolden.write=true}
 * and read the difference before it is committed.
 */
public final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /** Fails unless {@code rendered} gives the golden text {@code name} under {@code locale}. */
  public static void matches(String name, String locale, Supplier<String> rendered) {
    String actual = Locales.under(Locale.forLanguageTag(locale), rendered);
    Path golden = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("golden.write")) {
        Files.createDirectories(FOLDER);
        Files.writeString(golden, actual);
      }
      assertThat(actual).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
