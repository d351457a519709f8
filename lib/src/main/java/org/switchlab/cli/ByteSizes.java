package org.switchlab.cli;

import org.switchlab.plan.FactorText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads sizes as people write them: {@code 64}, {@code 32K}, {@code 32KiB}, {@code 1M}. */
final class ByteSizes implements ITypeConverter<Long> {

  @Override
  public Long convert(String text) {
    try {
      return FactorText.bytes(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'%s': %s".formatted(text, e.getMessage()));
    }
  }
}
