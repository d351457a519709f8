package org.switchlab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.bench.Reading.Kept;
import org.switchlab.draw.Locales;
import org.switchlab.draw.TextStyle;

class BenchReportTextTest {

  private static final BenchReport REPORT =
      new BenchReport(
          "Some CPU, 2 CPUs",
          1.5,
          List.of(
              new Reading(
                  "quick", "within 10 s", figures(), Map.of(), 1.0006, Kept.NO, "in 1.30 µs"),
              new Reading(
                  "perf-pipe",
                  "within 5 %",
                  Map.of(),
                  Map.of(),
                  null,
                  Kept.NOT_MEASURABLE,
                  "no perf")),
          false);

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE", "ar-EG"})
  void textIsTheSameUnderEveryLocale(String locale) {
    String text = Locales.under(Locale.forLanguageTag(locale), () -> REPORT.text(TextStyle.PLAIN));
    assertThat(text)
        .isEqualTo(
            """
            Some CPU, 2 CPUs
            load over the minute before: 1.50

            benchmark           kept                  ratio
            quick               no                     1.01
                within 10 s
                in 1.30 µs
                wallSeconds                            8.25
                points                                   12
            perf-pipe           not measurable here       –
                within 5 %
                no perf

            ratio: what was reached / what is promised; at most 1 keeps the promise
            interrupted: benchmarks without a row were not measured\
            """);
  }

  @Test
  void aTerminalThatKnowsAsciiGetsAscii() {
    String text = REPORT.text(new TextStyle(60, false, false));
    assertThat(text).isASCII().contains("1.30 us");
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "de-DE"})
  void jsonHoldsWhatTheRecordsHold(String locale) throws Exception {
    String json = Locales.under(Locale.forLanguageTag(locale), REPORT::json);
    JsonNode document = new JsonMapper().readTree(json);
    assertThat(document.path("complete").booleanValue()).isFalse();
    assertThat(document.path("loadOneMinute").doubleValue()).isEqualTo(1.5);
    JsonNode quick = document.path("readings").path(0);
    assertThat(quick.path("figures").path("wallSeconds").doubleValue()).isEqualTo(8.246);
    assertThat(quick.path("kept").textValue()).isEqualTo("no");
    JsonNode perf = document.path("readings").path(1);
    assertThat(perf.path("ratioToPromise").isNull()).isTrue();
    assertThat(perf.path("kept").textValue()).isEqualTo("not measurable here");
    assertThat(perf.path("note").textValue()).isEqualTo("no perf");
  }

  private static Map<String, Number> figures() {
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("wallSeconds", 8.246);
    figures.put("points", 12);
    return figures;
  }
}
