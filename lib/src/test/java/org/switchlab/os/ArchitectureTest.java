package org.switchlab.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void knowsBothNamesOfX86() {
    assertThat(Architecture.of("Linux", "amd64")).isEqualTo(Architecture.X86_64);
    assertThat(Architecture.of("Linux", "x86_64")).isEqualTo(Architecture.X86_64);
    assertThat(Architecture.of("Linux", "aarch64").kernelName()).isEqualTo("aarch64");
  }

  @Test
  void refusesOtherSystemsByName() {
    assertThatThrownBy(() -> Architecture.of("Mac OS X", "aarch64"))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("Mac OS X on aarch64");
    assertThatThrownBy(() -> Architecture.of("Linux", "riscv64")).hasMessageContaining("riscv64");
  }
}
