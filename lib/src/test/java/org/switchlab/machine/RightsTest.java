package org.switchlab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Rights that look granted: moby #25622, ddprof #432. */
class RightsTest {

  private static Rights with(String... capabilities) {
    return new Rights(
        new TreeSet<>(Set.of(capabilities)), 0L, 950_000L, 1_000_000L, 2, List.of(), null);
  }

  @Test
  void whatTheKernelSaidCountsMoreThanWhatCapabilitiesPromise() {
    Rights root = with("CAP_SYS_NICE");
    assertThat(root.fifo()).isTrue();
    assertThat(root.tried(false).fifo()).isFalse();
    assertThat(root.tried(false).looksGranted()).isTrue();
    assertThat(root.tried(true).looksGranted()).isFalse();
  }

  @Test
  void whatNobodyPromisedDoesNotLookGranted() {
    Rights nobody = with();
    assertThat(nobody.tried(false).fifo()).isFalse();
    assertThat(nobody.tried(false).looksGranted()).isFalse();
    assertThat(nobody.tried(true).fifo()).isTrue();
  }
}
