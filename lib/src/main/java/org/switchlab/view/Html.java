package org.switchlab.view;

/** The few things every piece of HTML here needs. */
final class Html {

  private Html() {}

  /** {@code text} so that a browser shows it as it is, in an element or a quoted attribute. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** An element around text that is escaped here. */
  static String element(String tag, String text) {
    return "<" + tag + ">" + escape(text) + "</" + tag + ">";
  }

  /**
   * The {@code svg} element of an SVG document, without the document's head: HTML takes no more.
   */
  static String inlineSvg(String document) {
    return document.substring(document.indexOf("<svg"));
  }
}
