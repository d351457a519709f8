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
  static String element(String tag, String text) {
    return "<" + tag + ">" + escape(text) + "</" + tag + ">";
  }
}
