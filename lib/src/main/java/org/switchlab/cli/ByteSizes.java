package org.switchlab.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads sizes as people write them: {@code 64}, {@code 32K}, {@code 32KiB}, {@code 1M}. */
final class ByteSizes implements ITypeConverter<Long> {

  private static final Pattern SIZE = Pattern.compile("(-?\\d{1,15})\\s*([KkMm]?)(i?[Bb])?");

  @Override
  public Long convert(String text) {
    Matcher matcher = SIZE.matcher(text.strip());
    if (!matcher.matches()) {
      throw new TypeConversionException("'%s' is no size: write 64, 32K or 1M".formatted(text));
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "K", "k" -> number << 10;
      case "M", "m" -> number << 20;
      default -> number;
    };
  }
}
