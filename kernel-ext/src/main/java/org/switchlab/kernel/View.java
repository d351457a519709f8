package org.switchlab.kernel;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How the values of one type show themselves in a notebook, free of any kernel's own classes.
 *
 * @param type values of this type and of its subtypes are shown this way
 * @param contents what makes the content, by MIME type; images other than SVG are base64 text, as
 *     the Jupyter protocol wants them
 * @param <T> the type
 */
public record View<T>(Class<T> type, Map<String, Function<? super T, String>> contents) {

  /** Keeps its own copy of {@code contents}. */
  public View {
    contents = Map.copyOf(contents);
  }

  /** The MIME types this view has. */
  public Set<String> mimeTypes() {
    return contents.keySet();
  }

  /**
   * Makes the content of one MIME type.
   *
   * @throws IllegalArgumentException if this view has no such type
   */
  public String content(String mimeType, T value) {
    Function<? super T, String> maker = contents.get(mimeType);
    if (maker == null) {
      throw new IllegalArgumentException(
          mimeType + " is no view of " + type.getSimpleName() + "; there are " + mimeTypes());
    }
    return maker.apply(value);
  }
}
