package org.switchlab.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.draw.Html;
import org.switchlab.machine.HugePages;
import org.switchlab.machine.Machine;
import org.switchlab.warning.Warning;

/**
 * The machine report for a notebook: first what matters, the rest folded away. Colours are
 * JupyterLab's own variables, so that it reads in its light and dark themes; styles stand at the
 * elements, because Jupyter strips style sheets from notebooks it does not trust.
 */
public final class MachineHtml {

  private static final String TEXT = "color:var(--jp-ui-font-color1,inherit)";
  private static final String FAINT = "color:var(--jp-ui-font-color2,#616161)";
  private static final String CELL = "text-align:left;vertical-align:top;padding:2px 12px 2px 0;";
  private static final String RULE = "border-bottom:1px solid var(--jp-border-color2,#bdbdbd);";
  private static final String WARN = "border-left:4px solid var(--jp-warn-color1,#b35900);";
  private static final String TABLE =
      "<table style=\"border-collapse:collapse;margin:8px 0;" + TEXT + "\"><tbody>\n";

  private final StringBuilder html = new StringBuilder();

  private MachineHtml() {}

  /** What {@code machine} is, what is wrong with it, and how it compares with the paper's. */
  public static String of(Machine machine) {
    List<MachineSection> sections = MachineSection.of(machine);
    MachineHtml page = new MachineHtml();
    page.html.append("<div class=\"switchlab-machine\" style=\"").append(TEXT).append("\">\n");
    page.element("p", "margin:0 0 8px 0;font-weight:600", machine.headline());
    machine.problems().forEach(page::problem);
    HugePages.problem(machine.memory()).ifPresent(page::problem);
    page.comparison(sections);
    page.everything(machine, sections);
    return page.html.append("</div>\n").toString();
  }

  private void problem(Warning problem) {
    html.append("<div style=\"").append(WARN).append("padding:2px 0 2px 8px;margin:0 0 6px 0\">\n");
    element("div", "font-weight:600", problem.code().name());
    html.append(Html.element("div", problem.message()));
    if (!problem.remedy().isEmpty()) {
      element("div", FAINT, "Remedy: " + problem.remedy());
    }
    html.append("</div>\n");
  }

  private void comparison(List<MachineSection> sections) {
    html.append(TABLE);
    headings("", "this machine", "the paper's machine");
    sections.stream()
        .flatMap(section -> section.rows().stream())
        .filter(row -> row.published() != null)
        .forEach(row -> row(row.label(), row.here(), row.published()));
    html.append("</tbody></table>\n");
  }

  private void everything(Machine machine, List<MachineSection> sections) {
    html.append("<details><summary style=\"cursor:pointer\">Everything known</summary>\n");
    html.append(TABLE);
    for (MachineSection section : sections) {
      headings(section.title(), "", "");
      section.rows().forEach(row -> row(row.label(), row.here(), ""));
    }
    headings("Identity", "", "");
    row("identity", machine.identity(), "");
    html.append("</tbody></table>\n</details>\n");
  }

  private void headings(String... headings) {
    html.append("<tr>");
    for (String heading : headings) {
      element("th", CELL + RULE, heading);
    }
    html.append("</tr>\n");
  }

  private void row(String label, @Nullable String here, @Nullable String there) {
    html.append("<tr>");
    element("td", CELL + FAINT, label);
    element("td", here == null ? CELL + FAINT : CELL, here == null ? "unknown" : here);
    element("td", CELL, there == null ? "" : there);
    html.append("</tr>\n");
  }

  private void element(String tag, String style, String text) {
    html.append("<%s style=\"%s\">%s</%s>".formatted(tag, style, Html.escape(text), tag));
  }
}
