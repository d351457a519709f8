package org.switchlab.draw;

import java.util.List;
import org.switchlab.figure.Figure;

/** Placeholder. */
public final class TextDrawing {
  private TextDrawing() {}

  /** Placeholder. */
  public static List<String> lines(Figure figure, TextStyle style) {
    return List.of(style.toString() + figure.notes().size());
  }
}
