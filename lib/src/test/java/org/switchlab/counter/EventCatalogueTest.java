package org.switchlab.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.machine.CounterUnits;
import org.switchlab.machine.Fixtures;
import org.switchlab.machine.Machine;
import org.switchlab.os.Event;

class EventCatalogueTest {

  private static final int RAW = 4;
  private static final CounterUnits.Unit CPU = new CounterUnits.Unit("cpu", RAW, List.of());

  private static EventCatalogue onMeasuringCpu(String fixture) {
    Machine machine = Fixtures.machine(fixture);
    return PerfSource.catalogue(
        machine, CounterUnits.read(Fixtures.folder(fixture)), machine.measuringCpu().orElseThrow());
  }

  private static List<Event> terms(EventCatalogue catalogue, CounterEvent event) {
    return catalogue.find(event).orElseThrow().terms();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Haswell",
        "Broadwell",
        "Skylake",
        "Ice Lake",
        "Tiger Lake",
        "Golden Cove",
        "Granite Rapids",
        "Zen",
        "Zen 2",
        "Zen 3",
        "Zen 4",
        "Zen 5",
        "Cortex-A72",
        "Cortex-A76",
        "Neoverse N1",
        "Neoverse N2",
        "Neoverse V1",
        "Neoverse V2"
      })
  void everyCoreCountsWhatTheFiguresShowAndSaysWhatThatIs(String core) {
    EventCatalogue catalogue = EventCatalogue.of(core, CPU, false);
    assertThat(catalogue.known()).isTrue();
    assertThat(catalogue.events())
        .extracting(EventCatalogue.Entry::event)
        .doesNotHaveDuplicates()
        .contains(
            CounterEvent.INSTRUCTIONS,
            CounterEvent.L1I_MISSES,
            CounterEvent.L1D_MISSES,
            CounterEvent.DTLB_MISSES);
    assertThat(catalogue.events())
        .allSatisfy(
            entry -> {
              assertThat(entry.terms()).doesNotHaveDuplicates();
              assertThat(entry.meaning()).isNotEmpty();
              assertThat(entry.source()).isNotEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "bare-intel-xeon-d-1541, L1D_MISSES, L1D.REPLACEMENT, 0x0151",
    "bare-intel-xeon-d-1541, L1I_MISSES, ICACHE.MISSES, 0x0280",
    "bare-amd-ryzen-7700x, DTLB_MISSES, ls_l1_d_tlb_miss.all, 0xff45",
    "vm-arm-neoverse-n1, L1D_MISSES, L1D_CACHE_REFILL, 0x0003"
  })
  void aMachineIsAskedByItsMakersCodes(
      String fixture, CounterEvent event, String name, String code) {
    List<Event> terms = terms(onMeasuringCpu(fixture), event);
    assertThat(terms).extracting(Event::name).containsExactly(name);
    assertThat(terms).extracting(Event::config).containsExactly(Long.decode(code));
  }

  @Test
  void arMsUnitIsAskedByItsOwnType() {
    CounterUnits.Unit unit = CounterUnits.read(Fixtures.folder(Fixtures.ARM)).of(0).orElseThrow();
    assertThat(unit.name()).isEqualTo("armv8_pmuv3_0");
    assertThat(terms(onMeasuringCpu(Fixtures.ARM), CounterEvent.INSTRUCTIONS))
        .extracting(Event::type)
        .containsExactly(unit.type());
  }

  @Test
  void firstLevelTlbMissesOfIntelAreSummedFromWhatHitTheSecondLevelAndWhatWalked() {
    EventCatalogue.Entry misses =
        onMeasuringCpu(Fixtures.XEON).find(CounterEvent.DTLB_MISSES).orElseThrow();
    assertThat(misses.terms())
        .extracting(Event::name)
        .containsExactly(
            "DTLB_LOAD_MISSES.STLB_HIT",
            "DTLB_LOAD_MISSES.MISS_CAUSES_A_WALK",
            "DTLB_STORE_MISSES.STLB_HIT",
            "DTLB_STORE_MISSES.MISS_CAUSES_A_WALK");
    assertThat(misses.caveat()).contains("BDM69");
  }

  @Test
  void aHybridProcessorIsAskedByTheUnitOfTheCpuThatMeasures() {
    CounterUnits units = CounterUnits.read(Fixtures.folder(Fixtures.HYBRID));
    Machine machine = Fixtures.machine(Fixtures.HYBRID);
    int big = machine.topology().kinds().getFirst().cpus().getLast();
    int small = machine.topology().kinds().getLast().cpus().getFirst();
    EventCatalogue onBig = PerfSource.catalogue(machine, units, big);
    EventCatalogue onSmall = PerfSource.catalogue(machine, units, small);
    assertThat(units.hybrid()).isTrue();
    assertThat(onBig.core()).isEqualTo("Alder Lake cpu_core");
    assertThat(onSmall.core()).isEqualTo("Alder Lake cpu_atom");
    assertThat(terms(onBig, CounterEvent.L1D_MISSES)).extracting(Event::type).containsExactly(4);
    assertThat(terms(onSmall, CounterEvent.L1D_MISSES)).extracting(Event::type).containsExactly(10);
    assertThat(onSmall.find(CounterEvent.DTLB_MISSES)).isEmpty();
  }

  @Test
  void anUnknownCoreIsAskedByTheKernelsNames() {
    EventCatalogue catalogue = EventCatalogue.of(null, CPU, false);
    assertThat(catalogue.known()).isFalse();
    assertThat(terms(catalogue, CounterEvent.INSTRUCTIONS)).containsExactly(Event.INSTRUCTIONS);
    // L1-dcache-load-misses of perf_hw_cache_id: L1D, read, miss.
    assertThat(terms(catalogue, CounterEvent.L1D_MISSES))
        .extracting(Event::config)
        .containsExactly(0x1_0000L);
    assertThat(terms(catalogue, CounterEvent.DTLB_MISSES))
        .extracting(Event::config)
        .containsExactly(0x1_0003L);
  }

  @Test
  void anUnknownHybridCoreNamesItsUnitInTheKernelsNames() {
    EventCatalogue catalogue =
        EventCatalogue.of("New Lake", new CounterUnits.Unit("cpu_atom", 10, List.of(4)), true);
    assertThat(terms(catalogue, CounterEvent.INSTRUCTIONS))
        .extracting(Event::config)
        .containsExactly(10L << 32 | 1);
  }

  @Test
  void aMachineWithoutUnitsHasNoCatalogue() {
    assertThat(onMeasuringCpu(Fixtures.FIRECRACKER)).isNull();
  }
}
