package org.switchlab.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.switchlab.table.Unit;
import org.switchlab.unit.Units;

/** The values of factors as people write them. */
public final class FactorText {

  private static final Pattern SIZE = Pattern.compile("(-?\\d{1,15})\\s*([KkMmGg]?)(i?[Bb])?");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)\\s*(ns|us|µs|ms|s|m|min|h)?");

  /** A number alone is one of seconds, as in {@code --budget 30}. */
  private static final Map<String, Long> NS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "µs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "min", 60_000_000_000L,
          "h", 3_600_000_000_000L);

  private FactorText() {}

  /** How a value of {@code factor} is written on the command line and shown. */
  public static String show(Factor factor, Object value) {
    return switch (factor.kind()) {
      case BYTES -> Units.bytes((long) value);
      case TIME -> Units.duration(((Long) value).doubleValue());
      case SHARE -> Units.plain(Units.digits((double) value));
      case COUNT, CHOICE, TEXT, FLAG -> value.toString();
    };
  }

  /** What the values of {@code factor} are called in its help: {@code BYTES}. */
  public static String placeholder(Factor factor) {
    return switch (factor.kind()) {
      case BYTES -> "BYTES";
      case TIME -> "TIME";
      case SHARE -> "SHARE";
      case COUNT -> "N";
      case CHOICE, TEXT, FLAG -> factor.name().toUpperCase(Locale.ROOT);
    };
  }

  /** The name of a factor in words, without its unit: {@code array} for {@code arrayBytes}. */
  static String heading(Factor factor) {
    Unit unit = factor.kind().unit();
    String name = factor.name();
    String bare =
        !unit.suffix().isEmpty() && name.endsWith(unit.suffix())
            ? name.substring(0, name.length() - unit.suffix().length())
            : name;
    return bare.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
  }

  static Object accept(Factor factor, Object given) {
    Object value;
    try {
      value = convert(factor.kind(), given);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s is '%s'; %s".formatted(factor.word(), given, e.getMessage()), e);
    }
    if (!factor.valid().test(value)) {
      throw new IllegalArgumentException(
          "%s is %s; it must be %s".formatted(factor.word(), given, factor.allowed()));
    }
    return value;
  }

  private static Object convert(Factor.Kind kind, Object given) {
    return switch (given) {
      case Duration time when kind == Factor.Kind.TIME -> time.toNanos();
      case Boolean flag when kind == Factor.Kind.FLAG -> flag;
      case Number number when kind == Factor.Kind.SHARE -> number.doubleValue();
      case Integer whole when kind.unit() != Unit.NONE -> whole.longValue();
      case Long whole when kind.unit() != Unit.NONE -> whole;
      default -> parse(kind, given.toString().strip());
    };
  }

  private static Object parse(Factor.Kind kind, String text) {
    try {
      return switch (kind) {
        case CHOICE, TEXT -> text;
        case FLAG -> Boolean.valueOf(text);
        case COUNT -> Long.valueOf(text.replace("_", ""));
        case SHARE -> Double.valueOf(text);
        case BYTES -> bytes(text);
        case TIME -> timeNs(text);
      };
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("it must be a number", e);
    }
  }

  /**
   * A size as people write it: {@code 64}, {@code 32K}, {@code 1M}.
   *
   * @throws IllegalArgumentException saying how to write one
   */
  public static long bytes(String text) {
    Matcher matcher = SIZE.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("it must be a size, such as 64, 32K or 1M");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2).toUpperCase(Locale.ROOT)) {
      case "K" -> number << 10;
      case "M" -> number << 20;
      case "G" -> number << 30;
      default -> number;
    };
  }

  /**
   * A time as people write it, in ns: {@code 50us}, {@code 30s}, {@code 5m}; a number alone is one
   * of seconds.
   *
   * @throws IllegalArgumentException saying how to write one
   */
  public static long timeNs(String text) {
    Matcher matcher = TIME.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("it must be a time, such as 50us, 30s, 5m or 1h");
    }
    long unitNs = NS.getOrDefault(Objects.requireNonNullElse(matcher.group(2), "s"), 1L);
    return new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unitNs)).longValue();
  }
}
