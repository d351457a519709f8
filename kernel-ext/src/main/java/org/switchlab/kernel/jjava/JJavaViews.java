package org.switchlab.kernel.jjava;

import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.switchlab.kernel.View;

/** Registers views with JJava's renderer. */
final class JJavaViews {

  private JJavaViews() {}

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
