package org.switchlab.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which elements a walk touches. */
class AccessPatternIT {

  private static List<Long> touched(long arrayBytes, long strideBytes) throws Exception {
    return touched(arrayBytes, strideBytes, "stride");
  }

  private static List<Long> touched(long arrayBytes, long strideBytes, String order)
      throws Exception {
    String arguments =
        "access-pattern --array-bytes %d --stride-bytes %d --order %s"
            .formatted(arrayBytes, strideBytes, order);
    try (var runner = StartedRunner.start(arguments)) {
      assertThat(runner.line().keyword()).isEqualTo("hello");
      List<Line> lines = runner.lines();
      List<Line> touches = lines.subList(0, lines.size() - 1);
      assertThat(lines.getLast().text()).isEqualTo("done count=" + touches.size());
      assertThat(touches).allMatch(line -> line.keyword().equals("touch"));
      assertThat(touches.stream().map(line -> line.number("order")))
          .containsExactlyElementsOf(LongStream.range(0, touches.size()).boxed().toList());
      assertThat(runner.exitCode()).isZero();
      return touches.stream().map(line -> line.number("index")).toList();
    }
  }

  @Test
  void theOrderIsAlgorithmOneWithTheStrideAsItsStep() throws Exception {
    assertThat(touched(64, 32)).containsExactly(0L, 4L, 1L, 5L, 2L, 6L, 3L, 7L);
  }

  @ParameterizedTest
  @CsvSource({"8,8", "64,8", "1024,64", "1032,64", "4096,4096", "4096,24"})
  void everyElementIsTouchedExactlyOnceWhateverTheStride(long arrayBytes, long strideBytes)
      throws Exception {
    assertThat(touched(arrayBytes, strideBytes))
        .containsExactlyInAnyOrderElementsOf(LongStream.range(0, arrayBytes / 8).boxed().toList());
  }

  /** 1021 and 170 numbers are no power of two: some are passed over. */
  @ParameterizedTest
  @CsvSource({"8,8", "16,8", "8168,8", "4096,24", "65536,64"})
  void soItIsInRandomOrderAndStrideByStride(long arrayBytes, long strideBytes) throws Exception {
    List<Long> touched = touched(arrayBytes, strideBytes, "random");
    assertThat(touched)
        .containsExactlyInAnyOrderElementsOf(LongStream.range(0, arrayBytes / 8).boxed().toList());
    assertThat(touched.stream().map(index -> index % (strideBytes / 8))).isSorted();
    assertThat(touched(arrayBytes, strideBytes, "random")).isEqualTo(touched);
  }

  /** A prefetcher lives on distances that come again. */
  @Test
  void inRandomOrderNoDistanceComesOften() throws Exception {
    List<Long> touched = touched(32_768, 8, "random");
    Map<Long, Long> distances =
        IntStream.range(1, touched.size())
            .mapToObj(i -> touched.get(i) - touched.get(i - 1))
            .collect(Collectors.groupingBy(distance -> distance, Collectors.counting()));
    assertThat(distances.values()).allMatch(count -> count < touched.size() / 50);
    assertThat(distances.keySet()).noneMatch(distance -> Math.abs(distance) < 8);
  }

  @Test
  void strideZeroTouchesNothing() throws Exception {
    assertThat(touched(1024, 0)).isEmpty();
    assertThat(touched(1024, 0, "random")).isEmpty();
  }
}
