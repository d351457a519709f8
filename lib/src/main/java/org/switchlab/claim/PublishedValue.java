package org.switchlab.claim;

import java.util.List;

/**
 * One number that a source prints of a subject at a workload, as shipped in {@code
 * datasets/published/}.
 *
 * @param claimId the claim it belongs to
 * @param figure where it is printed
 * @param workload the experiment that measures the same
 * @param subject which of its subjects corresponds
 * @param value in {@code unit}
 * @param unit {@code ns}, {@code ratio} or {@code %}
 * @param note how the number is to be read
 */
public record PublishedValue(
    String claimId,
    String figure,
    String workload,
    String subject,
    double value,
    String unit,
    String note) {

  private static final String RESOURCE = "/datasets/published/co.csv";
  private static final int COLUMNS = 7;

  /** Every number, in the order of the file. */
  public static List<PublishedValue> load() {
    return Loaded.ALL;
  }

  /** The times, in ns, of subjects at {@code workload}. */
  public static List<PublishedValue> times(String workload) {
    return Loaded.ALL.stream()
        .filter(value -> value.workload().equals(workload) && value.unit().equals("ns"))
        .toList();
  }

  private static PublishedValue row(String line) {
    String[] fields = Shipped.fields(line, COLUMNS);
    return new PublishedValue(
        fields[0],
        fields[1],
        fields[2],
        fields[3],
        Double.parseDouble(fields[4]),
        fields[5],
        fields[6]);
  }

  /** Read once, when first asked for. */
  private static final class Loaded {
    static final List<PublishedValue> ALL =
        Shipped.lines(RESOURCE).stream().map(PublishedValue::row).toList();
  }
}
