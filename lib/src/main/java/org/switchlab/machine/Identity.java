package org.switchlab.machine;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchlab.file.Sha256;

/** A short hash of what makes measurements comparable. */
final class Identity {

  /** 64 bits tell more machines apart than anyone compares, and stay readable. */
  private static final int HEX_DIGITS = 16;

  private Identity() {}

  static String of(Machine machine) {
    Cpu cpu = machine.cpu();
    Stream<Object> processor =
        Stream.of(
            String.valueOf(cpu.vendor()),
            cpu.displayName(),
            String.valueOf(cpu.family()),
            String.valueOf(cpu.model()),
            String.valueOf(cpu.stepping()),
            String.valueOf(machine.virtualization().hypervisor()));
    Stream<Object> caches =
        machine.caches().stream().map(c -> c.name() + " " + c.sizeBytes() + " " + c.ways());
    return hash(
        Stream.concat(processor, caches).map(Object::toString).collect(Collectors.joining("|")));
  }

  private static String hash(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, HEX_DIGITS);
  }
}
