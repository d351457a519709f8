package org.switchlab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchlab.bench.Reading.Kept;

class StartLatencyTest {

  private final StartLatency benchmark = new StartLatency();

  @Test
  void quickAndIndependentOfTheHeapIsKept() {
    Reading reading = benchmark.reading(List.of(1e6, 1.1e6, 90e6), List.of(1e6, 1.2e6, 1e6));

    assertThat(reading.kept()).isEqualTo(Kept.YES);
    assertThat(reading.figures())
        .containsEntry("largeHeapMedianMs", 1.1)
        .containsEntry("smallHeapMedianMs", 1.0)
        .containsEntry("starts", 6);
  }

  @Test
  void dependenceOnTheHeapBreaksThePromiseHoweverQuick() {
    assertThat(benchmark.reading(List.of(2e6), List.of(1e6)).kept()).isEqualTo(Kept.NO);
  }

  @Test
  void slownessBreaksThePromiseHoweverEven() {
    Reading reading = benchmark.reading(List.of(6e6), List.of(6e6));
    assertThat(reading.kept()).isEqualTo(Kept.NO);
    assertThat(reading.ratioToPromise()).isEqualTo(2);
  }

  @Test
  void littleMemoryIsToldBeforeAnythingIsStarted() {
    assertThatThrownBy(() -> StartLatency.requireMemory(2L << 30))
        .isInstanceOf(NotMeasurableException.class)
        .hasMessageContaining("there are 2 GiB");
    assertThatCode(() -> StartLatency.requireMemory(8L << 30)).doesNotThrowAnyException();
  }

  @Test
  void availableMemoryIsReadFromMeminfo() throws Exception {
    String meminfo = "MemTotal:       24689044 kB\nMemAvailable:    1048576 kB\nSwapFree: 0 kB\n";
    assertThat(StartLatency.availableBytes(meminfo)).isEqualTo(1L << 30);
    assertThatThrownBy(() -> StartLatency.availableBytes("MemTotal: 1 kB\n"))
        .isInstanceOf(NotMeasurableException.class)
        .hasMessageContaining("MemAvailable");
  }
}
