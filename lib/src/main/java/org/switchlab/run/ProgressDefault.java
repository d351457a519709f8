package org.switchlab.run;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Who is told how far a run has come if the caller names nobody: nobody, until a front end such as
 * a notebook kernel installs itself. Safe for use by several threads.
 */
public final class ProgressDefault {

  private static final AtomicReference<Supplier<Progress.Listener>> CURRENT =
      new AtomicReference<>(() -> Progress.Listener.SILENT);

  private ProgressDefault() {}

  /** A listener for one run, so that two runs at once do not share one display. */
  public static Progress.Listener forOneRun() {
    return CURRENT.get().get();
  }

  /** Makes {@code perRun} the source of listeners, called once a run, on the running thread. */
  public static Installation install(Supplier<Progress.Listener> perRun) {
    Supplier<Progress.Listener> installed = Objects.requireNonNull(perRun, "perRun");
    Supplier<Progress.Listener> before = CURRENT.getAndSet(installed);
    return () -> CURRENT.compareAndSet(installed, before);
  }

  /** Puts back what was there before, unless somebody else was installed meanwhile. */
  @FunctionalInterface
  public interface Installation extends AutoCloseable {

    @Override
    void close();
  }
}
