package org.switchlab.claim;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * One number a source prints, as shipped in {@code datasets/published/}. The files need no CSV
 * library: their rule is that no field contains a comma or a quote, and a test holds it.
 *
 * @param claimId the claim it belongs to
 * @param figure where it is printed
 * @param level {@code kernel}, {@code user} or {@code both}
 * @param arrayBytes array size, in bytes; the smaller end of a range; absent where the number is
 *     not tied to one
 * @param arrayToBytes the larger end, where the source gives one number for a range of sizes, in
 *     bytes
 * @param strideBytes stride, in bytes; 0 is the direct cost
 * @param value in {@code unit}
 * @param unit {@code µs} or {@code ratio}
 * @param note how the number is to be read
 */
public record PublishedPoint(
    String claimId,
    String figure,
    String level,
    OptionalLong arrayBytes,
    OptionalLong arrayToBytes,
    long strideBytes,
    double value,
    String unit,
    String note) {

  private static final String RESOURCE = "/datasets/published/cs.csv";
  private static final int COLUMNS = 9;

  /** Whether it is the cost of a switch without an array. */
  public boolean isDirect() {
    return strideBytes == 0;
  }

  /** Whether it is one number for a range of array sizes. */
  public boolean isSpan() {
    return arrayToBytes.isPresent();
  }

  /** The number with the digits it was printed with, and its unit. */
  public String printed() {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() + " " + unit;
  }

  /** Every number, in the order of the file. */
  public static List<PublishedPoint> load() {
    return Loaded.ALL;
  }

  /**
   * The switch costs, in µs, that {@code figure} (for instance {@code Fig. 3}) shows at one size
   * each, or without an array.
   */
  public static List<PublishedPoint> ofFigure(String figure) {
    return costs(figure).filter(point -> !point.isSpan()).toList();
  }

  /** Those that it shows for a range of sizes: a level, of which no size is known. */
  public static List<PublishedPoint> spansOfFigure(String figure) {
    return costs(figure).filter(PublishedPoint::isSpan).toList();
  }

  private static Stream<PublishedPoint> costs(String figure) {
    return Loaded.ALL.stream()
        .filter(point -> point.figure().equals(figure) && point.unit().equals("µs"));
  }

  static List<PublishedPoint> parse(List<String> lines) {
    return lines.stream().map(PublishedPoint::row).toList();
  }

  private static PublishedPoint row(String line) {
    String[] fields = Shipped.fields(line, COLUMNS);
    return new PublishedPoint(
        fields[0],
        fields[1],
        fields[2],
        bytes(fields[3]),
        bytes(fields[4]),
        Long.parseLong(fields[5]),
        Double.parseDouble(fields[6]),
        fields[7],
        fields[8]);
  }

  private static OptionalLong bytes(String field) {
    return field.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(field));
  }

  /** Read once, when first asked for. */
  private static final class Loaded {
    static final List<PublishedPoint> ALL = parse(Shipped.lines(RESOURCE));
  }
}
