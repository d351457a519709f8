package org.switchlab.procedure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.switchlab.plan.Plan;
import org.switchlab.run.CCompiler;
import org.switchlab.run.Program;
import org.switchlab.run.RunnerException;
import org.switchlab.table.Column;

/**
 * Measuring by a C function: it is compiled once into a small program that speaks the line protocol
 * of programs, with a main of ours around it.
 */
public final class CFunction {

  private static final Set<String> WORDS_OF_C =
      Set.of(
          ("auto break case char const continue default do double else enum extern float for goto"
                  + " if inline int long register restrict return short signed sizeof static struct"
                  + " switch typedef union unsigned void volatile while")
              .split(" "));

  private CFunction() {}

  /**
   * By the text of a C file that defines {@code double measure(void)}, which answers the first
   * measure; or {@code void repeat(long repetitions)}, which is timed. It reads the factors as
   * variables called like their columns; {@code lib/docs/program-protocol.md} lists what else it
   * can use.
   */
  public static Procedure cFunction(String source) {
    if (source.isBlank()) {
      throw new IllegalArgumentException(
          "the C function is empty: write double measure(void) { … } or void repeat(long n) { … }");
    }
    return new MeasureVisits((task, measures) -> open(source, task.plan(), measures));
  }

  private static Visitor open(String source, Plan plan, List<Column> measures)
      throws RunnerException {
    Program program =
        Program.of(List.of(build(source, plan, measures).toString()), Program.SILENCE);
    return new Programs.ProgramVisitor(
        program.named(plan.experiment()),
        List.of(
            Integer.toString(plan.effort().repetitions()), Long.toString(plan.effort().batchNs())),
        plan.factors(),
        plan.cpu(),
        measures);
  }

  private static Path build(String source, Plan plan, List<Column> measures)
      throws RunnerException {
    Map<String, String> sources = sources(source, plan, measures);
    try {
      return CCompiler.find().build(plan.experiment(), sources);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunnerException("the run was interrupted while its C function was compiled", e);
    }
  }

  /** What is compiled, by file name; the function's file is called like the experiment. */
  static Map<String, String> sources(String source, Plan plan, List<Column> measures) {
    Map<String, String> sources = new LinkedHashMap<>();
    String file = plan.experiment() + ".c";
    sources.put("function.h", resource("function.h"));
    sources.put("switchlab-main.c", resource("function.c"));
    sources.put("factors.h", declarations(plan.factors()));
    sources.put("switchlab-factors.c", definitions(plan.factors(), measures.getFirst()));
    sources.put(
        file,
        "#include \"function.h\"\n#include \"factors.h\"\n#line 1 \"%s\"\n%s\n"
            .formatted(file, source));
    return sources;
  }

  private static String declarations(List<Column> factors) {
    return "#pragma once\n"
        + "enum kind { TEXT, FLAG, WHOLE, NUMBER };\n"
        + "struct factor { const char *option; enum kind kind; void *value; };\n"
        + "extern const struct factor factors[];\n"
        + "extern const char *const first_measure;\n"
        + factors.stream()
            .map(f -> "extern %s%s;\n".formatted(type(f), variable(f)))
            .collect(Collectors.joining());
  }

  private static String definitions(List<Column> factors, Column first) {
    return "#include \"factors.h\"\n#include <stddef.h>\n"
        + factors.stream()
            .map(f -> "%s%s;\n".formatted(type(f), variable(f)))
            .collect(Collectors.joining())
        + "const char *const first_measure = \"%s\";\n".formatted(first.name())
        + "const struct factor factors[] = {\n"
        + factors.stream()
            .map(
                f ->
                    "  {\"%s\", %s, (void *)&%s},\n"
                        .formatted(Programs.option(f.name()), f.type(), variable(f)))
            .collect(Collectors.joining())
        + "  {NULL, TEXT, NULL}};\n";
  }

  private static String type(Column factor) {
    return switch (factor.type()) {
      case TEXT -> "const char *";
      case FLAG, WHOLE -> "long ";
      case NUMBER, ESTIMATE -> "double ";
    };
  }

  private static String variable(Column factor) {
    if (WORDS_OF_C.contains(factor.name())) {
      throw new IllegalArgumentException(
          "the factor '%s' is a word of C's, so that no variable can be called that: rename it"
              .formatted(factor.name()));
    }
    return factor.name().replace('-', '_');
  }

  private static String resource(String name) {
    try (InputStream in = CFunction.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("a resource of this library can be read", e);
    }
  }
}
