package org.switchlab.emulator;

import java.util.Locale;

/** Whose accesses the modelled caches and TLBs see. */
public enum CacheModel {
  /** The program's and the kernel's, as on a real machine. */
  ALL,
  /** The program's alone, as in valgrind's model: what the kernel does leaves no trace. */
  USER;

  /** As the plugin and the command line write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
