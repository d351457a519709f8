package org.switchlab.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.switchlab.sample.Side;
import org.switchlab.sample.Stamp;
import org.switchlab.sample.Step;
import org.switchlab.sample.Trace;
import org.switchlab.sample.Variant;

class TimelineTest {

  private static List<Activity> activities(Trace trace, Side side) {
    return Spans.of(trace, Variant.PAIR).stream()
        .filter(span -> span.side() == side)
        .map(Span::activity)
        .toList();
  }

  @Test
  void singleIsWorkWithoutASwitch() {
    assertThat(Spans.of(SampleTraces.waiting(1), Variant.SINGLE))
        .extracting(Span::activity)
        .containsExactly(Activity.SYSTEM_CALL, Activity.SYSTEM_CALL, Activity.WALK);
  }

  @Test
  void aReadThatWaitsIsASwitchAwayAnAbsenceAndASwitchBack() {
    Trace trace = SampleTraces.waiting(1);
    assertThat(activities(trace, Side.PARENT))
        .containsExactly(
            Activity.WALK,
            Activity.SYSTEM_CALL,
            Activity.SWITCH,
            Activity.SWITCHED_OUT,
            Activity.SWITCH);
    assertThat(activities(trace, Side.PEER))
        .containsExactly(
            Activity.SWITCHED_OUT,
            Activity.SWITCH,
            Activity.WALK,
            Activity.SYSTEM_CALL,
            Activity.SWITCH);
  }

  @Test
  void aWakerThatIsPreemptedIsSwitchedInItsWrite() {
    assertThat(activities(SampleTraces.preempting(1), Side.PARENT))
        .containsExactly(
            Activity.WALK,
            Activity.SWITCH,
            Activity.SWITCHED_OUT,
            Activity.SWITCH,
            Activity.SYSTEM_CALL);
  }

  @Test
  void aMessageCostsTheSameWorkAndOneSwitch() {
    for (Trace trace : List.of(SampleTraces.waiting(4), SampleTraces.preempting(4))) {
      Timeline timeline = Timeline.of(trace);
      assertThat(timeline.messageNs(Variant.SINGLE, Activity.WALK)).isEqualTo(SampleTraces.WALK_NS);
      assertThat(timeline.messageNs(Variant.PAIR, Activity.WALK)).isEqualTo(SampleTraces.WALK_NS);
      assertThat(timeline.messageNs(Variant.SINGLE, Activity.SWITCH)).isZero();
      assertThat(timeline.messageNs(Variant.PAIR, Activity.SWITCH))
          .isEqualTo(SampleTraces.SWITCH_NS);
      assertThat(timeline.switchesSeen()).isEqualTo(8);
    }
  }

  @Test
  void aTypicalStretchIsTheOneOfMedianDuration() {
    List<Stamp> stamps = new ArrayList<>(SampleTraces.waiting(5).stamps());
    Trace script = SampleTraces.waiting(5);
    for (int i = 0; i < stamps.size(); i++) {
      Stamp stamp = stamps.get(i);
      long disturbedNs = i >= 5 ? 1_000_000 : 0; // within the second round of single, and after it
      stamps.set(
          i, new Stamp(stamp.variant(), stamp.side(), stamp.step(), stamp.timeNs() + disturbedNs));
    }
    Timeline timeline =
        Timeline.of(new Trace(script.point(), script.single(), script.pair(), stamps));
    List<Span> shown = timeline.typical(Variant.SINGLE, 1);
    assertThat(shown).extracting(Span::activity).hasSize(3);
    assertThat(shown.getFirst().beginNs()).isZero();
    assertThat(shown.getLast().endNs()).isEqualTo(800);
  }

  @Test
  void fewerRoundsThanAskedForAreShownWhole() {
    Timeline timeline = Timeline.of(SampleTraces.waiting(1));
    assertThat(timeline.typical(Variant.PAIR, 7))
        .isEqualTo(Spans.of(SampleTraces.waiting(1), Variant.PAIR));
  }

  /** However the two processes take turns. */
  @Property
  void atEveryMomentOneProcessHasTheCpuOrItPasses(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 7) Integer> steps) {
    Trace trace = trace(steps);
    List<Span> spans = Spans.of(trace, Variant.PAIR);
    List<Span> parent = spans.stream().filter(span -> span.side() == Side.PARENT).toList();
    List<Span> peer = spans.stream().filter(span -> span.side() == Side.PEER).toList();
    assertContiguous(parent);
    assertContiguous(peer);
    for (Stamp stamp : trace.of(Variant.PAIR)) {
      long atNs = stamp.timeNs() - trace.of(Variant.PAIR).getFirst().timeNs();
      Activity mine = justBefore(parent, atNs);
      Activity other = justBefore(peer, atNs);
      assertThat(mine == Activity.SWITCH).isEqualTo(other == Activity.SWITCH);
      assertThat(mine == Activity.SWITCHED_OUT && other == Activity.SWITCHED_OUT).isFalse();
    }
  }

  private static Activity justBefore(List<Span> spans, long atNs) {
    return spans.stream()
        .filter(span -> span.beginNs() < atNs && span.endNs() >= atNs)
        .findFirst()
        .map(Span::activity)
        .orElse(Activity.SWITCH);
  }

  private static void assertContiguous(List<Span> spans) {
    for (int i = 1; i < spans.size(); i++) {
      assertThat(spans.get(i).beginNs()).isEqualTo(spans.get(i - 1).endNs());
    }
  }

  /** Each number is a side and a step. */
  private static Trace trace(List<Integer> steps) {
    List<Stamp> stamps = new ArrayList<>();
    stamps.add(new Stamp(Variant.PAIR, Side.PARENT, Step.BEGUN, 100));
    for (int step : steps) {
      stamps.add(
          new Stamp(
              Variant.PAIR,
              Side.values()[step % 2],
              Step.values()[1 + step % 3],
              stamps.getLast().timeNs() + 1 + step));
    }
    Trace any = SampleTraces.waiting(1);
    return new Trace(any.point(), any.single(), any.pair(), stamps);
  }
}
