package org.switchlab.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.python.PythonEnvironment.Requirements;

class RequirementsTest {
  @TempDir private Path root;

  @BeforeEach
  void writePins() throws IOException {
    Files.createDirectories(root.resolve("kernel-ext"));
    pin("requirements.txt", "jupyterlab==4.5.0");
    pin("requirements-test.txt", "pytest==8.0.0");
  }

  @Test
  void thePrintChangesWithEachPinOfItsFiles() throws IOException {
    String lab = Requirements.LAB.fingerprint(root);
    String test = Requirements.TEST.fingerprint(root);

    pin("requirements-test.txt", "pytest==8.0.1");

    assertThat(Requirements.LAB.fingerprint(root)).isEqualTo(lab);
    assertThat(Requirements.TEST.fingerprint(root)).isNotEqualTo(test);

    pin("requirements.txt", "jupyterlab==4.5.1");

    assertThat(Requirements.LAB.fingerprint(root)).isNotEqualTo(lab);
  }

  @Test
  void theTestsNeedAllThatTheLabNeeds() {
    assertThat(Requirements.TEST.modules()).containsAll(Requirements.LAB.modules());
    assertThat(Requirements.TEST.files(root)).containsAll(Requirements.LAB.files(root));
  }

  private void pin(String file, String line) throws IOException {
    Files.writeString(root.resolve("kernel-ext").resolve(file), line + "\n");
  }
}
