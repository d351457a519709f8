package org.switchlab.suite;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Which group of the suite a test belongs to, by the name of its class or, in Python, its file. */
final class Groups {

  private static final Map<String, String> OF_PYTHON = new LinkedHashMap<>();

  static {
    OF_PYTHON.put(".kernel.", "kernel");
    OF_PYTHON.put("test_notebook", "notebooks");
    OF_PYTHON.put("test_browser", "browser");
    OF_PYTHON.put("test_pictures", "browser");
    OF_PYTHON.put("test_script", "script");
  }

  private Groups() {}

  /** All tests in one group. */
  static UnaryOperator<String> all(String group) {
    return any -> group;
  }

  /** The group of a test that pytest ran. */
  static String ofPython(String classname) {
    return OF_PYTHON.entrySet().stream()
        .filter(group -> classname.contains(group.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("other tests in Python");
  }
}
