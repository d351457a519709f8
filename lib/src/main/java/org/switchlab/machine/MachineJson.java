package org.switchlab.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine as {@code machine.json}: what is not known is not written. */
public final class MachineJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .enable(SerializationFeature.INDENT_OUTPUT)
          // A number that is missing must not turn into 0.
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private MachineJson() {}

  /** The machine as a JSON document. */
  public static String write(Machine machine) {
    try {
      return JSON.writeValueAsString(machine) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The same as a tree, to be part of another document. */
  public static JsonNode tree(Machine machine) {
    return JSON.valueToTree(machine);
  }

  /**
   * Reads what {@link #write} wrote; the machine equals the one written.
   *
   * @throws IllegalArgumentException if {@code json} is not a machine; the message says where
   */
  public static Machine read(String json) {
    try {
      Machine machine = JSON.readValue(json, Machine.class);
      if (machine == null) {
        throw new IllegalArgumentException("the JSON document is null; a machine was expected");
      }
      return machine;
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException("not a machine: " + wrong.getMessage(), wrong);
    }
  }

  /**
   * Reads a {@code machine.json}.
   *
   * @throws IOException if the file cannot be read or is not a machine; the message names it
   */
  public static Machine read(Path file) throws IOException {
    try {
      return read(Files.readString(file));
    } catch (IllegalArgumentException wrong) {
      throw new IOException(file + " is truncated or was edited: " + wrong.getMessage(), wrong);
    }
  }
}
