package org.switchlab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.switchlab.plan.Rung.Scope;

class RungTest {

  /** Scripts and stored results hold these: a change breaks them. */
  @Test
  void namesAreStable() {
    assertThat(Rung.names())
        .containsExactly(
            "call",
            "register",
            "gthread-register",
            "ucontext",
            "gthread-noalloc",
            "gthread-nomask",
            "gthread",
            "sched-yield-thread",
            "sched-yield-process",
            "futex-thread",
            "futex-process",
            "eventfd-thread",
            "eventfd-process",
            "pipe-thread",
            "pipe-process",
            "socketpair-thread",
            "socketpair-process",
            "futex-thread-cross",
            "futex-process-cross",
            "eventfd-thread-cross",
            "eventfd-process-cross",
            "pipe-thread-cross",
            "pipe-process-cross",
            "socketpair-thread-cross",
            "socketpair-process-cross");
  }

  @Test
  void anUnknownNameListsThoseThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rung.named("pipes"))
        .withMessageContaining("'pipes'")
        .withMessageContaining("pipe-process")
        .withMessageContaining("gthread-register");
  }

  @Test
  void acrossCpusTheSameSubjectRunsAsOnOne() {
    Rung cross = Rung.named("pipe-process-cross");
    Rung same = Rung.named("pipe-process");
    assertThat(cross.subject()).isEqualTo(same.subject());
    assertThat(cross.mechanism()).isEqualTo(same.mechanism());
    assertThat(cross.scope()).isEqualTo(Scope.PROCESS_CROSS);
    assertThat(cross.point()).isNotEqualTo(same.point());
  }

  /** A chart has a line's room for it. */
  @Test
  void eachSaysInOneShortSentenceWhatItAdds() {
    assertThat(Rung.ALL)
        .extracting(Rung::adds)
        .allSatisfy(adds -> assertThat(adds).endsWith(".").hasSizeLessThan(80));
  }
}
