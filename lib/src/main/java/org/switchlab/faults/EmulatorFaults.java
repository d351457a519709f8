package org.switchlab.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.switchlab.file.UserCache;
import org.switchlab.machine.Toolchains;
import org.switchlab.os.Architecture;

/** Emulated machines whose QEMU misbehaves or is killed, and whose kernel is none. */
final class EmulatorFaults {

  private static final String QEMU = "qemu-system-x86_64";
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int LONGEST_MS = 1_500;
  private static final String VERSION =
      "#!/bin/sh\nif [ \"$1\" = --version ]; then echo 'QEMU emulator version 7.2.0'; exit; fi\n";

  private final Path program;
  private final long seed;

  /** Of a machine that runs {@code program}. */
  EmulatorFaults(Path program, long seed) {
    this.program = program;
    this.seed = seed;
  }

  /** Stand-ins of QEMU, kernels that are none, and so many real ones that are killed. */
  Source source(int kills) {
    return Source.of(Target.EMULATOR, _ -> faults(kills));
  }

  private List<Fault> faults(int kills) throws NotHereException {
    if (Toolchains.onPath(QEMU).isEmpty() || Architecture.current() != Architecture.X86_64) {
      throw new NotHereException(
          "QEMU is missing, which emulates machines (Debian: sudo apt install qemu-system-x86)");
    }
    List<Fault> all = new ArrayList<>();
    scripts()
        .forEach(
            (name, script) ->
                all.add(
                    new Fault(
                        Target.EMULATOR,
                        Kind.HELPER,
                        "qemu:" + name,
                        nest -> standIn(nest, script))));
    for (String kernel : List.of("/dev/null", "/nonexistent", "/", program.toString())) {
      String what = "kernel:" + kernel.substring(kernel.lastIndexOf('/') + 1);
      all.add(
          new Fault(
              Target.EMULATOR,
              Kind.HELPER,
              what,
              nest -> Told.of(Ended.run(nest, count(nest, "SWITCHLAB_KERNEL=" + kernel), LIMIT))));
    }
    var random = new SplittableRandom(seed);
    for (int i = 0; i < kills; i++) {
      int afterMs = random.nextInt(LONGEST_MS);
      all.add(
          new Fault(
              Target.EMULATOR,
              Kind.KILL,
              "qemu:%d".formatted(i),
              nest -> Victim.of(nest, count(nest, "A=B"), QEMU, afterMs, LIMIT)));
    }
    return all;
  }

  private static Map<String, String> scripts() {
    Map<String, String> scripts = new LinkedHashMap<>();
    scripts.put("no-version", "#!/bin/sh\necho hello\n");
    scripts.put("no-start", "#!/bin/sh\necho 'no such library' >&2; exit 127\n");
    scripts.put("exit-1", VERSION + "echo 'no such machine' >&2; exit 1\n");
    scripts.put("exit-0", VERSION + "exit 0\n");
    scripts.put("dies", VERSION + "kill -SEGV $$\n");
    scripts.put("killed", VERSION + "sleep 1; kill -KILL $$\n");
    scripts.put("noise", VERSION + "head -c 3000 /dev/urandom >&2; exit 1\n");
    scripts.put("complains", VERSION + "head -c 300000 /dev/zero >&2; exit 1\n");
    return scripts;
  }

  private Verdict standIn(Nest nest, String script) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(nest.file("bin"));
    Path qemu = Files.writeString(folder.resolve(QEMU), script);
    if (!qemu.toFile().setExecutable(true)) {
      throw new IOException(qemu + " cannot be made executable");
    }
    String path = "PATH=%s:%s".formatted(folder, System.getenv().getOrDefault("PATH", ""));
    Verdict verdict = Told.of(Ended.run(nest, count(nest, path), LIMIT));
    return verdict.outcome() == Outcome.RIGHT
        ? new Verdict(Outcome.SILENT, "counts, though nothing was emulated")
        : verdict;
  }

  /** The kernel that is emulated is kept in the user's cache, and fetched once. */
  private List<String> count(Nest nest, String variable) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("env", variable, "XDG_CACHE_HOME=" + UserCache.folder().getParent()));
    List<String> count =
        List.of("count", "--source", "emulated", "--", program.toString(), "--version");
    words.addAll(JavaCommand.words(nest, JavaCommand.COMMAND_LINE, count));
    return words;
  }
}
