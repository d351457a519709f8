package org.switchlab.cli;

import org.jspecify.annotations.Nullable;
import org.switchlab.emulator.CacheGeometry;
import org.switchlab.emulator.CacheModel;
import org.switchlab.emulator.Geometry;
import org.switchlab.emulator.GeometryChange;
import org.switchlab.emulator.Presets;
import org.switchlab.emulator.TlbGeometry;
import org.switchlab.machine.Machine;
import picocli.CommandLine.Option;

/** Which machine is emulated, as options of a command. */
final class GeometryOptions {

  private static final String OWN = "this-machine";

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "Emulate that machine, see 'switchlab list'; '" + OWN + "' for this one.")
  private @Nullable String preset;

  @Option(names = "--l1i", paramLabel = "SIZE,WAYS,LINE", description = "Another L1i cache.")
  private @Nullable String l1i;

  @Option(names = "--l1d", paramLabel = "SIZE,WAYS,LINE", description = "Another L1d cache.")
  private @Nullable String l1d;

  @Option(names = "--l2", paramLabel = "SIZE,WAYS,LINE", description = "Another L2; or 'none'.")
  private @Nullable String l2;

  @Option(names = "--dtlb", paramLabel = "ENTRIES,WAYS", description = "Another L1 data TLB.")
  private @Nullable String dtlb;

  @Option(
      names = "--page",
      paramLabel = "SIZE",
      converter = ByteSizes.class,
      description = "Page size of the program's data in the TLBs: 4K (default) or 2M.")
  private @Nullable Long pageBytes;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      converter = Models.class,
      description = "Whose accesses the caches see: all (default), or user, as in valgrind.")
  private @Nullable CacheModel model;

  /** The preset with the changes asked for; the paper's machine without one. */
  Geometry geometry() {
    GeometryChange change = base().change();
    if (l1i != null) {
      change.l1i(CacheGeometry.parse(l1i));
    }
    if (l1d != null) {
      change.l1d(CacheGeometry.parse(l1d));
    }
    if (l2 != null) {
      change.l2(l2.equals("none") ? null : CacheGeometry.parse(l2));
    }
    if (dtlb != null) {
      change.dtlb(TlbGeometry.parse(dtlb));
    }
    if (pageBytes != null) {
      change.pageBytes(pageBytes);
    }
    return change.build();
  }

  private Geometry base() {
    if (preset == null) {
      return Presets.paper();
    }
    return preset.equals(OWN) ? Geometry.ofMachine(Machine.read()) : Presets.named(preset);
  }

  /** Whose accesses are modelled. */
  CacheModel model() {
    return model == null ? CacheModel.ALL : model;
  }

  /** Refuses all of them where the machine is a real one. */
  void requireNone() {
    if (preset != null
        || l1i != null
        || l1d != null
        || l2 != null
        || dtlb != null
        || pageBytes != null
        || model != null) {
      throw new IllegalArgumentException(
          "--preset, --l1i, --l1d, --l2, --dtlb, --page and --model describe an emulated machine:"
              + " add --source emulated");
    }
  }
}
