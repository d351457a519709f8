package org.switchlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.machine.Fixtures;
import org.switchlab.machine.Machine;
import org.switchlab.warning.Warning;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class MachineHtmlTest {

  private static final Pattern BARE_COLOUR = Pattern.compile("(?<!, ?)#[0-9a-fA-F]{3,6}\\b");

  @TempDir Path root;

  private static Document parse(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html)));
  }

  @Test
  void wellFormedAndComplete() throws Exception {
    for (String name : Fixtures.ALL) {
      Machine machine = Fixtures.machine(name);
      String text = parse(MachineHtml.of(machine)).getDocumentElement().getTextContent();
      assertThat(text).contains(machine.headline(), machine.identity(), "Xeon D-1541");
      assertThat(machine.problems())
          .extracting(Warning::remedy)
          .allSatisfy(remedy -> assertThat(text).contains(remedy));
    }
  }

  @Test
  void coloursFollowTheTheme() {
    String html = MachineHtml.of(Fixtures.machine(Fixtures.CONTAINER));
    assertThat(BARE_COLOUR.matcher(html).find()).isFalse();
    assertThat(html).contains("var(--jp-ui-font-color1,", "var(--jp-warn-color1,");
  }

  @Test
  void whatTheMachineSaysIsEscaped() throws Exception {
    Path cpuinfo = root.resolve("proc/cpuinfo");
    Files.createDirectories(cpuinfo.getParent());
    Files.writeString(
        cpuinfo, "vendor_id : a\nmodel name : <script>alert(\"1\")</script> & 'more' \u0007\n");
    String html = MachineHtml.of(Machine.read(root));
    assertThat(html).doesNotContain("<script").contains("&lt;script&gt;");
    assertThat(parse(html).getDocumentElement().getTextContent())
        .contains("<script>alert(\"1\")</script> & 'more' \uFFFD");
  }
}
