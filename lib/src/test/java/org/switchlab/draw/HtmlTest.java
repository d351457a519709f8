package org.switchlab.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {

  @Test
  void whatMeansSomethingToHtmlIsSpelledOut() {
    assertThat(Html.escape("a<b> & \"c\" 'd' µ 😀"))
        .isEqualTo("a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; µ 😀");
  }

  @Test
  void controlCharactersThatXmlForbidsAreReplacedAndLinesKept() {
    assertThat(Html.escape("a\u0000b\u001b[1m\n\tc")).isEqualTo("a\uFFFDb\uFFFD[1m\n\tc");
  }
}
