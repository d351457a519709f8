package org.switchlab.kernel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the kernel's JVM is started with.
 *
 * <p>An AOT cache is refused if it was recorded under other options of these kinds, so recording,
 * creating and using it take them from here.
 */
final class JvmOptions {

  private JvmOptions() {}

  /** The options every start shares. */
  static List<String> common() {
    return List.of(
        // JJava reads a JShell internal; JNA calls native code; Tablesaw's class path search uses
        // Unsafe. Each would be a warning on stderr.
        "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Djava.awt.headless=true",
        // The JDK lays text out through JNI then: binding foreign functions for it costs 0.1 s.
        "-Dsun.font.layout.ffm=false",
        // Maps the cache at the address it was made for, if that is free: moving it rewrites its
        // pages. A diagnostic option, which a later JDK may drop: then it is passed over.
        "-XX:+UnlockDiagnosticVMOptions",
        "-XX:+IgnoreUnrecognizedVMOptions",
        "-XX:ArchiveRelocationMode=0",
        // Starts with the fewest threads, and collects on the thread that allocates, so that no
        // collector runs beside a measurement.
        "-XX:+UseSerialGC",
        // No file of counters for jstat in the temporary folder: it costs a few per cent of a
        // start, and nobody attaches to a kernel that way.
        "-XX:-UsePerfData",
        // Room for all that is allocated up to the first chart: a collection there costs 60 ms.
        "-Xms512m",
        "-XX:NewSize=384m");
  }

  /** The options of a start from {@code cache}, which may be stale or absent: then it is slower. */
  static List<String> withCache(Path cache) {
    List<String> options = new ArrayList<>(common());
    // A stale cache is told on stdout, where nobody can mend it: it is remade at installation.
    options.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
    return options;
  }
}
