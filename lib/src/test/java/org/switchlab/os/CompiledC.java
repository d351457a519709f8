package org.switchlab.os;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks this machine's C headers for the values of expressions. */
final class CompiledC {

  private CompiledC() {}

  /** The value of each expression; skips the test where there is no compiler. */
  static Map<String, Long> valuesOf(Path directory, List<String> includes, List<String> expressions)
      throws IOException, InterruptedException {
    Path source = Files.writeString(directory.resolve("values.c"), program(includes, expressions));
    Path program = directory.resolve("values");
    assumeTrue(compilerIsThere(), "no C compiler (cc): its headers cannot be asked");
    run(List.of("cc", "-D_GNU_SOURCE", source.toString(), "-o", program.toString()));
    List<String> lines = run(List.of(program.toString())).lines().toList();
    var values = new HashMap<String, Long>();
    for (int i = 0; i < lines.size(); i++) {
      values.put(expressions.get(i), Long.parseLong(lines.get(i)));
    }
    return values;
  }

  private static String program(List<String> includes, List<String> expressions) {
    var text = new StringBuilder();
    includes.forEach(header -> text.append("#include <").append(header).append(">\n"));
    text.append("int main(void){\n");
    expressions.forEach(e -> text.append("printf(\"%ld\\n\",(long)(").append(e).append("));\n"));
    return text.append("return 0;}\n").toString();
  }

  private static boolean compilerIsThere() throws InterruptedException {
    try {
      run(List.of("cc", "--version"));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + " failed: " + output);
    }
    return output;
  }
}
