package org.switchlab.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DisassemblyTest {

  private static final String TEXT =
      """

      yield:     file format elf64-x86-64

      Disassembly of section .text:

      0000000000001130 <(anonymous namespace)::yield()>:
          1130:\tmov    0x2ed9(%rip),%rdi        # 4010 <current>
          1137:\tmov    %rsp,0x8(%rdi)
          113b:\tjmp    *%rax
          113d:\tnopl   (%rax)
          1140:\tcs nopw 0x0(%rax,%rax,1)

      0000000000001150 <main>:
          1150:\tret
      """;

  @Test
  void aFunctionEndsBeforeItsPadding() {
    List<Disassembly> found = Disassembly.parse(TEXT, "yield");
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().function()).isEqualTo("(anonymous namespace)::yield()");
    assertThat(found.getFirst().instructions())
        .extracting(Disassembly.Instruction::text)
        .containsExactly(
            "mov    0x2ed9(%rip),%rdi        # 4010 <current>", "mov    %rsp,0x8(%rdi)", "jmp    *%rax");
    assertThat(found.getFirst().instructions().get(1).address()).isEqualTo(0x1137);
  }

  @Test
  void itReadsAsNumberedLines() {
    assertThat(Disassembly.parse(TEXT, "main").getFirst()).hasToString("main\n   1  ret\n");
  }

  @Test
  void aNameThatIsNotThereFindsNothing() {
    assertThat(Disassembly.parse(TEXT, "resume")).isEmpty();
  }
}
