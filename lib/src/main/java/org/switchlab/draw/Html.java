package org.switchlab.draw;

import java.util.regex.Pattern;

/** What every piece of HTML needs, here and in the notebook kernel. */
public final class Html {

  /** Control characters are not allowed in XML, not even as entities. */
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f&&[^\\n\\r\\t]]");

  private Html() {}

  /** {@code text} so that a browser shows it as it is, in an element or a quoted attribute. */
  public static String escape(String text) {
    return CONTROL
        .matcher(text)
        .replaceAll("\uFFFD")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
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
