package org.switchlab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizeTest {

  @ParameterizedTest
  @CsvSource({
    "8, 8 B",
    "1023, 1023 B",
    "1024, 1 KiB",
    "49152, 48 KiB",
    "1310720, 1.25 MiB",
    "104857600, 100 MiB",
    "1073741824, 1 GiB"
  })
  void binaryUnits(long bytes, String text) {
    assertThat(ByteSize.of(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"32K, 32768", "12288K, 12582912", "2048kB, 2097152", "4 kB, 4096", "1G, 1073741824"})
  void whatTheKernelWrites(String text, long bytes) {
    assertThat(ByteSize.parse(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({"0K", "-1K", "K", "999999999999999G", "many"})
  void whatIsNoSizeIsAbsent(String text) {
    assertThat(ByteSize.parse(text)).isNull();
  }
}
