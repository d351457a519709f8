package org.switchlab.draw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;

/**
 * What the layers of one picture share, in the words of Vega-Lite.
 *
 * <p>Colours are those of {@link Theme#LIGHT}, legible on light and on dark grounds; words take the
 * colour of the text around the picture. Each tint has a sign of its own for print in grey.
 */
final class VegaLayers {

  /** What words look like. */
  static final Look WORDS = Look.points(Look.BLACK);

  /** A stroke, as the sign of a name that has no points. */
  static final String STROKE = "stroke";

  /** A filled square, as the sign of a name that fills. */
  static final String SQUARE = "square";

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final JsonNode PARTS = parts();

  final Figure figure;
  final VegaAxis x;
  final VegaAxis y;

  VegaLayers(Figure figure) {
    this.figure = figure;
    x = new VegaAxis("x", figure.x());
    y = new VegaAxis("y", figure.y());
  }

  /** Whether the picture can be moved and zoomed along both axes. */
  boolean isContinuous() {
    return !x.isRows() && !y.isRows();
  }

  VegaAxis axis(boolean isX) {
    return isX ? x : y;
  }

  /**
   * Layers over the same data.
   *
   * @param name for the legend, by which they are switched off; empty if it does not name them
   */
  ObjectNode group(String name, List<ObjectNode> values, List<ObjectNode> layers) {
    // Taken out, not made invisible: what cannot be seen must not answer the pointer.
    ArrayNode shown = name.isEmpty() ? null : filter(object("param", "shown"));
    return object("data", object("values", values), "transform", shown, "layer", layers);
  }

  /** A layer of {@code vega-lite.json}; its marks stay within the plot when that is moved. */
  ObjectNode layer(String name) {
    ObjectNode layer = part(name);
    if (isContinuous()) {
      layer.withObject("/mark").put("clip", true);
    }
    return layer;
  }

  /** The same in the colour of a look. */
  ObjectNode layer(String name, Look look) {
    ObjectNode layer = layer(name);
    layer.withObject("/mark").put("color", color(look));
    return layer;
  }

  /** The same for a line, which has dashes too. */
  ObjectNode line(String name, Look look) {
    ObjectNode layer = layer(name, look);
    String cap = look.stroke() == Look.Stroke.DOTTED ? "round" : null;
    layer.withObject("/mark").setAll(object("strokeDash", dash(look), "strokeCap", cap));
    return layer;
  }

  /** Adds to a layer which field of the data each channel shows, channels and fields in turn. */
  static ObjectNode show(ObjectNode layer, String... channelsAndFields) {
    for (int i = 0; i < channelsAndFields.length; i += 2) {
      String channel = channelsAndFields[i];
      String type = channel.length() == 1 ? "quantitative" : null;
      ObjectNode field = object("field", channelsAndFields[i + 1], "type", type);
      layer.withObject("/encoding").set(channel, field);
    }
    return layer;
  }

  /** Adds to a layer what a pointer is told: fields and what they are called, in turn. */
  static ObjectNode tell(ObjectNode layer, String... fieldsAndTitles) {
    ArrayNode tooltip = layer.withObject("/encoding").putArray("tooltip");
    for (int i = 0; i < fieldsAndTitles.length; i += 2) {
      String title = fieldsAndTitles[i + 1];
      tooltip.add(object("field", fieldsAndTitles[i], "title", title, "type", "nominal"));
    }
    return layer;
  }

  private static JsonNode parts() {
    try (InputStream in = VegaLayers.class.getResourceAsStream("vega-lite.json")) {
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("vega-lite.json cannot be read; build SwitchLab again", e);
    }
  }

  /** A new copy of what is the same in all charts, by its name in {@code vega-lite.json}. */
  static ObjectNode part(String name) {
    return (ObjectNode) PARTS.get(name).deepCopy();
  }

  /**
   * An object of alternating keys and values; what is null or no finite number is left out, because
   * JSON has no word for it.
   */
  static ObjectNode object(@Nullable Object... keysAndValues) {
    ObjectNode object = MAPPER.createObjectNode();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      Object value = keysAndValues[i + 1];
      if (value != null && !(value instanceof Double number && !Double.isFinite(number))) {
        object.set(String.valueOf(keysAndValues[i]), MAPPER.valueToTree(value));
      }
    }
    return object;
  }

  /** Keeps what {@code test} holds for, an expression or the name of a selection. */
  static ArrayNode filter(Object test) {
    return MAPPER.createArrayNode().add(object("filter", test));
  }

  /** Gives a field of each row the value of an expression. */
  static ArrayNode calculate(String expression, String field) {
    return MAPPER.createArrayNode().add(object("calculate", expression, "as", field));
  }

  static String color(Look look) {
    return look.tint() == Look.BLACK ? "currentColor" : hex(Theme.LIGHT.color(look.tint()));
  }

  static String hex(Color color) {
    return "#%06X".formatted(color.getRGB() & 0xFFFFFF);
  }

  /** The sign of its points, by the tint; of a look without points a stroke. */
  static String shape(Look look) {
    JsonNode signs = PARTS.get("signs").get(look.shape().name());
    return signs.get(look.sign() % signs.size()).asText();
  }

  /** Lengths of dashes and gaps, in pixels; absent for a full line. */
  static @Nullable List<Integer> dash(Look look) {
    return switch (look.stroke()) {
      case DASHED -> List.of(6, 4);
      case DOTTED -> List.of(1, 4);
      case NONE, FULL -> null;
    };
  }
}
