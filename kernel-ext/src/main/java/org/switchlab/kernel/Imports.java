package org.switchlab.kernel;

import java.util.List;

/** What a new notebook has imported before its first cell. */
public final class Imports {

  // Each line costs some milliseconds at every start of the kernel: only what cells really use.
  private static final List<String> LINES =
      List.of(
          "import org.switchlab.*;",
          "import org.switchlab.os.*;",
          "import org.switchlab.run.ForkedPair;",
          "import tech.tablesaw.api.*;",
          "import tech.tablesaw.aggregate.AggregateFunctions;",
          "import org.knowm.xchart.*;",
          "import java.nio.file.*;",
          "import java.util.function.*;",
          "import java.util.stream.*;");

  private Imports() {}

  /** Import declarations, one an element; those the kernel itself makes are left out. */
  public static List<String> lines() {
    return LINES;
  }
}
