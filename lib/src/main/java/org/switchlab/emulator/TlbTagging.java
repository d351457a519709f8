package org.switchlab.emulator;

import java.util.Locale;

/** What becomes of the TLBs' user pages at a switch to another address space. */
public enum TlbTagging {
  /** They stay, told apart by address space (Intel's PCID, AMD's and Arm's ASID). */
  TAGGED,
  /** They are flushed; the kernel's, being global, stay. */
  UNTAGGED;

  /** As the plugin and tables write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
