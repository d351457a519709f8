package org.switchlab.bench;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.switchlab.table.Rows;
import org.switchlab.table.RowsJson;

/**
 * What one benchmark found.
 *
 * @param name the benchmark's name
 * @param promise what is promised, in words
 * @param figures what was reached, by a name that ends in the unit; counts and ratios have none
 * @param ratioToPromise what was reached as a multiple of what is promised: at most 1 keeps it;
 *     absent if it was not measured
 * @param kept whether the promise is kept here
 * @param tables what was reached case by case, by name; of most benchmarks there is none
 * @param note why it was not measurable, or what to know about the figures; may be empty
 */
public record Reading(
    String name,
    String promise,
    Map<String, Number> figures,
    @JsonSerialize(contentConverter = FlatRows.class) Map<String, Rows> tables,
    @Nullable Double ratioToPromise,
    Kept kept,
    String note) {

  /** As {@code run --json} writes tables. */
  static final class FlatRows extends StdConverter<Rows, JsonNode> {
    @Override
    public JsonNode convert(Rows rows) {
      return RowsJson.flat(rows);
    }
  }

  /** What a benchmark says about its promise. */
  public enum Kept {
    /** The promise is kept here. */
    YES("yes"),
    /** It is not. */
    NO("no"),
    /** This machine cannot answer. */
    NOT_MEASURABLE("not measurable here");

    private final String words;

    Kept(String words) {
      this.words = words;
    }

    /** As people and programs read it. */
    @JsonValue
    public String words() {
      return words;
    }
  }

  /** Keeps an unmodifiable copy in the same order. */
  public Reading {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
  }

  /** A promise that was put to the test: kept if the ratio is at most 1. */
  static Reading of(
      Benchmark benchmark, Map<String, Number> figures, double ratioToPromise, String note) {
    Kept kept = ratioToPromise <= 1 ? Kept.YES : Kept.NO;
    return new Reading(
        benchmark.name(), benchmark.promise(), figures, Map.of(), ratioToPromise, kept, note);
  }

  /** A promise that could not be put to the test, with what was seen nevertheless. */
  static Reading notMeasurable(Benchmark benchmark, Map<String, Number> figures, String why) {
    return new Reading(
        benchmark.name(), benchmark.promise(), figures, Map.of(), null, Kept.NOT_MEASURABLE, why);
  }

  /** The same with what was reached case by case. */
  Reading with(Map<String, Rows> more) {
    return new Reading(name, promise, figures, more, ratioToPromise, kept, note);
  }
}
