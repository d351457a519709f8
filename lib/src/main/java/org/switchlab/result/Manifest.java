package org.switchlab.result;

import java.util.Map;
import java.util.TreeMap;

/**
 * The first file of a result folder: what it holds, and whether it is whole.
 *
 * @param format version of the folder's layout
 * @param experiment name of the experiment
 * @param source where the values come from
 * @param measuredAt when the run began, ISO 8601 in UTC
 * @param complete whether the run came to its end; files of an incomplete folder are not checked
 * @param sha256 digest of each other file, by name, in lower-case hexadecimal
 */
record Manifest(
    int format,
    String experiment,
    Source source,
    String measuredAt,
    boolean complete,
    Map<String, String> sha256) {

  static final int FORMAT = 1;
  static final String FILE = "manifest.json";

  Manifest {
    sha256 = new TreeMap<>(sha256);
  }
}
