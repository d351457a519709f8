package org.switchlab.cli;

import java.time.Duration;
import org.switchlab.plan.FactorText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads times as people write them: {@code 30}, {@code 30s}, {@code 5m}. */
final class Seconds implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    try {
      return Duration.ofNanos(FactorText.timeNs(text));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'%s': %s".formatted(text, e.getMessage()));
    }
  }
}
