package org.switchlab.cli;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.switchlab.view.TextStyle;

/** What the terminal we write to can show. */
final class Terminal {

  private static final int DEFAULT_COLUMNS = 100;

  private Terminal() {}

  /** Whether stdout is a terminal that a person looks at. */
  static boolean isInteractive() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /** Width, charset and colours of stdout; colours only for a person who has not declined them. */
  static TextStyle style() {
    boolean colour = isInteractive() && System.getenv("NO_COLOR") == null;
    return TextStyle.of(columns(System.getenv("COLUMNS")), charset(), colour);
  }

  private static int columns(@Nullable String configured) {
    return configured != null && configured.matches("[1-9]\\d{1,3}")
        ? Integer.parseInt(configured)
        : DEFAULT_COLUMNS;
  }

  private static Charset charset() {
    String name = System.getProperty("stdout.encoding", "");
    return name.isEmpty() ? StandardCharsets.US_ASCII : Charset.forName(name);
  }
}
