package org.switchlab.run;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Who is told how far a run has come if the caller names nobody: nobody, until a front end such as
 * a notebook kernel installs itself.
 *
 * <p>Each run gets a listener of its own, so that two runs at once do not share one display. Safe
 * for use by several threads.
 */
public final class ProgressDefault {

  private static final AtomicReference<Supplier<Progress.Listener>> CURRENT =
      new AtomicReference<>(ProgressDefault::nobody);

  private ProgressDefault() {}

  /** A listener for one run. */
  public static Progress.Listener forOneRun() {
    return CURRENT.get().get();
  }

  /**
   * Makes {@code perRun} the source of listeners.
   *
   * @param perRun called once a run, on the running thread
   * @return puts back what was there before, unless somebody else was installed meanwhile
   */
  public static Installation install(Supplier<Progress.Listener> perRun) {
    Supplier<Progress.Listener> installed = Objects.requireNonNull(perRun, "perRun");
    Supplier<Progress.Listener> before = CURRENT.getAndSet(installed);
    return () -> CURRENT.compareAndSet(installed, before);
  }

  private static Progress.Listener nobody() {
    return Progress.Listener.SILENT;
  }

  /** Undoes an {@link #install}; doing so twice is harmless. */
  @FunctionalInterface
  public interface Installation extends AutoCloseable {

    @Override
    void close();
  }
}
