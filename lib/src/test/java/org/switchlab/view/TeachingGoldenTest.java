package org.switchlab.view;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.defect.SampleComparisons;
import org.switchlab.estimate.AccessPattern;
import org.switchlab.estimate.SamplePatterns;
import org.switchlab.estimate.SampleTraces;
import org.switchlab.estimate.Timeline;

/** What people read of timelines, access patterns and wrong methods, under several locales. */
class TeachingGoldenTest {

  private static final TextStyle NARROW_ASCII = new TextStyle(60, false, false);
  private static final Heading HEADING =
      new Heading("A title", "measured · a machine", Figures.doubts().subList(0, 1));

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void timeline(String locale) {
    Timeline timeline = Timeline.of(SampleTraces.waiting(5));
    Golden.matches(
        "timeline.txt",
        locale,
        () ->
            TimelineViews.text(timeline, HEADING, List.of(), TextStyle.PLAIN)
                + TimelineViews.text(timeline, HEADING, List.of(), NARROW_ASCII)
                + TimelineViews.table(timeline));
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void accessPattern(String locale) {
    List<AccessPattern> patterns = List.of(SamplePatterns.of(1024, 8), SamplePatterns.of(1024, 64));
    Golden.matches(
        "access-pattern.txt",
        locale,
        () ->
            AccessPatternViews.text(patterns, HEADING, List.of(), TextStyle.PLAIN)
                + AccessPatternViews.text(patterns, HEADING, List.of(), NARROW_ASCII)
                + AccessPatternViews.table(patterns));
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void protocols(String locale) {
    Golden.matches(
        "protocols.txt",
        locale,
        () ->
            ProtocolsViews.text(SampleComparisons.all(), HEADING, List.of(), TextStyle.PLAIN)
                + ProtocolsViews.text(SampleComparisons.all(), HEADING, List.of(), NARROW_ASCII)
                + ProtocolsViews.table(SampleComparisons.all()));
  }
}
