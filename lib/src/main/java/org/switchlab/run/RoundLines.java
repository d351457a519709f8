package org.switchlab.run;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.sample.Rounds;

/** Gathers the {@code round} lines of one slot. */
final class RoundLines {

  private final List<Rounds.Alone> parentAlone = new ArrayList<>();
  private final List<Rounds.Alone> peerAlone = new ArrayList<>();
  private final List<Rounds.Pair> pair = new ArrayList<>();

  void add(ProtocolLine line) throws MalformedLineException {
    String flow = line.text("flow");
    switch (flow) {
      case "alone-parent" -> parentAlone.add(alone(line));
      case "alone-peer" -> peerAlone.add(alone(line));
      case "pair" -> pair.add(pair(line));
      default -> throw new MalformedLineException("no flow is called " + flow, line.text());
    }
  }

  private static Rounds.Alone alone(ProtocolLine line) throws MalformedLineException {
    return new Rounds.Alone(line.fraction("messageNs"), line.fraction("walkNs"));
  }

  private static Rounds.Pair pair(ProtocolLine line) throws MalformedLineException {
    return new Rounds.Pair(
        line.fraction("leg1Ns"),
        line.fraction("leg2Ns"),
        line.fraction("walkParentNs"),
        line.fraction("walkPeerNs"));
  }

  /**
   * What was gathered before the line of its slot.
   *
   * @throws MalformedLineException if a flow has fewer rounds than the others
   */
  Rounds before(ProtocolLine slot) throws MalformedLineException {
    try {
      return new Rounds(parentAlone, peerAlone, pair);
    } catch (IllegalArgumentException e) {
      throw new MalformedLineException(String.valueOf(e.getMessage()), slot.text());
    }
  }
}
