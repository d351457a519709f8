package org.switchlab.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchlab.figure.Axis;
import org.switchlab.figure.LinearScale;
import org.switchlab.figure.LogScale;
import org.switchlab.figure.RowScale;
import org.switchlab.figure.Scale;
import org.switchlab.figure.SizeScale;
import org.switchlab.figure.SymlogScale;
import org.switchlab.table.Unit;

class VegaAxisTest {

  private static VegaAxis axis(Scale scale) {
    return new VegaAxis("y", new Axis("", scale));
  }

  @Test
  void sizesAreInKibOnABinaryLogarithm() {
    VegaAxis sizes = axis(SizeScale.of(List.of(1L << 10, 1L << 13)));
    JsonNode scale = sizes.full().get("scale");
    assertThat(scale.get("type").asText()).isEqualTo("log");
    assertThat(scale.get("base").asInt()).isEqualTo(2);
    assertThat(sizes.number(4096)).isEqualTo(4, within(1e-9));
    assertThat(scale.at("/domain/0").asDouble()).isBetween(0.5, 1.0);
    assertThat(sizes.full().at("/axis/tickCount").asInt()).as("more than 4 sizes").isEqualTo(5);
  }

  @Test
  void logarithmsKeepTheirUnitAndWhatLiesBelow() {
    VegaAxis costs = axis(LogScale.of(new double[] {2, 5e3}, 1, Unit.NS));
    assertThat(costs.full().at("/scale/type").asText()).isEqualTo("log");
    assertThat(costs.number(-3)).isEqualTo(1, within(1e-9));
    assertThat(costs.text(1500)).isEqualTo("1.50 µs");
    assertThat(costs.full().at("/axis/labelExpr").asText()).contains("' ns'", "' µs'", "' ms'");
    assertThat(FigureParts.holds(costs.axis().scale(), -3)).isFalse();
  }

  @Test
  void symlogIsLinearUntilItSaysSo() {
    SymlogScale scale = new SymlogScale(0.5, -0.5, 3, -0.4, 200);
    VegaAxis costs = axis(scale);
    JsonNode encoding = costs.full();
    assertThat(encoding.at("/scale/type").asText()).isEqualTo("linear");
    assertThat(costs.number(2)).isEqualTo(2);
    assertThat(costs.number(12)).as("one factor is one step").isEqualTo(3.5, within(1e-9));
    assertThat(encoding.at("/axis/values").size()).isEqualTo(scale.ticks().size());
    assertThat(encoding.at("/axis/labelExpr").asText()).contains("3.0 * pow(4,");
    assertThat(costs.text(12)).isEqualTo("12");
  }

  @Test
  void namesStandInOrderFromTheTop() {
    VegaAxis rows = axis(new RowScale(List.of("first", "it's second"), List.of(), true));
    assertThat(rows.number(0)).isGreaterThan(rows.number(1));
    assertThat(rows.full().at("/axis/labelExpr").asText())
        .isEqualTo("['it\\'s second', 'first'][datum.value]");
    assertThat(rows.text(0)).isEqualTo("first");
  }

  @Test
  void linearAxesKeepZeroAtTheirEnd() {
    JsonNode domain = axis(LinearScale.fromZero(4)).full().at("/scale/domain");
    assertThat(domain.get(0).asDouble()).isZero();
    assertThat(domain.get(1).asDouble()).isGreaterThan(4);
  }
}
