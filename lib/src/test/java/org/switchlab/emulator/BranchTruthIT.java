package org.switchlab.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Branches and mispredictions of one region against valgrind's, equal to the last one, and against
 * what can be counted by hand. Callgrind collects one conditional branch more, the one around the
 * mark that begins the region (src/test/c/programs/start.S).
 */
class BranchTruthIT {

  private static final int BORDER_BRANCHES = 1;

  /** Valgrind takes each repetition of a rep instruction for a branch: string_copy is not here. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "strided_walk",
        "pointer_chase",
        "matrix_multiply",
        "straddle",
        "sort",
        "interpreter"
      })
  void countsAreThoseOfValgrind(String program) throws Exception {
    Map<String, Long> theirs = Callgrind.branches(program);
    String ours = region(BranchPredictor.callgrind(), program);
    assertThat(Emulated.count(ours, "conditional-branches") + BORDER_BRANCHES)
        .isEqualTo(theirs.get("Bc"));
    assertThat(Emulated.count(ours, "conditional-misses")).isEqualTo(theirs.get("Bcm"));
    assertThat(Emulated.count(ours, "indirect-branches")).isEqualTo(theirs.getOrDefault("Bi", 0L));
    assertThat(Emulated.count(ours, "indirect-misses")).isEqualTo(theirs.getOrDefault("Bim", 0L));
  }

  /**
   * In each of its three rounds, valgrind translates the loop's beginning and its first call
   * together, sees where that call goes, and takes it for a direct one. All others go elsewhere
   * than the one before.
   */
  @Test
  void anIndirectCallWhoseTargetValgrindForeseesIsAllThatDiffers() throws Exception {
    Map<String, Long> theirs = Callgrind.branches("calls");
    String ours = region(BranchPredictor.callgrind(), "calls");
    assertThat(Emulated.count(ours, "conditional-misses")).isEqualTo(theirs.get("Bcm"));
    assertThat(Emulated.count(ours, "indirect-branches")).isEqualTo(3 * 1024);
    assertThat(theirs.get("Bi")).isEqualTo(3 * 1024 - 3);
    assertThat(Emulated.count(ours, "indirect-misses") - 3).isEqualTo(theirs.get("Bim"));
  }

  /**
   * Returns of recursions 1 to 40 deep. All but the outermost of a recursion return to one place,
   * so that what is left in a full stack is right by chance; the outermost is missed once it was
   * overwritten, in each recursion deeper than the stack, and with them the region's own return.
   */
  @ParameterizedTest
  @CsvSource({"16, 25", "32, 9", "64, 0"})
  void returnsAreMissedWhereRecursionIsDeeperThanTheStack(int depth, long misses) throws Exception {
    String line = region(BranchPredictor.bimodal().returnDepth(depth), "interpreter");
    // 1 + 2 + … + 40 of the recursions, the interpreter's, and the region's.
    assertThat(Emulated.count(line, "returns")).isEqualTo(820 + 1 + 1);
    assertThat(Emulated.count(line, "return-misses")).isEqualTo(misses);
  }

  /**
   * A thousand switches return onto the other's stack; only the region itself returns to its call.
   */
  @ParameterizedTest
  @ValueSource(strings = {"bimodal", "tage", "callgrind"})
  void aReturnOntoAnotherStackIsAlwaysMissed(String direction) throws Exception {
    String line = region(BranchPredictor.with(DirectionPredictor.parse(direction)), "coroutines");
    assertThat(Emulated.count(line, "returns")).isEqualTo(1001);
    assertThat(Emulated.count(line, "return-misses")).isEqualTo(1000);
    assertThat(Emulated.count(line, "indirect-branches")).isZero();
    assertThat(Emulated.count(line, "branch-misses"))
        .isEqualTo(1000 + Emulated.count(line, "conditional-misses"));
  }

  /** The loop of the interpreted program is 6 instructions, each behind another. */
  @Test
  void anInterpretersJumpIsLearntByHistoryOnly() throws Exception {
    String last = region(BranchPredictor.bimodal(), "interpreter");
    String history = region(BranchPredictor.tage(), "interpreter");
    long jumps = Emulated.count(last, "indirect-branches");
    assertThat(Emulated.count(history, "indirect-branches")).isEqualTo(jumps);
    assertThat(Emulated.count(last, "indirect-misses")).isGreaterThan(jumps / 2);
    assertThat(Emulated.count(history, "indirect-misses")).isLessThan(jumps / 100);
  }

  /** Predictors change nothing that is counted without them. */
  @ParameterizedTest
  @ValueSource(strings = {"calls", "interpreter", "string_copy"})
  void theOtherCountsStayWhatTheyAre(String program) throws Exception {
    String without = Emulated.region(Tool.plugin(), Presets.paper(), program);
    String with = region(BranchPredictor.tage(), program);
    assertThat(with).startsWith(without.substring(0, without.indexOf("}]}")));
    assertThat(without).doesNotContain("branch");
  }

  private static String region(BranchPredictor predictor, String program) throws Exception {
    Geometry geometry = Presets.paper().change().branches(predictor).build();
    return Emulated.region(Tool.plugin(), geometry, program);
  }
}
