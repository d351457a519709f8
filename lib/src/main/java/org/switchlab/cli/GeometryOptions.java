package org.switchlab.cli;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
      converter = Values.Bytes.class,
      description = "Page size of the program's data in the TLBs: 4K (default) or 2M.")
  private @Nullable Long pageBytes;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      converter = Values.Model.class,
      description = "Whose accesses the caches see: all (default), or user, as in valgrind.")
  private @Nullable CacheModel model;

  /** The preset with the changes asked for; the paper's machine without one. */
  Geometry geometry() {
    GeometryChange change = base().change();
    given(l1i, text -> change.l1i(CacheGeometry.parse(text)));
    given(l1d, text -> change.l1d(CacheGeometry.parse(text)));
    given(l2, text -> change.l2(text.equals("none") ? null : CacheGeometry.parse(text)));
    given(dtlb, text -> change.dtlb(TlbGeometry.parse(text)));
    given(pageBytes, change::pageBytes);
    return change.build();
  }

  private static <T> void given(@Nullable T value, Consumer<T> change) {
    if (value != null) {
      change.accept(value);
    }
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
    if (Stream.of(preset, l1i, l1d, l2, dtlb, pageBytes, model).anyMatch(Objects::nonNull)) {
      throw new IllegalArgumentException(
          "--preset, --l1i, --l1d, --l2, --dtlb, --page and --model describe an emulated machine:"
              + " add --source emulated");
    }
  }
}
