package org.switchlab.cli;

import java.util.Locale;
import org.switchlab.emulator.CacheModel;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads whose accesses the modelled caches see. */
final class Models implements ITypeConverter<CacheModel> {

  @Override
  public CacheModel convert(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "all" -> CacheModel.ALL;
      case "user" -> CacheModel.USER;
      default ->
          throw new TypeConversionException("'%s' is no model: write all or user".formatted(text));
    };
  }
}
