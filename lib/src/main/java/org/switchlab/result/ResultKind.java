package org.switchlab.result;

import java.util.Map;
import java.util.Set;

/** How the results of one kind of experiment are stored beside what every result stores. */
public interface ResultKind {

  /** Its one name, as in the manifest: {@code switch-cost}. */
  String name();

  /** The files only this kind has. */
  Set<String> files();

  /** Those of them a run appends to while it measures, with what they begin with. */
  default Map<String, String> growing() {
    return Map.of();
  }

  /**
   * A result from a complete folder.
   *
   * @throws ResultException naming the file that is missing or does not follow its format
   */
  Result read(Frame frame, ResultFolder folder);

  /**
   * A result from what an interrupted run left; {@code frame} says that it was interrupted.
   *
   * @throws ResultException if nothing can be shown without the run's end
   */
  default Result readInterrupted(Frame frame, ResultFolder folder) {
    throw folder.broken(
        Manifest.FILE, "says that the run ended before there was anything to keep", null);
  }
}
