package org.switchlab.machine;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A program of another toolchain, as looked for on PATH.
 *
 * @param name how it is called
 * @param path where it is; absent if it was not found
 * @param version the first line it prints about itself; absent if it was not found, failed or took
 *     too long
 */
public record Tool(String name, @Nullable Path path, @Nullable String version) {}
