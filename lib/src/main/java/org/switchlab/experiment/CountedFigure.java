package org.switchlab.experiment;

import java.util.List;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.estimate.CountUnit;

/**
 * One counter figure of the paper, as data.
 *
 * @param alias the name it can be asked for by: {@code fig6}
 * @param figure as the datasets name it: {@code Fig. 6}
 * @param events what it shows
 * @param level whose curves it shows
 * @param compared levels counted besides, because a claim compares them
 * @param stridesBytes its strides, in bytes
 * @param unit what its counts are divided by
 * @param claimIds claims it bears on
 */
record CountedFigure(
    String alias,
    String figure,
    List<CounterEvent> events,
    Level level,
    List<Level> compared,
    List<Long> stridesBytes,
    CountUnit unit,
    List<String> claimIds) {

  CountedFigure {
    events = List.copyOf(events);
    compared = List.copyOf(compared);
    stridesBytes = List.copyOf(stridesBytes);
    claimIds = List.copyOf(claimIds);
  }

  /** A figure of one event, a message, at one level. */
  static CountedFigure of(
      int number, CounterEvent event, Level level, List<Long> stridesBytes, String... claimIds) {
    return new CountedFigure(
        "fig" + number,
        "Fig. " + number,
        List.of(event),
        level,
        List.of(),
        stridesBytes,
        CountUnit.PER_MESSAGE,
        List.of(claimIds));
  }

  /** A part of Fig. 4: events per 1000 instructions at kernel level, stride 8 B. */
  static CountedFigure rates(String part, List<CounterEvent> events, String... claimIds) {
    return new CountedFigure(
        "fig4" + part,
        "Fig. 4" + part,
        events,
        Level.KERNEL,
        List.of(),
        List.of(8L),
        CountUnit.PER_THOUSAND_INSTRUCTIONS,
        List.of(claimIds));
  }

  /** The same with another level counted to compare with. */
  CountedFigure comparedWith(Level other) {
    return new CountedFigure(
        alias, figure, events, level, List.of(other), stridesBytes, unit, claimIds);
  }
}
