package org.switchlab.kernel;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.switchlab.Lab;
import org.switchlab.machine.Machine;
import org.switchlab.result.Result;

/** SwitchLab's line magics. */
public final class Magics {

  /** A line magic, free of any kernel's own classes. */
  @FunctionalInterface
  public interface Magic {

    /** Runs it with the words after its name; answers the value to show, null for none. */
    @Nullable Object call(List<String> arguments) throws Exception;
  }

  private Magics() {}

  /** The magics by name, without the percent sign. */
  public static Map<String, Magic> all() {
    return Map.of("doctor", Magics::doctor, "figure", Magics::figure);
  }

  private static Machine doctor(List<String> arguments) {
    if (!arguments.isEmpty()) {
      throw new IllegalArgumentException("%doctor takes no argument, but was given " + arguments);
    }
    return Lab.machine();
  }

  private static Result figure(List<String> arguments) {
    return Lab.figure(number(arguments)).run();
  }

  private static int number(List<String> arguments) {
    if (arguments.size() == 1 && arguments.getFirst().matches("\\d{1,3}")) {
      return Integer.parseInt(arguments.getFirst());
    }
    throw new IllegalArgumentException(
        "%figure takes the number of one figure, such as %figure 3, but was given " + arguments);
  }
}
