package org.switchlab.machine;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The captured machines under {@code src/test/resources/machines}. */
public final class Fixtures {

  public static final String FIRECRACKER = "vm-firecracker-zen4";
  public static final String XEON = "bare-intel-xeon-d-1541";
  public static final String RYZEN = "bare-amd-ryzen-7700x";
  public static final String HYBRID = "bare-intel-i5-12600k";
  public static final String ARM = "vm-arm-neoverse-n1";
  public static final String CONTAINER = "container-ubuntu-cgroup2-quota";

  public static final List<String> ALL = List.of(FIRECRACKER, XEON, RYZEN, HYBRID, ARM, CONTAINER);

  private Fixtures() {}

  public static Machine machine(String name) {
    return Machine.read(folder(name));
  }

  public static Path folder(String name) {
    try {
      URL url = Fixtures.class.getResource("/machines/" + name);
      return Path.of(Objects.requireNonNull(url, name).toURI());
    } catch (URISyntaxException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
