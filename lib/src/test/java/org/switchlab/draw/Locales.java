package org.switchlab.draw;

import java.util.Locale;
import java.util.function.Supplier;

/** Runs code under another default locale and puts the old one back. */
public final class Locales {

  private Locales() {}

  public static <T> T under(Locale locale, Supplier<T> code) {
    Locale before = Locale.getDefault();
    Locale.setDefault(locale);
    try {
      return code.get();
    } finally {
      Locale.setDefault(before);
    }
  }
}
