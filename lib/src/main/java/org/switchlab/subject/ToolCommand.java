package org.switchlab.subject;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.run.Command;

/**
 * Commands of toolchains. Programs that were installed into the Python environment of this project
 * come before others of their name: these were too old.
 */
final class ToolCommand {

  private ToolCommand() {}

  /** {@code words}, where {@code {java}} is the folder of the JDK that runs us. */
  static Command of(List<String> words, Duration limit) {
    List<String> all = new ArrayList<>();
    all.add("env"); // Java looks programs up on its own PATH, env on the one that it is given
    String java = System.getProperty("java.home");
    words.forEach(word -> all.add(word.replace("{java}", java)));
    return new Command(all, limit)
        .with("PATH", path(System.getProperty("switchlab.home"), System.getenv("PATH")));
  }

  /** The folders to look in, for a checkout in {@code home}. */
  static String path(@Nullable String home, @Nullable String usual) {
    String others = usual == null ? "/usr/bin:/bin" : usual;
    return home == null
        ? others
        : Path.of(home, ".switchlab", "venv", "bin") + File.pathSeparator + others;
  }
}
