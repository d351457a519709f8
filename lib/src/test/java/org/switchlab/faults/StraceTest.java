package org.switchlab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StraceTest {

  @Test
  void callsAreCountedByTheThreadThatMakesMostOfThem() {
    String log =
        """
        7 read(3, "x", 1) = 1
        8 read(4,  <unfinished ...>
        7 read(3, "x", 1) = 1
        8 <... read resumed> "x", 1) = 1
        7 write(1, "read(", 5) = 5
        7 +++ exited with 0 +++
        """;
    assertThat(Strace.counted(log)).isEqualTo(Map.of("read", 2, "write", 1));
  }

  @Test
  void eachCallFailsTheFirstTimesAndOnceLater() {
    var failures = Errors.of(Map.of("read", 9, "brk", 5), 1_000, 1);
    assertThat(failures).hasSize(4 * Strace.ERRORS.size());
    assertThat(failures).extracting(Errors.Failure::call).containsOnly("read");
    assertThat(failures).extracting(Errors.Failure::time).contains(1, 2, 3);
    assertThat(Errors.of(Map.of("read", 9), 5, 1)).hasSize(5);
  }
}
