package org.switchlab.draw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What is said to vega-embed, by which JupyterLab and others put the chart into a page.
 *
 * <p>Its own style makes the box around a chart as wide as its content, so that a chart that asks
 * for the width of the box, to fill it, hears nothing. Without that style, which only its menu
 * needs, the box is as wide as the cell. Another notebook's chart may have brought the style into
 * the page: for that case an input field that cannot be seen gives the box some width.
 */
final class VegaEmbed {

  private static final String UNSEEN =
      "float:left;width:640px;max-width:100%;height:0;margin:0;padding:0;border:0;visibility:hidden";

  private VegaEmbed() {}

  /** Drawn as SVG, words follow the theme of the page and can be read aloud. */
  static ObjectNode options() {
    return Nodes.object(
        "renderer", "svg", "actions", false, "defaultStyle", false, "patch", List.of(field()));
  }

  /** A change to the specification of Vega that Vega-Lite is compiled to, by RFC 6902. */
  private static ObjectNode field() {
    ObjectNode bind = Nodes.object("input", "text", "name", " ", "style", UNSEEN);
    return Nodes.object(
        "op", "add",
        "path", "/signals/-",
        "value", Nodes.object("name", "room", "value", "", "bind", bind));
  }
}
