package org.switchlab.emulator;

/** Is told of each phase as soon as it is done. */
@FunctionalInterface
public interface PhaseListener {

  /**
   * A phase is done.
   *
   * @param phases how many are done, this one included
   * @param switches of this one, as the guest's kernel counted them
   * @param counts what the plugin counted in it
   */
  void done(int phases, long switches, PluginCounts counts);
}
