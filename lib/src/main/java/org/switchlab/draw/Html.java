package org.switchlab.draw;

/** What every piece of HTML needs, here and in the notebook kernel. */
public final class Html {

  private Html() {}

  /** {@code text} so that a browser shows it as it is, in an element or a quoted attribute. */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(escaped, c));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int c) {
    switch (c) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      // Control characters are not allowed in XML, not even as entities.
      default -> escaped.appendCodePoint(isForbidden(c) ? '\uFFFD' : c);
    }
  }

  private static boolean isForbidden(int c) {
    return c < ' ' && c != '\n' && c != '\r' && c != '\t';
  }

  /** An element around text that is escaped here. */
  public static String element(String tag, String text) {
    return element(tag, "", text);
  }

  /** An element around text that is escaped here; {@code attributes} begin with a blank. */
  public static String element(String tag, String attributes, String text) {
    return "<" + tag + attributes + ">" + escape(text) + "</" + tag + ">";
  }

  /**
   * The {@code svg} element of an SVG document, without the document's head: HTML takes no more.
   */
  public static String inlineSvg(String document) {
    return document.substring(document.indexOf("<svg"));
  }
}
