package org.switchlab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({"32K, 32768", "12288K, 12582912", "2048kB, 2097152", "4 kB, 4096", "1G, 1073741824"})
  void sizesTheKernelWrites(String text, long bytes) {
    assertThat(Numbers.parseBytes(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({"0K", "-1K", "K", "999999999999999G", "many"})
  void whatIsNoSizeIsAbsent(String text) {
    assertThat(Numbers.parseBytes(text)).isNull();
  }
}
