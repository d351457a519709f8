package org.switchlab.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads times as people write them: {@code 30}, {@code 30s}, {@code 5m}. */
final class Seconds implements ITypeConverter<Duration> {

  private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*(s|m|min|h)?");

  @Override
  public Duration convert(String text) {
    Matcher matcher = TIME.matcher(text.strip());
    if (!matcher.matches()) {
      throw new TypeConversionException("'%s' is no time: write 30s, 5m or 1h".formatted(text));
    }
    String unit = matcher.group(2);
    long unitMs = unit == null || unit.equals("s") ? 1_000 : unit.equals("h") ? 3_600_000 : 60_000;
    return Duration.ofMillis(Math.round(Double.parseDouble(matcher.group(1)) * unitMs));
  }
}
