package org.switchlab.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.switchlab.draw.DrawingException;

/**
 * How the values of one type show themselves in a notebook, free of any kernel's own classes.
 *
 * @param type values of this type and of its subtypes are shown this way
 * @param contents what makes the content, by MIME type; images other than SVG are base64 text, as
 *     the Jupyter protocol wants them
 * @param ahead what stands in displays of its own before it, in their order. A front end shows one
 *     content of a display: where HTML and charts are to be seen, each is one
 * @param <T> the type
 */
public record View<T>(
    Class<T> type,
    Map<String, Function<? super T, String>> contents,
    Function<? super T, ? extends List<?>> ahead) {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** Keeps its own copy of {@code contents}. */
  public View {
    contents = Map.copyOf(contents);
  }

  /** A view that is one display. */
  public View(Class<T> type, Map<String, Function<? super T, String>> contents) {
    this(type, contents, any -> List.of());
  }

  /** The same after displays of what {@code parts} gives, each shown the way its own type is. */
  public View<T> after(Function<? super T, ? extends List<?>> parts) {
    return new View<>(type, contents, parts);
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

  /**
   * Shows a value by what a kernel's renderer offers.
   *
   * @param wanted whether content of a MIME type is asked for
   * @param before shows another value in a display of its own
   * @param content is given each MIME type with its content, which is made if it is asked for
   */
  public void show(
      T value,
      Predicate<String> wanted,
      Consumer<Object> before,
      BiConsumer<String, Supplier<Object>> content) {
    // Only HTML has no room for them: whoever asks for text alone gets text alone.
    if (wanted.test(Views.HTML)) {
      ahead.apply(value).forEach(before);
    }
    for (String type : mimeTypes()) {
      try {
        content.accept(type, () -> data(type, value));
      } catch (DrawingException none) {
        // The other types stand for the picture, and the text says why there is none.
      }
    }
  }

  /**
   * The content as the Jupyter protocol wants it in a display: text as it is, but JSON as a tree,
   * which front ends do not look for in a text.
   *
   * @throws IllegalArgumentException if a JSON type has content that is no JSON object
   */
  public Object data(String mimeType, T value) {
    String content = content(mimeType, value);
    if (!mimeType.endsWith("+json")) {
      return content;
    }
    try {
      return MAPPER.readValue(content, Map.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the content of %s is no JSON".formatted(mimeType), e);
    }
  }
}
