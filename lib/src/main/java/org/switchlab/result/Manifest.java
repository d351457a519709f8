package org.switchlab.result;

import java.util.Map;
import java.util.TreeMap;
import org.switchlab.sample.Source;

/**
 * The first file of a result folder: what it holds, and whether it is whole.
 *
 * @param format version of the folder's layout
 * @param kind what it is a result of, and so which files it has; see {@link ResultKind#name}
 * @param experiment name of the experiment
 * @param source where the values come from
 * @param measuredAt when the run began, ISO 8601 in UTC
 * @param complete whether the run came to its end; files of an incomplete folder are not checked
 * @param sha256 digest of each other file, by name, in lower-case hexadecimal
 */
record Manifest(
    int format,
    String kind,
    String experiment,
    Source source,
    String measuredAt,
    boolean complete,
    Map<String, String> sha256) {

  static final int FORMAT = 2;
  static final String FILE = "manifest.json";

  Manifest {
    sha256 = new TreeMap<>(sha256);
  }

  static Manifest begun(ResultKind kind, Frame frame) {
    return new Manifest(
        FORMAT,
        kind.name(),
        frame.plan().experiment(),
        frame.source(),
        frame.measuredAt(),
        false,
        Map.of());
  }

  Manifest completed(Map<String, String> digests) {
    return new Manifest(format, kind, experiment, source, measuredAt, true, digests);
  }
}
