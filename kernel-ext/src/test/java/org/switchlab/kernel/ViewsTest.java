package org.switchlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.switchlab.draw.VegaDrawing;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.LinearScale;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;

class ViewsTest {

  private static XYChart chart() {
    XYChart chart = new XYChartBuilder().width(300).height(200).title("cost").build();
    chart.addSeries("stride 8 B", new double[] {1, 2}, new double[] {3, 4});
    return chart;
  }

  @Test
  void everyViewHasTextForThoseWhoSeeNoPictures() {
    assertThat(Views.all()).allSatisfy(view -> assertThat(view.mimeTypes()).contains(Views.TEXT));
  }

  @Test
  void chartsKeepALightGroundOnADarkTheme() throws Exception {
    byte[] png = Base64.getDecoder().decode(Views.chart().content(Views.PNG, chart()));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    Color ground = new Color(image.getRGB(0, 0), true);
    assertThat(ground.getAlpha()).as("opaque").isEqualTo(255);
    assertThat(ground.getGreen()).as("light").isGreaterThan(200);
    assertThat(Views.chart().content(Views.SVG, chart())).contains("<svg").contains("<rect");
  }

  @Test
  void chartsNameTheirSeriesInText() {
    assertThat(Views.chart().content(Views.TEXT, chart())).isEqualTo("Chart \"cost\": stride 8 B");
  }

  @Test
  void figuresAreChartsThatAnswerOrPictures() throws Exception {
    Figure figure = figure();
    View<Figure> view = Views.figure();
    assertThat(view.mimeTypes())
        .containsExactlyInAnyOrder(VegaDrawing.MIME_TYPE, Views.SVG, Views.PNG, Views.TEXT);
    assertThat(view.data(Views.SVG, figure)).asString().contains("<svg");
    byte[] png = Base64.getDecoder().decode(view.content(Views.PNG, figure));
    assertThat(ImageIO.read(new ByteArrayInputStream(png))).isNotNull();
    assertThat(view.data(VegaDrawing.MIME_TYPE, figure))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("width", "container");
    assertThat(view.content(Views.TEXT, figure)).contains("cost of a switch", "stride 8 B");
  }

  static Figure figure() {
    Axis axis = new Axis("cost (µs)", LinearScale.fromZero(4));
    Figure.Heading heading = new Figure.Heading("cost of a switch", "measured", List.of());
    Mark line = new Mark.Series("stride 8 B", Look.line(0), List.of(Dot.at(1, 2), Dot.at(2, 3)));
    return new Figure(heading, List.of(), axis, axis, List.of(line));
  }

  @Test
  void aViewNamesTheTypesItHas() {
    View<?> any = Views.all().getFirst();
    assertThatThrownBy(() -> any.content("audio/mpeg", null))
        .hasMessageContaining("audio/mpeg")
        .hasMessageContaining(Views.TEXT);
  }
}
