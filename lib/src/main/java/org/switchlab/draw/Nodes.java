package org.switchlab.draw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON trees in few words. */
final class Nodes {

  private static final JsonNodeFactory FACTORY = JsonNodeFactory.instance;

  private Nodes() {}

  /**
   * An object of alternating keys and values; what is null or no finite number is left out, because
   * JSON has no word for it.
   */
  static ObjectNode object(@Nullable Object... keysAndValues) {
    ObjectNode object = FACTORY.objectNode();
    for (int i = 0; i + 1 < keysAndValues.length; i += 2) {
      Object value = keysAndValues[i + 1];
      if (value != null && !(value instanceof Double number && !Double.isFinite(number))) {
        object.set(String.valueOf(keysAndValues[i]), node(value));
      }
    }
    return object;
  }

  /** An array of finite numbers, words or trees. */
  static ArrayNode array(List<?> values) {
    ArrayNode array = FACTORY.arrayNode(values.size());
    values.forEach(value -> array.add(node(value)));
    return array;
  }

  private static JsonNode node(Object value) {
    return switch (value) {
      case JsonNode tree -> tree;
      case List<?> list -> array(list);
      case Boolean flag -> FACTORY.booleanNode(flag);
      case Integer whole -> FACTORY.numberNode(whole);
      case Double number -> FACTORY.numberNode(number);
      default -> FACTORY.textNode(value.toString());
    };
  }
}
