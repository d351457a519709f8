package org.switchlab.result;

import java.util.Map;
import java.util.TreeMap;
import org.switchlab.file.Sha256;
import org.switchlab.sample.Source;

/**
 * The first file of a result folder: what it holds, and whether it is whole.
 *
 * @param format version of the folder's layout
 * @param experiment name of the experiment
 * @param source where the values come from
 * @param measuredAt when the run began, ISO 8601 in UTC
 * @param complete whether the run came to its end; until then the lines of observations and rounds
 *     have check sums beside them
 * @param sha256 digest of each other file that is whole, by name, in lower-case hexadecimal
 * @param seal digest of all the other fields, as they are written while this one is empty
 */
record Manifest(
    int format,
    String experiment,
    Source source,
    String measuredAt,
    boolean complete,
    Map<String, String> sha256,
    String seal) {

  static final int FORMAT = 4;
  static final String FILE = "manifest.json";

  Manifest {
    sha256 = new TreeMap<>(sha256);
  }

  static Manifest begun(ResultData data) {
    return new Manifest(
        FORMAT, data.plan().experiment(), data.source(), data.measuredAt(), false, Map.of(), "");
  }

  /** Of a folder that is not whole yet, with the digests of the files that are. */
  Manifest with(Map<String, String> digests) {
    return new Manifest(format, experiment, source, measuredAt, false, digests, "").sealed();
  }

  /** Of a whole folder; only now is it known where the values came from. */
  Manifest completed(Source from, Map<String, String> digests) {
    return new Manifest(format, experiment, from, measuredAt, true, digests, "").sealed();
  }

  private Manifest sealed() {
    return new Manifest(
        format, experiment, source, measuredAt, complete, sha256, Sha256.of(unsealed()));
  }

  boolean isSealed() {
    return Sha256.of(unsealed()).equals(seal);
  }

  private byte[] unsealed() {
    return ResultJson.bytes(
        new Manifest(format, experiment, source, measuredAt, complete, sha256, ""));
  }
}
