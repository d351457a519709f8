package org.switchlab.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.switchlab.emulator.CacheModel;
import org.switchlab.plan.FactorText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options as people write them. */
final class Values {

  private Values() {}

  /** Sizes: {@code 64}, {@code 32K}, {@code 32KiB}, {@code 1M}. */
  static final class Bytes implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
      return read(text, FactorText::bytes);
    }
  }

  /** Times: {@code 30}, {@code 30s}, {@code 5m}. */
  static final class Time implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
      return Duration.ofNanos(read(text, FactorText::timeNs));
    }
  }

  /** Whose accesses the modelled caches see. */
  static final class Model implements ITypeConverter<CacheModel> {

    @Override
    public CacheModel convert(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "all" -> CacheModel.ALL;
        case "user" -> CacheModel.USER;
        default ->
            throw new TypeConversionException(
                "'%s' is no model: write all or user".formatted(text));
      };
    }
  }

  private static long read(String text, ToLongFunction<String> reader) {
    try {
      return reader.applyAsLong(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'%s': %s".formatted(text, e.getMessage()));
    }
  }
}
