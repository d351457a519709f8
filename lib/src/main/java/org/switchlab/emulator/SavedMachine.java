package org.switchlab.emulator;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A machine that has booted and waits for a plan, saved to a file: it goes on within a second.
 *
 * @param parts what it was made with
 * @param folder holds its root file system and its state
 */
record SavedMachine(EmulatorParts parts, Path folder) {

  Path initramfs() {
    return folder.resolve("initramfs");
  }

  Path state() {
    return folder.resolve("state");
  }

  /** Deletes it: the next one that is wanted is booted anew. */
  void forget() throws IOException {
    Folders.delete(folder);
  }
}
