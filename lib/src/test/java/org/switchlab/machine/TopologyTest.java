package org.switchlab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.machine.Topology.CoreKind;

/** Which CPU to measure on. */
class TopologyTest {

  @TempDir private Path root;

  private static OptionalInt measuring(
      List<Integer> allowed, List<List<Integer>> cores, CoreKind... kinds) {
    List<Integer> online = cores.stream().flatMap(List::stream).sorted().toList();
    return new Topology(online, allowed, List.of(), cores, List.of(kinds), 1, null).measuringCpu();
  }

  @Test
  void lastAllowedOnItsOwnCore() {
    assertThat(
            measuring(List.of(0, 1, 2, 3), List.of(List.of(0), List.of(1), List.of(2), List.of(3))))
        .hasValue(3);
  }

  @Test
  void notOnTheCoreOfTheFirst() {
    // CPU 2 is the sibling of CPU 0, where everything else stays.
    assertThat(measuring(List.of(0, 1, 2), List.of(List.of(0, 2), List.of(1, 3)))).hasValue(1);
  }

  @Test
  void notCpu0WhileThereIsAnother() {
    assertThat(measuring(List.of(0, 1), List.of(List.of(0, 1)))).hasValue(1);
  }

  @Test
  void theOnlyOne() {
    assertThat(measuring(List.of(0), List.of(List.of(0), List.of(1)))).hasValue(0);
  }

  @Test
  void fastestKindFirst() {
    assertThat(
            measuring(
                List.of(0, 1, 2, 3),
                List.of(List.of(0), List.of(1), List.of(2), List.of(3)),
                new CoreKind("capacity 1024", List.of(0, 1)),
                new CoreKind("capacity 446", List.of(2, 3))))
        .hasValue(1);
  }

  @Test
  void onlineCpusIfAffinityIsUnknown() {
    assertThat(measuring(List.of(), List.of(List.of(0), List.of(1)))).hasValue(1);
    assertThat(measuring(List.of(), List.of())).isEmpty();
  }

  private Topology read(String online, String allowed, Map<String, String> siblings)
      throws IOException {
    write("sys/devices/system/cpu/online", online);
    write("proc/self/status", "Name:\tjava\nCpus_allowed_list:\t" + allowed);
    for (var core : siblings.entrySet()) {
      String cpu = "sys/devices/system/cpu/cpu" + core.getKey();
      write(cpu + "/topology/thread_siblings_list", core.getValue());
    }
    return Topology.read(new SystemTree(root));
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + "\n");
  }

  /** A mask may name CPUs that were never there: nsjail #200, numactl #204. */
  @Test
  void cpusThatAreNotThereAreNotAllowed() throws Exception {
    Topology topology = read("0-1", "0-3", Map.of("0", "0", "1", "1"));
    assertThat(topology.allowedCpus()).containsExactly(0, 1);
    assertThat(topology.measuringCpu()).hasValue(1);
  }

  /** A container's view may count from 0 what the kernel calls otherwise: lxcfs #731. */
  @Test
  void theKernelsNumbersHoldWhereAContainerCountsItsOwn() throws Exception {
    Topology topology = read("0-1", "7,15", Map.of("7", "7,15", "15", "7,15"));
    assertThat(topology.onlineCpus()).containsExactly(7, 15);
    assertThat(topology.allowedCpus()).containsExactly(7, 15);
    assertThat(topology.siblings(15)).containsExactly(7);
  }

  @Test
  void withoutAListOfWhatIsOnlineTheMaskHolds() throws Exception {
    assertThat(read("", "0-3", Map.of()).allowedCpus()).containsExactly(0, 1, 2, 3);
  }
}
