package org.switchlab.emulator;

/** What becomes of the TLBs' user pages at a switch to another address space. */
public enum TlbTagging {
  /** They stay, told apart by address space (Intel's PCID, AMD's and Arm's ASID). */
  TAGGED("tagged"),
  /** They are flushed; the kernel's, being global, stay. */
  UNTAGGED("untagged");

  private final String word;

  TlbTagging(String word) {
    this.word = word;
  }

  /** As the plugin and the command line write it. */
  public String word() {
    return word;
  }
}
