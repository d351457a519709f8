package org.switchlab.report;

import static org.switchlab.draw.TextBlocks.left;
import static org.switchlab.draw.TextBlocks.wrap;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.machine.HugePages;
import org.switchlab.machine.Machine;
import org.switchlab.machine.Toolchains.Tool;
import org.switchlab.report.MachineSection.Row;
import org.switchlab.warning.Warning;

/** The machine report for a terminal: plain text, at most 100 columns, the same in every locale. */
public final class MachineText {

  private static final int LABEL = 26;
  private static final int HERE = 46;
  private static final int WIDTH = 100;

  private final StringBuilder text = new StringBuilder();

  private MachineText() {}

  /** What {@code machine} is, beside the paper's machine, and what is wrong with it. */
  public static String of(Machine machine) {
    return of(machine, List.of(), List.of());
  }

  /**
   * The same with the toolchains that were found; see {@code Toolchains.read()}.
   *
   * @param further doubts about more than the machine, such as missing fonts
   */
  public static String of(Machine machine, List<Tool> tools, List<Warning> further) {
    MachineText report = new MachineText();
    report.line(machine.headline());
    report.line("identity " + machine.identity());
    MachineSection.of(machine).forEach(report::section);
    if (!tools.isEmpty()) {
      report.section(MachineSection.of(tools));
    }
    List<Warning> problems = new ArrayList<>(machine.problems());
    HugePages.problem(machine.memory()).ifPresent(problems::add);
    problems.addAll(further);
    report.problems(problems);
    return report.text.toString();
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  private void section(MachineSection section) {
    line("");
    boolean compared = section.rows().stream().anyMatch(row -> row.published() != null);
    line(columns(section.title(), "", compared ? "the paper's machine" : ""));
    section.rows().forEach(this::row);
  }

  private void row(Row row) {
    String published = row.published() == null ? "" : row.published();
    int hereWidth = published.isEmpty() ? WIDTH - LABEL : HERE;
    List<String> label = wrap(row.label(), "  ", LABEL - 2);
    List<String> here = wrap(row.here() == null ? "unknown" : row.here(), "", hereWidth - 2);
    List<String> there = wrap(published, "", WIDTH - LABEL - HERE);
    int lines = Math.max(label.size(), Math.max(here.size(), there.size()));
    for (int i = 0; i < lines; i++) {
      line(columns(at(label, i), at(here, i), at(there, i)));
    }
  }

  private static String at(List<String> lines, int i) {
    return i < lines.size() ? lines.get(i) : "";
  }

  private static String columns(String label, String here, String there) {
    return left(label, LABEL) + left(here, there.isEmpty() ? 0 : HERE) + there;
  }

  private void problems(List<Warning> problems) {
    line("");
    line(problems.isEmpty() ? "No problems found." : "Problems (" + problems.size() + ")");
    for (Warning problem : problems) {
      line("  " + problem.code());
      wrap(problem.message(), "    ", WIDTH).forEach(this::line);
      if (!problem.remedy().isEmpty()) {
        // Not wrapped: it is copied into a shell.
        line("    -> " + problem.remedy());
      }
    }
  }
}
