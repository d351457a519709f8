package org.switchlab.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

  private final Locale before = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 µs",
    "9.974, 9.97 ns",
    "620, 0.620 µs",
    "1023, 1.02 µs",
    "-20400, -20.4 µs",
    "999499, 999 µs",
    "999500, 1.00 ms",
    "1.5e9, 1.50 s"
  })
  void durationsKeepThreeDigitsAndChooseTheirUnit(double ns, String text) {
    assertThat(Units.duration(ns)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 B", "49152, 48 KiB", "1048576, 1 MiB", "1310720, 1.25 MiB", "1000, 1000 B"})
  void bytesChooseTheLargestShortUnit(long bytes, String text) {
    assertThat(Units.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 %", "0.0123, 1.2 %", "0.05, 5 %", "0.875, 88 %", "1, 100 %"})
  void sharesArePercent(double share, String text) {
    assertThat(Units.share(share)).isEqualTo(text);
  }

  @Test
  void anIntervalIsInTheUnitOfItsValue() {
    assertThat(Units.interval(30_000, -20_000, 120_000)).isEqualTo("30.0 µs [-20.0, 120]");
    assertThat(Units.interval(1_020, 98, 1_040)).isEqualTo("1.02 µs [0.0980, 1.04]");
  }

  @Test
  void roundingUpAKeepsTheNumberOfDigits() {
    assertThat(Units.digits(9.999)).isEqualTo("10.0");
    assertThat(Units.digits(0.09996)).isEqualTo("0.100");
    assertThat(Units.roughly(0.0286)).isEqualTo("0.029");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "en-US", "de-DE", "ar-EG-u-nu-arab"})
  void theLocaleChangesNothing(String tag) {
    Locale.setDefault(Locale.forLanguageTag(tag));
    assertThat(Units.interval(1234.5, 1200, 1300)).isEqualTo("1.23 µs [1.20, 1.30]");
    assertThat(Units.bytes(1_310_720)).isEqualTo("1.25 MiB");
    assertThat(Units.share(0.0123)).isEqualTo("1.2 %");
  }
}
