package org.switchlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadingTest {

  @ParameterizedTest
  @CsvSource({
    "estimateNs, estimate, ns",
    "arrayBytes, array, B",
    "quietShare, quiet, share",
    "clockGHz, clockGHz, ''",
    "clockMHz, clock, MHz",
    "Mean [durationNs], Mean [duration], ns",
    "l1dKiB, l1d, KiB",
    "columns, columns, ''",
    "Ns, Ns, ''",
    "'', '', ''"
  })
  void splitsTheUnitOff(String name, String label, String unit) {
    assertThat(TableHtml.Heading.of(name)).isEqualTo(new TableHtml.Heading(label, unit));
  }
}
