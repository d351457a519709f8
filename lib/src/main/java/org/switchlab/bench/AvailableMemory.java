package org.switchlab.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory a new process can have without driving others out. */
final class AvailableMemory {

  private static final Path MEMINFO = Path.of("/proc/meminfo");

  /** See proc_meminfo(5): what can be had without swapping, page cache included. */
  private static final Pattern AVAILABLE =
      Pattern.compile("^MemAvailable:\\s+(\\d+) kB$", Pattern.MULTILINE);

  private AvailableMemory() {}

  /**
   * In bytes; at most what the control group of this process allows.
   *
   * @throws NotMeasurableException if the kernel does not tell
   */
  static long bytes() throws NotMeasurableException {
    try {
      return Math.min(bytes(Files.readString(MEMINFO)), controlGroupBytes());
    } catch (IOException e) {
      throw new NotMeasurableException("%s cannot be read: %s".formatted(MEMINFO, e.getMessage()));
    }
  }

  static long bytes(String meminfo) throws NotMeasurableException {
    Matcher available = AVAILABLE.matcher(meminfo);
    if (!available.find()) {
      throw new NotMeasurableException(MEMINFO + " does not say MemAvailable");
    }
    return Long.parseLong(available.group(1)) * 1024;
  }

  /** The JDK knows the limits of control groups, which meminfo does not show. */
  private static long controlGroupBytes() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }
}
