package org.switchlab.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.switchlab.file.AtomicFile;
import org.switchlab.file.Sha256;
import org.switchlab.os.Architecture;

/**
 * The plugin that this library carries, as a file, and what it is told.
 *
 * @param file where QEMU finds it
 * @param geometry what it models
 * @param model whose accesses it models
 */
record Plugin(Path file, Geometry geometry, CacheModel model) {

  private static final String NAME = "switchlab-vpmu.so";

  /** Puts the plugin's file into {@code folder}, under the digest of its content. */
  static Path extract(Path folder) throws IOException {
    String resource = "native/linux-%s/%s".formatted(Architecture.current().kernelName(), NAME);
    try (InputStream in = Plugin.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new NoEmulatorException(
            "this library was built without %s; build it on this machine: ./switchlab clean, then"
                    .formatted(resource)
                + " any command");
      }
      byte[] content = in.readAllBytes();
      Path file = folder.resolve(Sha256.of(content).substring(0, 16) + "-" + NAME);
      if (!Files.exists(file)) {
        AtomicFile.write(file, content);
      }
      return file;
    }
  }

  /** QEMU's option: the file, and what the plugin is to do. */
  String option(Path counts) {
    List<String> parts = new ArrayList<>(List.of(Hardware.quoted(file)));
    parts.add("out=" + Hardware.quoted(counts));
    parts.add("model=" + model.word());
    parts.add("marks=" + GuestWork.MARKS);
    parts.addAll(geometry.pluginArguments());
    return String.join(",", parts);
  }
}
