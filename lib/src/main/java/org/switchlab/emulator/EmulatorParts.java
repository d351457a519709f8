package org.switchlab.emulator;

import java.nio.file.Path;

/**
 * The programs an emulated machine is made of, beside our own.
 *
 * @param qemu the emulator
 * @param kernel a Linux kernel for x86-64, as a boot loader takes it
 */
public record EmulatorParts(Qemu qemu, Path kernel) {}
