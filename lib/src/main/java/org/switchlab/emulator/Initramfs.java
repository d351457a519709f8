package org.switchlab.emulator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/**
 * The root file system of the emulated machine: the runner as {@code /init} and nothing else.
 *
 * <p>The format is the kernel's "newc" cpio (Documentation/driver-api/early-userspace). Inode
 * numbers and times are fixed: the same runner gives the same bytes.
 */
final class Initramfs {

  private static final int EXECUTABLE = 0100755;
  private static final int ALIGNMENT = 4;

  private Initramfs() {}

  /** The archive with {@code init}, uncompressed: the kernel then has less to do. */
  static byte[] with(byte[] init) {
    var archive = new ByteArrayOutputStream(init.length + 1024);
    entry(archive, 1, EXECUTABLE, "init", init);
    entry(archive, 0, 0, "TRAILER!!!", new byte[0]);
    return archive.toByteArray();
  }

  private static void entry(
      ByteArrayOutputStream archive, int inode, int mode, String name, byte[] content) {
    int links = 1;
    int[] fields = {inode, mode, 0, 0, links, 0, content.length, 0, 0, 0, 0, name.length() + 1, 0};
    var header = new StringBuilder("070701");
    for (int field : fields) {
      header.append(String.format(Locale.ROOT, "%08X", field));
    }
    archive.writeBytes(header.append(name).append('\0').toString().getBytes(US_ASCII));
    pad(archive);
    archive.writeBytes(content);
    pad(archive);
  }

  private static void pad(ByteArrayOutputStream archive) {
    while (archive.size() % ALIGNMENT != 0) {
      archive.write(0);
    }
  }
}
