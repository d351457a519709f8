package org.switchlab.kernel;

import java.util.Map;

/** The output area of the running cell, as far as SwitchLab needs it. */
public interface Screen {

  /**
   * Shows content that can be replaced later.
   *
   * @param id name of the display, unique in this kernel
   * @param contents content by MIME type
   */
  void show(String id, Map<String, String> contents);

  /** Replaces what {@link #show} displayed under {@code id}, in whichever cell that was. */
  void update(String id, Map<String, String> contents);
}
