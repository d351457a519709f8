package org.switchlab.kernel;

import java.util.Map;

/** SwitchLab's line magics. */
public final class Magics {

  private Magics() {}

  /** The magics by name, without the percent sign. */
  public static Map<String, Magic> all() {
    return Map.of();
  }
}
