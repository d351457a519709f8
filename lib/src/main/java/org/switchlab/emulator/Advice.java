package org.switchlab.emulator;

/** What to type where the parts of the emulated machine cannot be fetched. */
final class Advice {

  private Advice() {}

  static String qemu() {
    return """
        Install QEMU for x86-64 so that qemu-system-x86_64 is on PATH. Type one of:
          sudo apt install qemu-system-x86
          sudo dnf install qemu-system-x86-core
          sudo pacman -S qemu-system-x86
          sudo apk add qemu-system-x86_64
          sudo zypper install qemu-x86""";
  }

  static String kernel() {
    return """
        Name the image of a Linux kernel for x86-64, one file of a distribution's kernel package:
          export SWITCHLAB_KERNEL=/boot/vmlinuz-VERSION""";
  }

  static String plugin(String version) {
    return ("QEMU %s does not take the plugin. It needs QEMU 6.2 or later, built with plugins: the"
            + " packages of Debian, Ubuntu and Fedora are. Remove another one from PATH, or install"
            + " one of those")
        .formatted(version);
  }
}
