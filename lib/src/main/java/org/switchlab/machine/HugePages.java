package org.switchlab.machine;

import java.util.Optional;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Whether this kernel gives huge pages, and what to do where it does not. */
public final class HugePages {

  /** {@link Memory#transparentHugePages} of a kernel that was built without them. */
  static final String NOT_BUILT_IN = "not built in";

  private static final String OFF = "never";

  /** Brings transparent huge pages where they are built in; mode names: transhuge.rst. */
  public static final String SWITCH_ON =
      "sudo sh -c 'echo madvise > /sys/kernel/mm/transparent_hugepage/enabled'";

  private HugePages() {}

  /** What experiments on huge pages miss on a machine; empty if nothing, or if it is unknown. */
  public static Optional<Warning> problem(Memory memory) {
    String mode = memory.transparentHugePages();
    if (NOT_BUILT_IN.equals(mode)) {
      return Optional.of(notBuiltIn("what an experiment asks of them is left out"));
    }
    return OFF.equals(mode)
        ? Optional.of(
            new Warning(
                WarningCode.NO_HUGE_PAGES,
                "Huge pages are switched off in this kernel: what is measured on them says"
                    + " nothing.",
                SWITCH_ON))
        : Optional.empty();
  }

  /**
   * The doubt about a run on a kernel without them.
   *
   * @param effect what becomes of the run
   */
  public static Warning notBuiltIn(String effect) {
    return new Warning(
        WarningCode.NO_HUGE_PAGES,
        "This kernel gives no huge pages, it was built without them: %s.".formatted(effect),
        "Boot a kernel built with CONFIG_TRANSPARENT_HUGEPAGE, such as your distribution's usual"
            + " one; or do without: all that stands on ordinary pages is measured as ever.");
  }
}
