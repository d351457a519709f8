package org.switchlab.bench;

/** This machine cannot answer a benchmark; the message says why and what would mend it. */
public final class NotMeasurableException extends Exception {

  private static final long serialVersionUID = 1L;

  /** With a reason that is shown to the user as it is. */
  public NotMeasurableException(String why) {
    super(why);
  }
}
