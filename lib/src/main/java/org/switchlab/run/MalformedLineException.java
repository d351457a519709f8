package org.switchlab.run;

/** A line that is not of the runner's protocol. */
public final class MalformedLineException extends Exception {

  private static final long serialVersionUID = 1L;

  private static final int SHOWN_CHARACTERS = 120;

  MalformedLineException(String problem, String line) {
    super("%s in the line '%s'".formatted(problem, shown(line)));
  }

  /** Cut to a length a message can bear, without control characters. */
  static String shown(String line) {
    String printable = line.replaceAll("\\p{Cntrl}", "?");
    return printable.length() <= SHOWN_CHARACTERS
        ? printable
        : printable.substring(0, SHOWN_CHARACTERS) + "…";
  }
}
