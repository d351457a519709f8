package org.switchlab.kernel.jjava;

import java.util.Map;
import org.dflib.jjava.jupyter.kernel.DisplayStream;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.switchlab.kernel.Screen;

/**
 * JJava's output area.
 *
 * @param stream where the kernel sends displays while a cell runs; it drops them afterwards
 */
record JJavaScreen(DisplayStream stream) implements Screen {

  @Override
  public void show(String id, Map<String, String> contents) {
    stream.display(data(id, contents));
  }

  @Override
  public void update(String id, Map<String, String> contents) {
    stream.updateDisplay(data(id, contents));
  }

  private static DisplayData data(String id, Map<String, String> contents) {
    DisplayData data = new DisplayData();
    contents.forEach(data::putData);
    // Not setDisplayId, whose signature is another in later releases.
    data.putTransientData(DisplayData.DISPLAY_ID_KEY, id);
    return data;
  }
}
