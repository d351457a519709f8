package org.switchlab.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.python.PythonEnvironment.Requirements;

/** Makes real environments, empty ones: nothing is fetched. */
class VirtualEnvironmentIT {
  @TempDir private Path root;

  @BeforeEach
  void needsPython() throws Exception {
    int python =
        new ProcessBuilder("sh", "-c", "python3 -c 'import venv, ensurepip'").start().waitFor();
    assumeThat(python).as("python3 with its venv module").isZero();
    Files.createDirectories(root.resolve("kernel-ext"));
    pins("# nothing\n");
  }

  @Test
  void isMadeOnceAndTakenUpAgainWhenThePinsChange() throws Exception {
    Project project = new Project(root);
    PythonEnvironment environment = PythonEnvironment.made(project, Requirements.LAB);
    assertThat(environment.program("python")).isExecutable();

    Path log = root.resolve(".switchlab/python.log");
    Files.delete(log);
    PythonEnvironment.made(project, Requirements.LAB);
    assertThat(log).as("nothing was run").doesNotExist();

    pins("# nothing else\n");
    PythonEnvironment.made(project, Requirements.LAB);
    assertThat(log).exists();
  }

  /** The programs of a copy run those of the folder that it was copied from. */
  @Test
  void aCopyIsMadeAnew() throws Exception {
    Path ours = root.resolve(".switchlab/venv");
    PythonEnvironment.made(new Project(root), Requirements.LAB);
    Path about = ours.resolve("pyvenv.cfg");
    String text = Files.readString(about);
    assumeThat(text).as("a Python that tells where (3.11)").contains("command = ");
    Files.writeString(about, text.replace(ours.toString(), "/elsewhere/.switchlab/venv"));
    Path stray = Files.createFile(ours.resolve("of-the-copied-one"));

    PythonEnvironment.made(new Project(root), Requirements.LAB);
    assertThat(stray).doesNotExist();
    assertThat(about).content().contains(ours.toString());
  }

  @Test
  void packagesThatCannotBeHadAreToldWithTheLog() throws IOException {
    pins("./no-such-folder\n");

    assertThatThrownBy(() -> PythonEnvironment.made(new Project(root), Requirements.LAB))
        .isInstanceOf(NotPossibleException.class)
        .hasMessageContaining("could not be installed")
        .hasMessageContaining("python.log");
  }

  private void pins(String text) throws IOException {
    Files.writeString(root.resolve("kernel-ext/requirements.txt"), text);
  }
}
