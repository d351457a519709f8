package org.switchlab.os;

/** The processor architectures whose system-call numbers and runner this project knows. */
public enum Architecture {
  /** 64-bit x86. System-call numbers: {@code arch/x86/entry/syscalls/syscall_64.tbl}. */
  X86_64("x86_64", 298),
  /** 64-bit Arm. System-call numbers: {@code include/uapi/asm-generic/unistd.h}. */
  AARCH64("aarch64", 241);

  private final String kernelName;
  private final int perfEventOpen;

  Architecture(String kernelName, int perfEventOpen) {
    this.kernelName = kernelName;
    this.perfEventOpen = perfEventOpen;
  }

  /** The architecture this JVM runs on; any other system is unsupported. */
  public static Architecture current() {
    return of(System.getProperty("os.name", "?"), System.getProperty("os.arch", "?"));
  }

  static Architecture of(String system, String machine) {
    return switch (system + " " + machine) {
      case "Linux amd64", "Linux x86_64" -> X86_64;
      case "Linux aarch64" -> AARCH64;
      default ->
          throw new UnsupportedOperationException(
              "SwitchLab measures Linux on x86_64 and aarch64; this is %s on %s"
                  .formatted(system, machine));
    };
  }

  /** The name {@code uname -m} gives it. */
  public String kernelName() {
    return kernelName;
  }

  /** The number of {@code perf_event_open}, the one call here for which libc has no name. */
  int perfEventOpenNumber() {
    return perfEventOpen;
  }
}
