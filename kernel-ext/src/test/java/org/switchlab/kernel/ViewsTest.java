package org.switchlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

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
    byte[] png = Base64.getDecoder().decode(ChartImage.pngBase64(chart()));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    Color ground = new Color(image.getRGB(0, 0), true);
    assertThat(ground.getAlpha()).as("opaque").isEqualTo(255);
    assertThat(ground.getGreen()).as("light").isGreaterThan(200);
    assertThat(ChartImage.svg(chart())).contains("<svg").contains("<rect");
  }

  @Test
  void chartsNameTheirSeriesInText() {
    assertThat(ChartImage.text(chart())).isEqualTo("Chart \"cost\": stride 8 B");
  }

  @Test
  void aViewNamesTheTypesItHas() {
    View<?> any = Views.all().getFirst();
    assertThatThrownBy(() -> any.content("audio/mpeg", null))
        .hasMessageContaining("audio/mpeg")
        .hasMessageContaining(Views.TEXT);
  }
}
