package org.switchlab.view;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.machine.Machine;
import org.switchlab.machine.Tool;
import org.switchlab.view.MachineSection.Row;
import org.switchlab.warning.Warning;

/** The machine report for a terminal: plain text, at most 100 columns, the same in every locale. */
public final class MachineText {

  private static final int LABEL = 26;
  private static final int HERE = 46;
  private static final int WIDTH = 100;
  private static final String UNKNOWN = "unknown";

  private final StringBuilder text = new StringBuilder();

  private MachineText() {}

  /** What {@code machine} is, beside the paper's machine, and what is wrong with it. */
  public static String of(Machine machine) {
    return of(machine, List.of());
  }

  /** The same with the toolchains that were found; see {@code Toolchains.read()}. */
  public static String of(Machine machine, List<Tool> tools) {
    MachineText report = new MachineText();
    report.line(machine.headline());
    report.line("identity " + machine.identity());
    List<MachineSection> sections = new ArrayList<>(MachineSection.of(machine));
    if (!tools.isEmpty()) {
      sections.add(MachineSection.of(tools));
    }
    sections.forEach(report::section);
    report.problems(machine.problems());
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
    List<String> here = wrap(row.here() == null ? UNKNOWN : row.here(), hereWidth - 2);
    List<String> there = wrap(published, WIDTH - LABEL - HERE);
    List<String> label = wrap(row.label(), LABEL - 4);
    int lines = Math.max(label.size(), Math.max(here.size(), there.size()));
    for (int i = 0; i < lines; i++) {
      line(columns(at(label, i).isEmpty() ? "" : "  " + at(label, i), at(here, i), at(there, i)));
    }
  }

  private static String at(List<String> lines, int i) {
    return i < lines.size() ? lines.get(i) : "";
  }

  private static String columns(String label, String here, String there) {
    return pad(label, LABEL) + pad(here, there.isEmpty() ? 0 : HERE) + there;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private void problems(List<Warning> problems) {
    line("");
    line(problems.isEmpty() ? "No problems found." : "Problems (" + problems.size() + ")");
    for (Warning problem : problems) {
      line("  " + problem.code());
      wrap(problem.message(), WIDTH - 4).forEach(part -> line("    " + part));
      if (!problem.remedy().isEmpty()) {
        // Not wrapped: it is copied into a shell.
        line("    -> " + problem.remedy());
      }
    }
  }

  private static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split("\\s+", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
