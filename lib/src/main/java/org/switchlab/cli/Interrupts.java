package org.switchlab.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes Ctrl-C end an experiment without losing it: the working thread is interrupted, shows and
 * stores what it has, and the process then ends with the exit code of the signal.
 *
 * <p>Not by a shutdown hook: once the JVM is shutting down, libraries that register hooks of their
 * own fail, ImageIO among them, and the picture would be lost.
 */
final class Interrupts {

  private static final int SIGNAL_EXIT_BASE = 128;

  private final Thread worker;

  /** The number of the signal that came first; 0 while none has come. */
  private final AtomicInteger signal = new AtomicInteger();

  private Interrupts(Thread worker) {
    this.worker = worker;
  }

  /** From now on Ctrl-C, and a request to end, interrupt the calling thread. */
  static Interrupts interruptThisThread() {
    var interrupts = new Interrupts(Thread.currentThread());
    for (String name : new String[] {"INT", "TERM", "HUP"}) {
      interrupts.handle(name);
    }
    return interrupts;
  }

  /** {@code code}, or what a shell expects of a process that a signal has ended. */
  int exitCode(int code) {
    return signal.get() == 0 ? code : SIGNAL_EXIT_BASE + signal.get();
  }

  private void receive(int number) {
    signal.compareAndSet(0, number);
    worker.interrupt();
  }

  /**
   * Java has no public class for signals. The one of jdk.unsupported is kept for programs like this
   * (JEP 260); it is called by name because the compiler warns of it and cannot be told not to.
   * Where it is missing or the signal is taken, the signal ends the process at once, as usual.
   */
  private void handle(String name) {
    try {
      Class<?> signalType = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      InvocationHandler handler =
          (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
              receive((int) signalType.getMethod("getNumber").invoke(arguments[0]));
            }
            return null;
          };
      Object proxy =
          Proxy.newProxyInstance(
              handlerType.getClassLoader(), new Class<?>[] {handlerType}, handler);
      signalType
          .getMethod("handle", signalType, handlerType)
          .invoke(null, signalType.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException e) {
      return;
    }
  }
}
