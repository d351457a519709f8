package org.switchlab.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.switchlab.plan.Setting;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Unit;

/**
 * Every timed round of one slot, and which slot that is.
 *
 * @param setting where
 * @param pass which pass, from 0
 * @param slot which slot of its visit, from 0
 * @param rounds the rounds of each flow
 */
public record SlotRounds(Setting setting, int pass, int slot, Rounds rounds) {

  private static final String FLOW = "flow";
  private static final String INDEX = "index";
  private static final String MESSAGE = "messageNs";
  private static final String WALK = "walkNs";
  private static final String LEG_1 = "leg1Ns";
  private static final String LEG_2 = "leg2Ns";
  private static final String WALK_PARENT = "walkParentNs";
  private static final String WALK_PEER = "walkPeerNs";
  private static final String PARENT_ALONE = "alone-parent";
  private static final String PEER_ALONE = "alone-peer";
  private static final String PAIR = "pair";

  private static final List<Column> MEASURES =
      List.of(
          Column.text(FLOW, "flow"),
          Column.count(INDEX, "round"),
          Column.number(MESSAGE, Unit.NS, "message"),
          Column.number(WALK, Unit.NS, "walk"),
          Column.number(LEG_1, Unit.NS, "leg to the peer"),
          Column.number(LEG_2, Unit.NS, "leg back"),
          Column.number(WALK_PARENT, Unit.NS, "walk of the parent"),
          Column.number(WALK_PEER, Unit.NS, "walk of the peer"));

  /** Columns of a table of rounds where these factors are. */
  public static List<Column> columns(List<Column> factors) {
    return Observation.columns(factors, MEASURES);
  }

  /** One row a round. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    addAlone(rows, PARENT_ALONE, rounds.parentAlone());
    addAlone(rows, PEER_ALONE, rounds.peerAlone());
    for (int i = 0; i < rounds.pair().size(); i++) {
      Rounds.Pair round = rounds.pair().get(i);
      rows.add(
          row(PAIR, i)
              .with(
                  LEG_1, round.leg1Ns(),
                  LEG_2, round.leg2Ns(),
                  WALK_PARENT, round.walkParentNs(),
                  WALK_PEER, round.walkPeerNs()));
    }
    return rows;
  }

  private void addAlone(List<Row> rows, String flow, List<Rounds.Alone> alone) {
    for (int i = 0; i < alone.size(); i++) {
      rows.add(row(flow, i).with(MESSAGE, alone.get(i).messageNs(), WALK, alone.get(i).walkNs()));
    }
  }

  private Row row(String flow, int index) {
    return setting
        .row()
        .with(Observation.PROCESS, pass, Observation.REPETITION, slot, FLOW, flow, INDEX, index);
  }

  /** From rows of several slots, in their order. */
  public static List<SlotRounds> of(List<Row> rows, Collection<String> factorNames) {
    Map<Key, List<Row>> bySlot = new LinkedHashMap<>();
    rows.forEach(
        row -> bySlot.computeIfAbsent(Key.of(row, factorNames), _ -> new ArrayList<>()).add(row));
    List<SlotRounds> all = new ArrayList<>();
    bySlot.forEach((key, some) -> all.add(key.with(some)));
    return all;
  }

  private static Rounds.Alone alone(Row row) {
    return new Rounds.Alone(number(row, MESSAGE), number(row, WALK));
  }

  private static Rounds.Pair pair(Row row) {
    return new Rounds.Pair(
        number(row, LEG_1), number(row, LEG_2), number(row, WALK_PARENT), number(row, WALK_PEER));
  }

  private static double number(Row row, String name) {
    return row.number(name).orElseThrow();
  }

  /** Which slot a row belongs to. */
  private record Key(Setting setting, long pass, long slot) {

    static Key of(Row row, Collection<String> factorNames) {
      return new Key(
          Setting.in(row, factorNames),
          row.whole(Observation.PROCESS),
          row.whole(Observation.REPETITION));
    }

    SlotRounds with(List<Row> rows) {
      var rounds =
          new Rounds(
              of(rows, PARENT_ALONE).stream().map(SlotRounds::alone).toList(),
              of(rows, PEER_ALONE).stream().map(SlotRounds::alone).toList(),
              of(rows, PAIR).stream().map(SlotRounds::pair).toList());
      return new SlotRounds(setting, Math.toIntExact(pass), Math.toIntExact(slot), rounds);
    }

    private static List<Row> of(List<Row> rows, String flow) {
      return rows.stream().filter(row -> row.text(FLOW).equals(flow)).toList();
    }
  }
}
