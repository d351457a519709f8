package org.switchlab.emulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** QEMU's options for the emulated machine, the same when it is saved and when it goes on. */
final class Hardware {

  /**
   * One CPU and a clock that counts instructions, one a nanosecond: nothing of the host's time or
   * randomness reaches the guest, so that the same plan gives the same counts.
   */
  private static final List<String> MACHINE =
      List.of(
          ("-M pc,usb=off -nodefaults -display none -no-reboot -m 256 -cpu max"
                  + " -accel tcg,thread=single,tb-size=64 -icount shift=0,sleep=off"
                  + " -rtc base=2026-01-01,clock=vm -seed 1")
              .split(" "));

  /** iomem=relaxed lets the guest hold the timer back; the rest is about repeating exactly. */
  private static final String KERNEL_OPTIONS =
      "console=ttyS0 quiet panic=-1 nokaslr norandmaps mitigations=off tsc=reliable"
          + " no_timer_check nowatchdog iomem=relaxed random.trust_cpu=on"
          + " transparent_hugepage=madvise";

  private Hardware() {}

  /**
   * The options of a machine whose lines go to {@code lines}, console and output to {@code folder}.
   *
   * @param plan what the guest finds as its plan: {@code string=…} or {@code file=…}
   */
  static List<String> options(SavedMachine machine, Path lines, Path folder, String plan) {
    List<String> options = new ArrayList<>(MACHINE);
    options.addAll(List.of("-kernel", machine.parts().kernel().toString()));
    options.addAll(List.of("-initrd", machine.initramfs().toString()));
    options.addAll(List.of("-append", KERNEL_OPTIONS));
    options.addAll(channel("console", folder.resolve("console"), "-serial", "chardev:console"));
    options.addAll(port("lines", lines, "0xe9"));
    options.addAll(port("output", folder.resolve("output"), "0xea"));
    options.addAll(file("plan", plan));
    return options;
  }

  private static List<String> port(String id, Path file, String number) {
    String device = "isa-debugcon,iobase=%s,chardev=%s".formatted(number, id);
    return channel(id, file, "-device", device);
  }

  private static List<String> channel(String id, Path file, String option, String user) {
    return List.of("-chardev", "file,id=%s,path=%s".formatted(id, quoted(file)), option, user);
  }

  /** The option that shows the guest a file called {@code name}. */
  static List<String> file(String name, String content) {
    return List.of("-fw_cfg", "name=opt/switchlab/%s,%s".formatted(name, content));
  }

  /** The same, with the content of a file of ours. */
  static List<String> file(String name, Path content) {
    return file(name, "file=" + quoted(content));
  }

  /** {@code path} inside an option whose parts are separated by commas. */
  static String quoted(Path path) {
    return path.toString().replace(",", ",,");
  }

  /** What a saved machine depends on. */
  static String identity() {
    return MACHINE + KERNEL_OPTIONS;
  }
}
