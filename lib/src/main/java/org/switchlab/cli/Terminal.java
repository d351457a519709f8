package org.switchlab.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.draw.TextBlocks;
import org.switchlab.draw.TextStyle;

/** What the terminal we write to can show. */
final class Terminal {

  static final int STDOUT = 1;
  static final int STDERR = 2;
  private static final int DEFAULT_COLUMNS = 100;
  private static final int HELP_COLUMNS = 80;
  private static final int NAME_COLUMNS = 20;

  private Terminal() {}

  /**
   * Whether a person looks at {@code descriptor} (1 stdout, 2 stderr). Java only tells of both
   * standard streams together, so the link in /proc is asked; hidden, nobody is assumed to look.
   */
  static boolean isTerminal(int descriptor) {
    try {
      Path device = Files.readSymbolicLink(Path.of("/proc/self/fd", String.valueOf(descriptor)));
      return device.startsWith("/dev/pts") || device.toString().startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }

  /** Width, charset and colours of stdout; colours only for a person who has not declined them. */
  static TextStyle style() {
    boolean colour = isTerminal(STDOUT) && System.getenv("NO_COLOR") == null;
    return TextStyle.of(columns(System.getenv("COLUMNS")), charset(), colour);
  }

  /** One entry of a list: a name, and what it is beside it, in lines of 80 columns as in helps. */
  static String entry(String name, String text) {
    List<String> lines = TextBlocks.wrap(text, " ".repeat(NAME_COLUMNS), HELP_COLUMNS);
    return TextBlocks.left(name, NAME_COLUMNS)
        + String.join("\n", lines).substring(NAME_COLUMNS)
        + "\n";
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
