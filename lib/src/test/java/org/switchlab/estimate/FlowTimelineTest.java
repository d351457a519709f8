package org.switchlab.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.switchlab.sample.Stamp;
import org.switchlab.sample.Stamp.Side;
import org.switchlab.sample.Stamp.Step;
import org.switchlab.sample.Trace;
import org.switchlab.sample.Variant;

class FlowTimelineTest {

  private static FlowTimeline flow(Variant variant, Trace trace) {
    return FlowTimeline.of(variant, trace.stamps());
  }

  private static List<Activity> activities(Trace trace, Side side) {
    return of(flow(Variant.PAIR, trace).spans(), side).stream().map(Span::activity).toList();
  }

  private static List<Span> of(List<Span> spans, Side side) {
    return spans.stream().filter(span -> span.side() == side).toList();
  }

  @Test
  void singleIsWorkWithoutASwitch() {
    assertThat(flow(Variant.SINGLE, SampleTraces.waiting(1)).spans())
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
      FlowTimeline single = flow(Variant.SINGLE, trace);
      FlowTimeline pair = flow(Variant.PAIR, trace);
      assertThat(single.messageNs(Activity.WALK)).hasValue(SampleTraces.WALK_NS);
      assertThat(pair.messageNs(Activity.WALK)).hasValue(SampleTraces.WALK_NS);
      assertThat(single.messageNs(Activity.SWITCH)).hasValue(0);
      assertThat(pair.messageNs(Activity.SWITCH)).hasValue(SampleTraces.SWITCH_NS);
      assertThat(pair.switchesSeen()).isEqualTo(8);
      assertThat(pair.rounds()).isEqualTo(4);
    }
  }

  @Test
  void aTypicalStretchIsTheOneOfMedianDuration() {
    List<Stamp> stamps = new ArrayList<>(SampleTraces.waiting(5).stamps());
    for (int i = 5; i < stamps.size(); i++) { // within the second round of single, and after it
      Stamp stamp = stamps.get(i);
      stamps.set(
          i, new Stamp(stamp.variant(), stamp.side(), stamp.step(), stamp.timeNs() + 1_000_000));
    }
    List<Span> shown = FlowTimeline.of(Variant.SINGLE, stamps).typical(1);
    assertThat(shown).hasSize(3);
    assertThat(shown.getFirst().beginNs()).isZero();
    assertThat(shown.getLast().endNs()).isEqualTo(800);
  }

  @Test
  void fewerRoundsThanAskedForAreShownWhole() {
    FlowTimeline pair = flow(Variant.PAIR, SampleTraces.waiting(1));
    assertThat(pair.typical(7)).isEqualTo(pair.spans());
  }

  @Test
  void whatWasNotTracedIsAbsent() {
    FlowTimeline nothing = FlowTimeline.of(Variant.PAIR, List.of());
    assertThat(nothing.rounds()).isZero();
    assertThat(nothing.spans()).isEmpty();
    assertThat(nothing.typical(2)).isEmpty();
    assertThat(nothing.messageNs(Activity.WALK)).isEqualTo(OptionalDouble.empty());
    assertThat(nothing.switchesSeen()).isZero();
  }

  /** However the two processes take turns. */
  @Property
  void atEveryMomentOneProcessHasTheCpuOrItPasses(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 7) Integer> steps) {
    FlowTimeline flow = FlowTimeline.of(Variant.PAIR, stamps(steps));
    List<Span> parent = of(flow.spans(), Side.PARENT);
    List<Span> peer = of(flow.spans(), Side.PEER);
    assertContiguous(parent);
    assertContiguous(peer);
    for (Stamp stamp : flow.stamps()) {
      long atNs = stamp.timeNs() - flow.stamps().getFirst().timeNs();
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
  private static List<Stamp> stamps(List<Integer> steps) {
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
    return stamps;
  }
}
