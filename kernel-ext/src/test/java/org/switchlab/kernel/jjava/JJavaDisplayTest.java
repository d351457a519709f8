package org.switchlab.kernel.jjava;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.DisplayStream;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;
import org.switchlab.kernel.View;
import org.switchlab.kernel.Views;

class JJavaDisplayTest {

  private static final String VEGA = "application/vnd.vegalite.v5+json";

  /** A value that is shown after a part of it. */
  private record Whole(Part part) {}

  private record Part(String json) {}

  /** Notes what the kernel would send. */
  private static final class RecordingStream extends DisplayStream {

    private final List<DisplayData> sent = new ArrayList<>();

    @Override
    public void display(DisplayData data) {
      sent.add(data);
    }
  }

  private final Renderer renderer = new Renderer();
  private final RecordingStream stream = new RecordingStream();

  JJavaDisplayTest() {
    JJavaDisplay views = new JJavaDisplay(renderer, stream);
    views.register(new View<>(Part.class, Map.of(VEGA, Part::json, Views.TEXT, Part::toString)));
    views.register(
        new View<>(
                Whole.class, Map.of(Views.HTML, any -> "<p>whole</p>", Views.TEXT, any -> "whole"))
            .after(whole -> List.of(whole.part(), new Part("{\"mark\": \"bar\"}"))));
  }

  private final Whole whole = new Whole(new Part("{\"mark\": \"point\"}"));

  @Test
  void partsAreSentBeforeTheirWholeEachInADisplayOfItsOwn() {
    DisplayData answer = renderer.render(whole);
    assertThat(answer.getData(MIMEType.TEXT_HTML)).isEqualTo("<p>whole</p>");
    assertThat(stream.sent).hasSize(2);
    assertThat(stream.sent.getLast().getData(MIMEType.parse(VEGA)))
        .isEqualTo(Map.of("mark", "bar"));
    DisplayData part = stream.sent.getFirst();
    assertThat(part.getData(MIMEType.parse(VEGA))).isEqualTo(Map.of("mark", "point"));
    assertThat(part.hasDataForType(MIMEType.TEXT_PLAIN)).isTrue();
    assertThat(part.hasDataForType(MIMEType.TEXT_HTML)).isFalse();
  }

  @Test
  void whoAsksForTextGetsTextAlone() {
    assertThat(renderer.renderAs(whole, Views.TEXT).getData(MIMEType.TEXT_PLAIN))
        .isEqualTo("whole");
    assertThat(stream.sent).isEmpty();
  }

  @Test
  void aPartAloneIsTheAnswer() {
    assertThat(renderer.render(whole.part()).hasDataForType(MIMEType.parse(VEGA))).isTrue();
    assertThat(stream.sent).isEmpty();
  }
}
