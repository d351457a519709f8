package org.switchlab.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** Content as the Jupyter protocol wants it in a display. */
public final class MimeContent {

  private static final JsonMapper MAPPER = new JsonMapper();

  private MimeContent() {}

  /**
   * Text as it is, but JSON as a tree, which front ends do not look for in a text.
   *
   * @throws IllegalArgumentException if a JSON type has content that is no JSON object
   */
  public static Object of(String mimeType, String content) {
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
