package org.switchlab.draw;

import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** A picture cannot be drawn here; numbers and words are not touched by that. */
public final class DrawingException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What most often is missing, and what it is called where most people install it. */
  private static final String REMEDY =
      "install fonts, such as the packages fontconfig and fonts-dejavu-core; then save the result"
          + " again";

  DrawingException(Throwable cause) {
    super("no picture can be drawn here (%s)".formatted(reason(cause)), cause);
  }

  private static String reason(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  /** The same as a doubt about a result, with what mends it. */
  public Warning doubt() {
    return new Warning(
        WarningCode.NO_PICTURE,
        getMessage() + ": table, text and chart.vl.json hold the same numbers",
        REMEDY);
  }
}
