package org.switchlab.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

class SwitchCostHtmlTest {

  private static final String EVIL = "<script>alert('1' & \"2\")</script>";

  @Test
  void nothingFromOutsideBecomesMarkup() {
    SwitchCostFigure small = Figures.small();
    SwitchCostFigure evil =
        new SwitchCostFigure(
            EVIL,
            EVIL,
            EVIL,
            small.estimates(),
            List.of(),
            List.of(),
            List.of(new Warning(WarningCode.UNREADABLE, EVIL, EVIL)));
    Verdict verdict = new Verdict(EVIL, Outcome.REFUTED, EVIL, EVIL, EVIL);
    String html = SwitchCostHtml.render(evil, List.of(verdict));
    assertThat(html)
        .doesNotContain("<script")
        .contains("&lt;script&gt;alert(&#39;1&#39; &amp; &quot;2");
  }

  @Test
  void theChartIsInlineAndThePageFragmentHasNoDocumentHead() {
    String html = SwitchCostHtml.render(Figures.small(), List.of());
    assertThat(html).contains("<svg", "var(--jp-").doesNotContain("<?xml", "<!DOCTYPE", "<script");
  }

  @Test
  void longTablesAreCutWithANote() {
    var many = Collections.nCopies(250, Figures.small().estimates().getFirst());
    String html = SwitchCostHtml.table(many);
    assertThat(html.split("<tr>", -1)).hasSize(1 + 1 + 200 + 1);
    assertThat(html).contains("and 50 more");
  }
}
