package org.switchlab.faults;

/** This machine lets a kind of fault not happen; the message says why, and the remedy. */
final class NotHereException extends Exception {

  private static final long serialVersionUID = 1L;

  NotHereException(String message) {
    super(message);
  }
}
