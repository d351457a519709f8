package org.switchlab.counter;

import org.switchlab.emulator.EmulatorException;

/** Failures of the emulated machine, told as those of a source of counts. */
final class Emulation {

  private Emulation() {}

  /** Something that the emulated machine does. */
  @FunctionalInterface
  interface Step<T> {

    T run() throws InterruptedException;
  }

  /**
   * What {@code step} answers.
   *
   * @throws CounterException if it failed or was interrupted
   */
  static <T> T of(Step<T> step) {
    try {
      return step.run();
    } catch (EmulatorException e) {
      throw new CounterException(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CounterException("interrupted: the emulated machine was ended", e);
    }
  }
}
