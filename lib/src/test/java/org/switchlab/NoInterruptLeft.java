package org.switchlab;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Keeps an interrupt within the test that was interrupted. All tests share a thread: an interrupt
 * that one leaves behind would fail the next one that waits for anything, and which one that is
 * changes with the order of files on the disk. Who left it is told.
 */
public final class NoInterruptLeft implements BeforeEachCallback, AfterEachCallback {

  @Override
  public void beforeEach(ExtensionContext test) {
    clear("before", test);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    clear("after", test);
  }

  private static void clear(String when, ExtensionContext test) {
    if (Thread.interrupted()) {
      System.err.println("an interrupt was left " + when + " " + test.getUniqueId());
    }
  }
}
