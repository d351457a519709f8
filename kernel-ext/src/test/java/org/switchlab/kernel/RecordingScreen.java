package org.switchlab.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A screen that remembers what was put on it. */
final class RecordingScreen implements Screen {

  record Event(String kind, String id, Map<String, String> contents) {

    String text() {
      return contents.getOrDefault(Views.TEXT, "");
    }
  }

  final List<Event> events = new ArrayList<>();

  @Override
  public synchronized void show(String id, Map<String, String> contents) {
    events.add(new Event("show", id, contents));
  }

  @Override
  public synchronized void update(String id, Map<String, String> contents) {
    events.add(new Event("update", id, contents));
  }
}
