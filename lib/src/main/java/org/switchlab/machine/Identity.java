package org.switchlab.machine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A short hash of what makes measurements comparable. */
final class Identity {

  /** 64 bits tell more machines apart than anyone compares, and stay readable. */
  private static final int BYTES = 8;

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
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
