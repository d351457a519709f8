package org.switchlab.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.switchlab.python.KernelInstaller;

/** The program that executes notebooks: damaged notebooks, nowhere to write, and kills. */
final class PythonFaults {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int LONGEST_MS = 5_000;
  private static final int DAMAGES = 4;

  private static final String NOTEBOOK =
      """
      {"cells": [{"cell_type": "code", "execution_count": null, "id": "a", "metadata": {},
        "outputs": [], "source": ["Thread.sleep(3000);"]}],
       "metadata": {"kernelspec": {"name": "switchlab-java", "display_name": "Java (SwitchLab)",
        "language": "java"}}, "nbformat": 4, "nbformat_minor": 5}
      """;

  private final long seed;

  PythonFaults(long seed) {
    this.seed = seed;
  }

  /** Damages, and so many kills. */
  Source source(int kills) {
    return Source.of(Target.PYTHON, _ -> faults(kills));
  }

  private List<Fault> faults(int kills) throws NotHereException {
    @Nullable String home = System.getProperty("switchlab.home");
    if (home == null || !Files.isExecutable(Path.of(home, ".switchlab/venv/bin/python"))) {
      throw new NotHereException(
          "the Python environment was not made yet (./switchlab environment)");
    }
    if (ServiceLoader.load(KernelInstaller.class).findFirst().isEmpty()) {
      throw new NotHereException("the kernel extension is not on the class path");
    }
    var random = new SplittableRandom(seed);
    List<Fault> all = new ArrayList<>();
    for (int i = 1; i <= DAMAGES; i++) {
      int cut = random.nextInt(NOTEBOOK.length() - 2);
      byte[] begun = Arrays.copyOf(NOTEBOOK.getBytes(UTF_8), cut);
      all.add(fault(Kind.DAMAGE, "cut:" + i, nest -> executed(nest, begun, "out.ipynb")));
    }
    byte[] whole = NOTEBOOK.getBytes(UTF_8);
    all.add(fault(Kind.DAMAGE, "empty", nest -> executed(nest, new byte[0], "out.ipynb")));
    all.add(fault(Kind.RIGHT, "no-folder", nest -> executed(nest, whole, "none/out.ipynb")));
    for (int i = 0; i < kills; i++) {
      String victim = i % 2 == 0 ? "python" : "java";
      int afterMs = random.nextInt(LONGEST_MS);
      all.add(fault(Kind.KILL, victim + ":" + i, nest -> killed(nest, victim, afterMs)));
    }
    return all;
  }

  private static Fault fault(Kind kind, String what, Fault.Trial trial) {
    return new Fault(Target.PYTHON, kind, what, trial);
  }

  private static Verdict executed(Nest nest, byte[] notebook, String out)
      throws IOException, InterruptedException {
    Verdict verdict = Told.of(Ended.run(nest, command(nest, notebook, out), LIMIT));
    return verdict.outcome() == Outcome.RIGHT
        ? new Verdict(Outcome.SILENT, "it says that it has executed the notebook")
        : verdict;
  }

  private static Verdict killed(Nest nest, String victim, int afterMs)
      throws IOException, InterruptedException {
    List<String> command = command(nest, NOTEBOOK.getBytes(UTF_8), "out.ipynb");
    Verdict verdict = Victim.of(nest, command, victim, afterMs, LIMIT);
    nest.forgetTemporary(); // a killed kernel's own files
    return verdict;
  }

  private static List<String> command(Nest nest, byte[] notebook, String out) throws IOException {
    Path file = Files.write(nest.file("in.ipynb"), notebook);
    List<String> words = List.of("notebook", "--out", nest.file(out).toString(), file.toString());
    return JavaCommand.words(nest, JavaCommand.COMMAND_LINE, words);
  }
}
