package org.switchlab.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchlab.run.Progress;

/**
 * Branches in a whole machine, where interrupts and page faults come between a branch and where it
 * leads: of a program's own none is lost, counted twice or taken for missed by that.
 */
class BranchMachineIT {

  private static final List<String> EVENTS =
      List.of(
          "instructions",
          "branches",
          "branch-misses",
          "conditional-branches",
          "conditional-misses",
          "indirect-branches",
          "indirect-misses",
          "returns",
          "return-misses");

  /** paper_walk runs for about thirty interrupts of the timer; calls of deep_calls fault. */
  @ParameterizedTest
  @CsvSource({
    "paper_walk, bimodal",
    "paper_walk, tage",
    "interpreter, tage",
    "calls, bimodal",
    "deep_calls, bimodal"
  })
  void aProgramsBranchesAreThoseItHasWithoutAMachine(String program, String direction)
      throws Exception {
    Geometry geometry =
        Presets.paper()
            .change()
            .branches(BranchPredictor.with(DirectionPredictor.parse(direction)))
            .build();
    String alone = Emulated.whole(Tool.plugin(), geometry, program);
    // As without a machine, the predictors see the program alone.
    Plugin.Counts machine = inMachine(geometry, program);
    for (String event : EVENTS) {
      assertThat(machine.sum(event, "user")).as(event).hasValue(Emulated.count(alone, event));
    }
  }

  private static Plugin.Counts inMachine(Geometry geometry, String program) throws Exception {
    String file = Tool.built("programs/" + program).toString();
    try {
      return VirtualPmu.ready(geometry, CacheModel.USER, Progress.Listener.SILENT)
          .count(StaticProgram.of(List.of(file)), Duration.ofMinutes(5))
          .counts()
          .getFirst()
          .without("parent");
    } catch (NoEmulatorException e) {
      return abort("no emulated machine here: " + e.getMessage());
    }
  }
}
