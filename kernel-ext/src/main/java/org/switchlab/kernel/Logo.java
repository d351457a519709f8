package org.switchlab.kernel;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.switchlab.file.AtomicFile;

/**
 * The kernel's picture in Jupyter's launcher: two strands that change places, drawn at any size.
 */
final class Logo {

  private static final Color GROUND = new Color(0x14, 0x3d, 0x59);
  // Orange and sky blue of Okabe and Ito's palette, told apart by the colour-blind.
  private static final Color ONE = new Color(0xe6, 0x9f, 0x00);
  private static final Color OTHER = new Color(0x56, 0xb4, 0xe9);

  private Logo() {}

  static void writeTo(Path directory) throws IOException {
    for (int sizePx : new int[] {32, 64}) {
      AtomicFile.update(directory.resolve("logo-" + sizePx + "x" + sizePx + ".png"), png(sizePx));
    }
    AtomicFile.update(directory.resolve("logo-svg.svg"), KernelSpec.resource("logo.svg"));
  }

  private static byte[] png(int sizePx) throws IOException {
    BufferedImage image = new BufferedImage(sizePx, sizePx, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    try {
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      pen.scale(sizePx / 64.0, sizePx / 64.0);
      draw(pen);
    } finally {
      pen.dispose();
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  private static void draw(Graphics2D pen) {
    pen.setColor(GROUND);
    pen.fill(new RoundRectangle2D.Double(0, 0, 64, 64, 16, 16));
    pen.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.setColor(ONE);
    pen.draw(new CubicCurve2D.Double(10, 18, 34, 18, 30, 46, 54, 46));
    pen.setColor(OTHER);
    pen.draw(new CubicCurve2D.Double(10, 46, 34, 46, 30, 18, 54, 18));
  }
}
