package org.switchlab.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineJsonTest {

  @TempDir Path folder;

  @Test
  void everyMachineReadsBackEqual() throws IOException {
    for (String name : Fixtures.ALL) {
      Machine machine = Fixtures.machine(name);
      Path file = folder.resolve(name + ".json");
      Files.writeString(file, MachineJson.write(machine));
      assertThat(MachineJson.read(file)).isEqualTo(machine);
    }
  }

  @Test
  void gapsReadBackAsGaps() {
    Machine machine = Machine.read(folder);
    assertThat(MachineJson.read(MachineJson.write(machine))).isEqualTo(machine);
    assertThat(MachineJson.write(machine)).doesNotContain("null");
  }

  @Test
  void unknownAndNoneStayApart() {
    Rights unknown = new Rights(null, null, null, null, null, null, null);
    Rights none = new Rights(new TreeSet<>(), null, null, null, null, List.of(), null);
    assertThat(reread(unknown).hardwareCounters()).isNull();
    assertThat(reread(none).hardwareCounters()).isEmpty();
    assertThat(reread(none).capabilities()).isEmpty();
  }

  @Property(tries = 200)
  void anyTextAndNumberReadsBackEqual(
      @ForAll("rights") Rights rights, @ForAll("kernels") Kernel k) {
    Machine base = Machine.published();
    Machine machine =
        new Machine(
            base.cpu(),
            base.topology(),
            base.caches(),
            base.tlbs(),
            base.memory(),
            k,
            base.frequency(),
            base.virtualization(),
            base.cgroup(),
            rights,
            base.load(),
            List.of());
    assertThat(MachineJson.read(MachineJson.write(machine))).isEqualTo(machine);
  }

  @Provide
  Arbitrary<Rights> rights() {
    Arbitrary<String> names = Arbitraries.strings().ofMaxLength(12);
    return Combinators.combine(
            names.set().ofMaxSize(3).map(TreeSet::new).injectNull(0.3),
            Arbitraries.longs().injectNull(0.3),
            Arbitraries.longs().injectNull(0.3),
            Arbitraries.integers().injectNull(0.3),
            names.list().ofMaxSize(3).injectNull(0.3))
        .as(
            (caps, limit, runtime, paranoid, pmus) ->
                new Rights(caps, limit, runtime, runtime, paranoid, pmus, null));
  }

  @Provide
  Arbitrary<Kernel> kernels() {
    Arbitrary<String> text = Arbitraries.strings().ofMaxLength(20);
    return Combinators.combine(
            text.injectNull(0.3),
            Arbitraries.maps(text, text).ofMaxSize(4).map(TreeMap::new),
            text.list().ofMaxSize(3))
        .as(
            (release, mitigations, sources) ->
                new Kernel(release, release, mitigations, release, sources));
  }

  @Test
  void truncatedFileIsNamed() throws IOException {
    Path file = folder.resolve("machine.json");
    String json = MachineJson.write(Fixtures.machine(Fixtures.ARM));
    Files.writeString(file, json.substring(0, json.length() / 2));
    assertThatThrownBy(() -> MachineJson.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("machine.json is truncated or was edited");
  }

  @Test
  void missingNumberIsNotZero() {
    String json = MachineJson.write(Fixtures.machine(Fixtures.ARM));
    assertThatThrownBy(() -> MachineJson.read(json.replaceFirst("\"sizeBytes\" : \\d+,", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sizeBytes");
  }

  @Test
  void wrongValuesAreRefused() {
    String json = MachineJson.write(Fixtures.machine(Fixtures.ARM));
    assertThatThrownBy(() -> MachineJson.read(json.replace("\"level\" : 1", "\"level\" : -1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be 1 or more");
    assertThatThrownBy(() -> MachineJson.read("null")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MachineJson.read(json + "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Rights reread(Rights rights) {
    Machine m = Machine.published();
    Machine machine =
        new Machine(
            m.cpu(),
            m.topology(),
            m.caches(),
            m.tlbs(),
            m.memory(),
            m.kernel(),
            m.frequency(),
            m.virtualization(),
            m.cgroup(),
            rights,
            m.load(),
            List.of());
    return MachineJson.read(MachineJson.write(machine)).rights();
  }
}
