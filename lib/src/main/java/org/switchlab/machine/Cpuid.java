package org.switchlab.machine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers of the CPUID instruction, by leaf and subleaf; empty where it could not be asked. */
final class Cpuid {

  /** Lines as {@code cpuid --raw} prints them. */
  private static final Pattern LINE =
      Pattern.compile(
          "\\s*0x(\\p{XDigit}{8}) 0x(\\p{XDigit}+): eax=0x(\\p{XDigit}{8})"
              + " ebx=0x(\\p{XDigit}{8}) ecx=0x(\\p{XDigit}{8}) edx=0x(\\p{XDigit}{8})\\s*");

  private final Map<Key, Registers> answers;

  private record Key(int leaf, int subleaf) {}

  /** What CPUID leaves in the four registers. */
  record Registers(int eax, int ebx, int ecx, int edx) {

    /** Bits {@code low} to {@code high} of a register, both included. */
    static int bits(int register, int high, int low) {
      return (int) (((register & 0xffff_ffffL) >>> low) & ((1L << (high - low + 1)) - 1));
    }
  }

  private Cpuid(Map<Key, Registers> answers) {
    this.answers = Map.copyOf(answers);
  }

  /** Reads a raw dump; lines that are none are left out. */
  static Cpuid parse(List<String> dump) {
    Builder builder = new Builder();
    for (String line : dump) {
      Matcher m = LINE.matcher(line);
      if (m.matches()) {
        builder.put(
            hex(m.group(1)),
            hex(m.group(2)),
            new Registers(hex(m.group(3)), hex(m.group(4)), hex(m.group(5)), hex(m.group(6))));
      }
    }
    return builder.build();
  }

  private static int hex(String digits) {
    return Integer.parseUnsignedInt(digits, 16);
  }

  /** The answer to {@code leaf}, if the processor has that leaf. */
  @Nullable Registers leaf(int leaf) {
    return leaf(leaf, 0);
  }

  /** The answer to {@code leaf} and {@code subleaf}. */
  @Nullable Registers leaf(int leaf, int subleaf) {
    return answers.get(new Key(leaf, subleaf));
  }

  /** Collects answers. */
  static final class Builder {
    private final Map<Key, Registers> answers = new HashMap<>();

    void put(int leaf, int subleaf, Registers registers) {
      answers.put(new Key(leaf, subleaf), registers);
    }

    Cpuid build() {
      return new Cpuid(answers);
    }
  }
}
