package org.switchlab.run;

/**
 * This machine lacks what one setting needs. No other try will fare better: whoever measures leaves
 * the setting out, says so, and goes on.
 */
public sealed class UnavailableException extends RunnerException permits NoHugePagesException {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * Of a setting.
   *
   * @param missing what is not there, as a person would say it
   * @param remedy what mends that, as a person would type or do it
   */
  public UnavailableException(String missing, String remedy) {
    super(missing, null);
    this.remedy = remedy;
  }

  /** What mends it. */
  public String remedy() {
    return remedy;
  }
}
