package org.switchlab.result;

import java.util.Map;
import java.util.TreeMap;
import org.switchlab.sample.Source;

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

  static final int FORMAT = 3;
  static final String FILE = "manifest.json";

  Manifest {
    sha256 = new TreeMap<>(sha256);
  }

  static Manifest begun(ResultData data) {
    return new Manifest(
        FORMAT, data.plan().experiment(), data.source(), data.measuredAt(), false, Map.of());
  }

  /** Of a whole folder; only now is it known where the values came from. */
  Manifest completed(Source from, Map<String, String> digests) {
    return new Manifest(format, experiment, from, measuredAt, true, digests);
  }
}
