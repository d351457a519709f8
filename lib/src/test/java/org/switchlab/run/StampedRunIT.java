package org.switchlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.os.Affinity;
import org.switchlab.os.Footprint;
import org.switchlab.plan.Layout;
import org.switchlab.plan.Point;
import org.switchlab.sample.Couple;
import org.switchlab.sample.Slot;
import org.switchlab.warning.WarningCode;

/** Stamped rounds of the real runner under its real control plane. */
class StampedRunIT {

  private static final int TRIES = 8;

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

  private StampedJob job(Point point, int slots) {
    return new StampedJob(point, 7, slots, 8_000_000, 800_000, cpu);
  }

  private List<Slot> measure(Point point, int slots) throws Exception {
    var measured = new ArrayList<Slot>();
    Stamping unused = NativeRunner.create().stamped(job(point, slots), measured::add);
    assertThat(unused.blockRounds()).isPositive();
    return measured;
  }

  private static <T> double median(List<T> all, ToDoubleFunction<T> value) {
    double[] sorted = all.stream().mapToDouble(value).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  @Test
  void slotsComeInTheirOrderAndWhoAskedIsToldHowTheyWereStamped() throws Exception {
    var slots = new ArrayList<Slot>();
    Stamping stamping =
        NativeRunner.create().stamped(job(new Point("pipe-pair", 4096, 64), 5), slots::add);
    assertThat(slots).extracting(Slot::index).containsExactly(0, 1, 2, 3, 4);
    assertThat(slots).anyMatch(Slot::denominatorHolds);
    assertThat(stamping.stampNs()).isPositive();
    assertThat(slots)
        .allMatch(slot -> slot.rounds() == slot.groups() * stamping.blockRounds())
        .allMatch(slot -> slot.walkAloneMeanNs() > 0);
  }

  /** On either kind of page; where the kernel splits no huge page, that is said. */
  @ParameterizedTest
  @ValueSource(longs = {Point.BASE_PAGE_BYTES, Point.HUGE_PAGE_BYTES})
  void controlledLayoutsAreMeasuredOrDoubted(long pageBytes) throws Exception {
    var point = new Point("pipe-pair", 64 << 10, 64, pageBytes, Layout.CONTROLLED);
    var runner = NativeRunner.create();
    var slots = new ArrayList<Slot>();
    Stamping unused = runner.stamped(job(point, 2), slots::add);
    assertThat(slots).hasSize(2).allMatch(slot -> slot.walkAloneNs() > 0);
    assertThat(runner.warnings())
        .filteredOn(warning -> warning.code() == WarningCode.NO_HUGE_PAGES)
        .allMatch(warning -> warning.message().contains("64 KiB was to stand on"));
  }

  /** Taken in turn, several times: a neighbour disturbs one or the other, but not each time. */
  @Test
  void theDirectCostIsThatOfCouples() throws Exception {
    List<Double> ratios = new ArrayList<>();
    while (ratios.size() < TRIES && ratios.stream().noneMatch(r -> r > 1 / 1.3 && r < 1.3)) {
      double stamped = median(measure(Point.direct("pipe-pair"), 15), Slot::costNs);
      ratios.add(stamped / coupled());
    }
    assertThat(ratios.getLast()).as("stamped to coupled: %s", ratios).isBetween(1 / 1.3, 1.3);
  }

  private double coupled() throws Exception {
    var couples = new ArrayList<Couple>();
    var job = new ProcessJob(Point.direct("pipe-pair"), 0, 7, 30, 2_000_000, 0, cpu);
    NativeRunner.create().measure(job, couples::add);
    return median(couples, Couple::switchCostNs);
  }

  /** Without an array there is nothing that a switch could make slower, only a stamp. */
  @Test
  void withoutAnArrayTheCostOfAUserLevelSwitchIsAllDirect() throws Exception {
    List<Double> shares = new ArrayList<>();
    while (shares.size() < TRIES && shares.stream().noneMatch(share -> share < 0.1)) {
      List<Slot> slots = measure(Point.direct("gthread"), 5);
      shares.add(Math.abs(median(slots, Slot::indirectNs)) / median(slots, Slot::legNs));
    }
    assertThat(shares.getLast()).as("indirect, as shares of the leg: %s", shares).isLessThan(0.1);
  }

  @Test
  void aSubjectThatCannotBeStampedIsRefusedWithThoseThatCan() {
    assertThatThrownBy(() -> measure(Point.direct("futex-process"), 1))
        .isInstanceOf(RunnerException.class)
        .hasMessageContaining("while starting: it exited with code 2")
        .hasMessageContaining("futex-process cannot be stamped; it must be one of pipe-pair, ");
  }

  @Test
  void aSinkThatThrowsEndsTheProcess() {
    assertThatThrownBy(
            () ->
                NativeRunner.create()
                    .stamped(
                        job(Point.direct("pipe-pair"), 1_000_000),
                        slot -> {
                          throw new IllegalStateException("disk full");
                        }))
        .hasMessage("disk full");
  }

  @Test
  void anInterruptEndsTheProcess() throws Exception {
    var measuring = new CountDownLatch(1);
    var end = new AtomicReference<Throwable>();
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    Stamping unused =
                        NativeRunner.create()
                            .stamped(
                                job(Point.direct("pipe-pair"), 1_000_000),
                                slot -> measuring.countDown());
                    end.set(new AssertionError("a million slots were measured: " + unused));
                  } catch (RunnerException | InterruptedException e) {
                    end.set(e);
                  }
                });
    measuring.await();
    thread.interrupt();
    thread.join();
    assertThat(end.get()).isInstanceOf(InterruptedException.class);
  }
}
