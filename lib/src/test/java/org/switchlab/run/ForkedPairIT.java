package org.switchlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchlab.os.Affinity;
import org.switchlab.os.Event;
import org.switchlab.os.Footprint;
import org.switchlab.os.NativeException;
import org.switchlab.os.PerfEvents;
import org.switchlab.os.Ring;
import org.switchlab.os.Signal;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Variant;

class ForkedPairIT {

  private final int cpu = Affinity.allowed().getLast();
  private Footprint before;

  @BeforeEach
  void takeFootprint() throws IOException {
    before = Footprint.now();
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    before.assertNothingAdded();
  }

  @Test
  void pinnedTogetherEveryMessageIsASwitch() throws Exception {
    try (var pair = ForkedPair.open()) {
      pair.pin(cpu);
      assertThat(Affinity.allowed(pair.pid())).containsExactly(cpu);
      assertThat(Affinity.allowed(pair.peerPid())).containsExactly(cpu);
      Batch batch = pair.roundTrips(1_000);
      assertThat(batch.variant()).isEqualTo(Variant.PAIR);
      assertThat(batch.rounds()).isEqualTo(1_000);
      assertThat(batch.switchesExpected()).isEqualTo(2_000);
      assertThat(pair.switches()).isEqualTo(batch.switchesCounted()).isGreaterThanOrEqualTo(1_980);
      Batch single = pair.singles(1_000);
      assertThat(single.variant()).isEqualTo(Variant.SINGLE);
      assertThat(pair.switches()).isEqualTo(batch.switchesCounted() + single.switchesCounted());
    }
  }

  @Test
  void perfEventsCountTheSameSwitches() throws Exception {
    try (var pair = ForkedPair.open(4096, 64)) {
      pair.pin(cpu);
      assumeTrue(mayCount(pair), "no right to count in the kernel: kernel.perf_event_paranoid");
      long counted = switchesByPerf(pair, 2_000);
      assertThat(counted).isGreaterThanOrEqualTo(4_000);
      assertThat(switchesByPerf(pair, 4_000)).isBetween(counted + counted / 2, 3 * counted);
    }
  }

  private static boolean mayCount(ForkedPair pair) throws Exception {
    try {
      switchesByPerf(pair, 1);
      return true;
    } catch (NativeException e) {
      return false;
    }
  }

  private static long switchesByPerf(ForkedPair pair, long rounds) throws Exception {
    List<Event> events = List.of(Event.CONTEXT_SWITCHES);
    try (var first = PerfEvents.open(pair.pid(), events, Ring.BOTH);
        var second = PerfEvents.open(pair.peerPid(), events, Ring.BOTH)) {
      first.enable();
      second.enable();
      pair.roundTrips(rounds);
      return first.read().get(Event.CONTEXT_SWITCHES) + second.read().get(Event.CONTEXT_SWITCHES);
    }
  }

  @Test
  void takesItsPriorityOrSaysWhyNot() throws Exception {
    try (var pair = ForkedPair.open()) {
      try {
        pair.fifo(50);
      } catch (NativeException e) {
        assertThat(e).hasMessageContaining("ulimit -r");
      }
      assertThatThrownBy(() -> pair.fifo(100)).hasMessageContaining("must be 1..99");
      assertThatThrownBy(() -> pair.pin(4095)).hasMessageContaining("CPU 4095 is not there");
      assertThatThrownBy(() -> pair.roundTrips(0)).hasMessageContaining("rounds is 0");
      assertThat(pair.roundTrips(10).rounds()).isEqualTo(10);
    }
  }

  @Test
  void callersFromManyThreadsTakeTurns() throws Exception {
    try (var pair = ForkedPair.open()) {
      List<CompletableFuture<Batch>> batches =
          IntStream.rangeClosed(1, 20)
              .mapToObj(n -> CompletableFuture.supplyAsync(() -> roundTrips(pair, 10 * n)))
              .toList();
      for (int i = 0; i < batches.size(); i++) {
        assertThat(batches.get(i).get().rounds()).isEqualTo(10 * (i + 1));
      }
      long counted = batches.stream().mapToLong(b -> b.join().switchesCounted()).sum();
      assertThat(pair.switches()).isEqualTo(counted);
    }
  }

  private static Batch roundTrips(ForkedPair pair, long rounds) {
    try {
      return pair.roundTrips(rounds);
    } catch (RunnerException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The runner asks to die with the thread that started it: that must not be the caller's. */
  @Test
  void aPairOutlivesTheThreadThatOpenedIt() throws Exception {
    var opened = new CompletableFuture<ForkedPair>();
    Thread opener =
        Thread.ofPlatform().start(() -> opened.completeAsync(ForkedPairIT::open, Runnable::run));
    opener.join();
    try (var pair = opened.get()) {
      assertThat(pair.roundTrips(10).rounds()).isEqualTo(10);
    }
  }

  private static ForkedPair open() {
    try {
      return ForkedPair.open();
    } catch (RunnerException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aClosedPairSaysSo() throws Exception {
    var pair = ForkedPair.open();
    pair.roundTrips(10);
    long switches = pair.switches();
    pair.close();
    pair.close();
    assertThatThrownBy(() -> pair.roundTrips(10))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the pair has ended: it was closed; open another with ForkedPair.open()");
    assertThatThrownBy(() -> pair.pin(cpu)).isInstanceOf(IllegalStateException.class);
    assertThat(pair.switches()).isEqualTo(switches);
  }

  @Test
  void closingEndsABatchThatRuns() throws Exception {
    var pair = ForkedPair.open();
    var batch = CompletableFuture.supplyAsync(() -> roundTrips(pair, ForkedPair.MOST_ROUNDS));
    pair.close();
    assertThatThrownBy(batch::get)
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("the pair has ended: it was closed");
  }

  @Test
  void aPairThatWasKilledSaysSo() throws Exception {
    try (var pair = ForkedPair.open()) {
      Signal.SIGKILL.send(pair.pid());
      assertThatThrownBy(() -> pair.roundTrips(10))
          .isInstanceOf(RunnerException.class)
          .hasMessageContaining("was killed by SIGKILL");
      assertThatThrownBy(() -> pair.pin(cpu)).hasMessageContaining("the pair has ended");
    }
  }

  @Test
  void aPeerThatWasKilledIsNamed() throws Exception {
    try (var pair = ForkedPair.open()) {
      Signal.SIGKILL.send(pair.peerPid());
      assertThatThrownBy(() -> pair.roundTrips(10))
          .isInstanceOf(RunnerException.class)
          .hasMessageContaining("the peer, pid " + pair.peerPid());
    }
  }

  @Test
  void anInterruptEndsThePair() throws Exception {
    try (var pair = ForkedPair.open()) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> pair.roundTrips(10)).isInstanceOf(InterruptedException.class);
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  @Test
  void sizesTheArrayCannotHaveAreRefused() {
    assertThatThrownBy(() -> ForkedPair.open(64, 128)).hasMessageContaining("stride 128 B");
    assertThatThrownBy(() -> ForkedPair.open(-8, 0)).hasMessageContaining("array -8 B");
  }
}
