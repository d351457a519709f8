package org.switchlab.subject;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.switchlab.file.ProgramFolder;
import org.switchlab.file.Reason;
import org.switchlab.file.ScratchFolder;
import org.switchlab.file.Sha256;
import org.switchlab.run.Command;
import org.switchlab.run.RunnerException;
import org.switchlab.run.UnavailableException;

/**
 * Builds programs that measure subjects. What is built is kept in the {@link ProgramFolder} under a
 * hash of its sources, commands and toolchains, so that each is built once.
 */
public final class SubjectBuild {

  /** A first build may fetch the language's own packages. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private static final int SHOWN_LINES = 6;

  private final Function<String, Toolchain> toolchains;

  /** With the toolchains of this build. */
  public SubjectBuild() {
    this(Toolchains::named);
  }

  SubjectBuild(Function<String, Toolchain> toolchains) {
    this.toolchains = toolchains;
  }

  /**
   * The command that starts {@code program}, built before if need be.
   *
   * @throws UnavailableException if a toolchain is missing or the program does not build
   * @throws RunnerException if nothing can be kept on this machine
   */
  public List<String> command(SubjectProgram program)
      throws RunnerException, InterruptedException {
    List<String> versions = versions(program);
    try {
      Path kept = folder(program, versions);
      if (!Files.isDirectory(kept)) {
        build(program, kept);
      }
      return filled(program.start(), kept);
    } catch (IOException e) {
      throw new RunnerException(
          "%s cannot be built: %s".formatted(program.name(), Reason.of(e)), e);
    }
  }

  /** Whether it is built already, so that the next run starts at once. */
  public boolean isBuilt(SubjectProgram program) throws InterruptedException {
    try {
      return Files.isDirectory(folder(program, versions(program)));
    } catch (IOException | UnavailableException e) {
      return false;
    }
  }

  private List<String> versions(SubjectProgram program)
      throws UnavailableException, InterruptedException {
    List<String> versions = new ArrayList<>();
    for (String need : program.needs()) {
      Toolchain toolchain = toolchains.apply(need);
      versions.add(
          Toolchains.version(toolchain)
              .orElseThrow(
                  () ->
                      new UnavailableException(
                          "%s is not installed".formatted(toolchain.gives()),
                          toolchain.remedy())));
    }
    return versions;
  }

  private static Path folder(SubjectProgram program, List<String> versions) throws IOException {
    var all = new ByteArrayOutputStream();
    all.writeBytes((program + " " + versions + Runtime.version()).getBytes(UTF_8));
    for (String file : sources(program)) {
      try (InputStream in = Subjects.SOURCES.open(file)) {
        all.writeBytes(file.getBytes(UTF_8));
        in.transferTo(all);
      }
    }
    String digest = Sha256.of(all.toByteArray()).substring(0, 16);
    return ProgramFolder.path().resolve("subjects").resolve(program.name() + "-" + digest);
  }

  private static List<String> sources(SubjectProgram program) throws IOException {
    String language = program.folder().split("/", 2)[0] + "/";
    return Subjects.SOURCES.files().stream().filter(file -> file.startsWith(language)).toList();
  }

  /** Others that build it at the same moment see the whole folder or none. */
  private static void build(SubjectProgram program, Path kept)
      throws IOException, RunnerException, InterruptedException {
    Path parent = Objects.requireNonNull(kept.getParent());
    Files.createDirectories(parent);
    Path scratch = Files.createTempDirectory(parent, "build");
    try {
      Path out = Files.createDirectory(scratch.resolve("out"));
      Path folder = unpack(program, scratch.resolve("sources"));
      for (List<String> words : program.build()) {
        run(program, filled(words, out), folder);
      }
      Files.move(out, kept, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.isDirectory(kept)) { // else another was quicker
        throw e;
      }
    } finally {
      ScratchFolder.delete(scratch);
    }
  }

  private static Path unpack(SubjectProgram program, Path to) throws IOException {
    for (String file : sources(program)) {
      Path target = to.resolve(file);
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      try (InputStream in = Subjects.SOURCES.open(file)) {
        Files.copy(in, target);
      }
    }
    return to.resolve(program.folder());
  }

  private static void run(SubjectProgram program, List<String> words, Path folder)
      throws IOException, UnavailableException, InterruptedException {
    Command.Ended ended = ToolCommand.of(words, LIMIT).in(folder).run();
    if (!ended.well()) {
      throw new UnavailableException(
          "the program %s does not build: %s".formatted(program.name(), firstErrors(ended.said())),
          "mend what its compiler names, or report it; the command was: "
              + String.join(" ", words));
    }
  }

  private static String firstErrors(String said) {
    String errors =
        said.lines()
            .filter(line -> line.contains("rror") || line.contains("undefined"))
            .limit(SHOWN_LINES)
            .collect(Collectors.joining("\n"));
    return errors.isEmpty() ? said.strip() : errors;
  }

  private static List<String> filled(List<String> words, Path out) {
    return words.stream()
        .map(word -> word.replace("{out}", out.toString()))
        .map(word -> word.replace("{java}", System.getProperty("java.home")))
        .toList();
  }
}
