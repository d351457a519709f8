package org.switchlab.os;

/**
 * Code to run while something is pinned, raised or counted.
 *
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface Body<X extends Exception> {

  /** Runs to the end. */
  void run() throws X;
}
