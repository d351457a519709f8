package org.switchlab.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line magic, free of any kernel's own classes. */
@FunctionalInterface
public interface Magic {

  /**
   * Runs it.
   *
   * @param arguments the words after its name
   * @return the value to show; null for none
   */
  @Nullable Object call(List<String> arguments) throws Exception;
}
