package org.switchlab.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, in words for people: Java often names only a class. */
public final class Reason {

  private Reason() {}

  /** The reason of {@code failure}, a few words without a full stop. */
  public static String of(Exception failure) {
    return switch (failure) {
      case UncheckedIOException e when e.getCause() != null -> of(e.getCause());
      case NoSuchFileException none -> none.getFile() + " does not exist or cannot be made";
      case AccessDeniedException denied -> "no right to use " + denied.getFile();
      case FileSystemException e when e.getReason() != null -> e.getReason();
      case IOException e when e.getMessage() != null -> e.getMessage();
      default -> "input or output failed";
    };
  }
}
