package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.switchlab.Coroutines;
import org.switchlab.Lab;
import org.switchlab.experiment.coroutine.CoroutineResult;
import org.switchlab.subject.Toolchains;

/** Every comparison of coroutines understands what a program that reports all it can reports. */
@Tag("same-without-rights")
class CoroutineRunsIT {

  @BeforeAll
  static void compilerIsHere() throws InterruptedException {
    assumeTrue(Toolchains.named("cpp").version().isPresent(), "no C++20 compiler is here");
  }

  static Stream<Function<Coroutines, Setup<CoroutineResult>>> comparisons() {
    return Stream.of(
        Coroutines::yield,
        Coroutines::sequenceSum,
        Coroutines::hanoi,
        Coroutines::treeWalk,
        Coroutines::pipeline,
        Coroutines::writeFully,
        Coroutines::clients,
        Coroutines::guide);
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void ourFullSwitchIsMeasured(Function<Coroutines, Setup<CoroutineResult>> comparison) {
    CoroutineResult result =
        comparison
            .apply(Lab.coroutines())
            .set("subjects", "full")
            .quick()
            .budget(Duration.ofSeconds(1))
            .run();
    assertThat(result.observations())
        .isNotEmpty()
        .allSatisfy(seen -> assertThat(seen.seen().number("grossNs").orElseThrow()).isPositive());
  }
}
