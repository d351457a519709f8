package org.switchlab.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.switchlab.emulator.Geometry.Inclusion;

/**
 * The plugin's counts against valgrind's, equal to the last miss, for the same region of the same
 * program and caches of the same geometry. Both start from empty caches, because the programs have
 * no library and a stack of their own. The border of the region (src/test/c/programs/start.S)
 * accounts for all that differs: callgrind counts three instructions and one load more.
 */
class CallgrindTruthIT {

  private static final int BORDER_INSTRUCTIONS = 3;
  private static final int BORDER_ACCESSES = 1;

  private static final List<Geometry> GEOMETRIES =
      List.of(
          valgrindModel("32 KiB, 8 ways", "32K,8,64", "32K,8,64", "256K,8,64"),
          valgrindModel("4 KiB, direct-mapped", "4K,1,64", "4K,1,64", "64K,1,64"),
          valgrindModel("12 ways, 2 ways", "16K,2,64", "48K,12,64", "512K,16,64"),
          valgrindModel("short lines", "8K,4,32", "16K,4,32", "128K,8,32"),
          valgrindModel("long lines", "64K,4,128", "32K,8,128", "1M,16,128"),
          valgrindModel("one set", "4K,64,64", "4K,64,64", "64K,8,64"));

  /** Two levels, LRU, neither inclusive nor exclusive: what valgrind models. */
  private static Geometry valgrindModel(String name, String l1i, String l1d, String l2) {
    return Presets.paper()
        .change()
        .name(name)
        .l1i(CacheGeometry.parse(l1i))
        .l1d(CacheGeometry.parse(l1d))
        .l2(CacheGeometry.parse(l2))
        .l3(null)
        .l2Inclusion(Inclusion.NONE)
        .build();
  }

  static Stream<Arguments> programsOnGeometries() {
    return Stream.of(
            "strided_walk", "pointer_chase", "matrix_multiply", "calls", "straddle", "string_copy")
        .flatMap(program -> GEOMETRIES.stream().map(g -> Arguments.of(program, g.name(), g)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("programsOnGeometries")
  void countsAreThoseOfValgrind(String program, String name, Geometry geometry) throws Exception {
    Map<String, Long> theirs = Callgrind.region(geometry, program);
    String ours = Emulated.region(Tool.plugin(), geometry, program);

    assertThat(Emulated.count(ours, "instructions") + BORDER_INSTRUCTIONS)
        .isEqualTo(theirs.get("Ir"));
    assertThat(Emulated.count(ours, "l1d-accesses") + BORDER_ACCESSES)
        .isEqualTo(theirs.get("Dr") + theirs.get("Dw"));
    assertThat(Emulated.count(ours, "l1i-misses")).isEqualTo(theirs.get("I1mr"));
    assertThat(Emulated.count(ours, "l1d-misses"))
        .isEqualTo(theirs.get("D1mr") + theirs.get("D1mw"));
  }
}
