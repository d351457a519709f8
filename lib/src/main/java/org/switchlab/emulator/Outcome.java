package org.switchlab.emulator;

import java.util.List;

/**
 * What came of a piece of work.
 *
 * @param switches of each phase, as the guest's kernel counted them
 * @param exitCode of the program; 128 and the signal's number if a signal ended it; 0 without one
 * @param output what the program wrote to both its outputs
 * @param counts what the plugin counted: one for each phase, and one for the program
 */
@SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
public record Outcome(
    List<Long> switches, int exitCode, byte[] output, List<PluginCounts> counts) {}
