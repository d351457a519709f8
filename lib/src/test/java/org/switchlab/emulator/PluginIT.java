package org.switchlab.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.emulator.Geometry.Inclusion;

/** The plugin as QEMU loads it, on programs of a single process. */
class PluginIT {

  /** src/test/c/vpmu: the model against traces computed by hand, under the sanitizers. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "arguments_test",
        "cache_test",
        "core_test",
        "counts_test",
        "direction_test",
        "flow_test",
        "hierarchy_test",
        "number_set_test",
        "predictor_test",
        "x86_branch_test",
        "x86_test"
      })
  void theModelFollowsTracesComputedByHand(String test) throws Exception {
    Tool.Outcome outcome = Tool.run(List.of(Tool.built("vpmu/" + test).toString()));
    assertThat(outcome.text().lines().toList())
        .hasSize(1)
        .first()
        .asString()
        .matches("cases=[1-9]\\d+ failures=0");
    assertThat(outcome.exitCode()).isZero();
  }

  static Stream<Geometry> differentModels() {
    Geometry small =
        Presets.paper()
            .change()
            .name("small, inclusive, huge pages")
            .l1i(CacheGeometry.parse("1K,2,64"))
            .l1d(CacheGeometry.parse("2K,4,64,plru"))
            .l2(CacheGeometry.parse("8K,4,64"))
            .l2Inclusion(Inclusion.INCLUSIVE)
            .l3(CacheGeometry.parse("24K,8,64"))
            .l3Inclusion(Inclusion.INCLUSIVE)
            .dtlb(new TlbGeometry(4, 4))
            .pageBytes(Geometry.HUGE_PAGE_BYTES)
            .build();
    return Stream.concat(
        Stream.of("xeon-d-1541", "ryzen-7-7700x", "apple-m1").map(Presets::named),
        Stream.of(
            small,
            small.change().l2Inclusion(Inclusion.EXCLUSIVE).build(),
            small.change().branches(BranchPredictor.bimodal()).build(),
            Presets.paper().change().branches(BranchPredictor.tage()).build()));
  }

  /** Fast paths, inline counters and remembered lines change no count, at any level. */
  @ParameterizedTest
  @MethodSource("differentModels")
  void theFastInstrumentationCountsAsTheStraightforwardOne(Geometry geometry) throws Exception {
    for (String program :
        List.of("pointer_chase", "calls", "straddle", "string_copy", "interpreter", "coroutines")) {
      String fast = Emulated.region(Tool.plugin(), geometry, program);
      assertThat(fast)
          .as(program)
          .isEqualTo(Emulated.region(Tool.built("vpmu-plain.so"), geometry, program));
    }
  }

  @Test
  void theSameProgramGivesTheSameLineAgain() throws Exception {
    String once = Emulated.whole(Tool.plugin(), Presets.paper(), "calls");
    assertThat(Emulated.whole(Tool.plugin(), Presets.paper(), "calls")).isEqualTo(once);
  }

  /**
   * The processor counts the same, one trap an instruction. The four rep instructions of
   * string_copy make one step more here: the emulator, as valgrind, looks at the counter once more
   * to see that it is zero.
   */
  @ParameterizedTest
  @CsvSource({"straddle, 0", "string_copy, 4"})
  void instructionsAreThoseOfSingleStepping(String program, long steps) throws Exception {
    Tool.Outcome stepped =
        Tool.run(
            List.of(
                Tool.built("single_step").toString(),
                Tool.built("programs/" + program).toString()));
    assertThat(stepped.exitCode()).as(stepped.text()).isZero();
    String ours = Emulated.whole(Tool.plugin(), Presets.paper(), program);
    assertThat(Emulated.count(ours, "instructions"))
        .isEqualTo(Long.parseLong(stepped.text().strip()) + steps);
  }

  @Test
  void anInfiniteL2MissesEachLineOnce() throws Exception {
    Geometry infinite = Presets.paper().change().l2(CacheGeometry.infinite(64)).l3(null).build();
    String line = Emulated.region(Tool.plugin(), infinite, "pointer_chase");
    // 2048 nodes of a line each, one of `chased`, and three lines of code.
    assertThat(Emulated.count(line, "l2-misses")).isEqualTo(2048 + 1 + 3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "l1d=32768:7:64 | l1d=32768:7:64 is not possible; write SIZE:WAYS:LINE",
        "page=8192 | page=8192 is not possible; it is 2097152 or 4096",
        "marks=0x1001 | marks=0x1001 is not possible; it is the user address of a page",
        "colour=red | colour=red is not possible; there are out, model, marks",
        "direction=gshare:4096 | direction=gshare:4096 is not possible; write bimodal:ENTRIES",
        "direction=callgrind | targets= and returns= are needed where direction= is given",
        "out=/no/such/folder/lines | fopen(\"/no/such/folder/lines\", \"a\") failed"
      })
  void aWrongArgumentEndsTheEmulatorAndSaysWhatWouldDo(String argument, String complaint)
      throws Exception {
    Tool.require("qemu-x86_64", "qemu-user");
    List<String> arguments = new ArrayList<>(Presets.paper().pluginArguments());
    arguments.add("out=/dev/null");
    arguments.add(argument);
    Tool.Outcome outcome =
        Tool.run(Emulated.command(Tool.plugin(), arguments, Tool.built("programs/straddle")));
    assertThat(outcome.exitCode()).isNotZero();
    assertThat(outcome.text()).contains("switchlab-vpmu: " + complaint);
  }
}
