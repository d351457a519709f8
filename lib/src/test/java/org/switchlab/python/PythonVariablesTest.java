package org.switchlab.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What programs of the environment are told of where things are. */
class PythonVariablesTest {

  private final PythonEnvironment python = new PythonEnvironment(Path.of("/checkout/venv"));

  /** jupyter/notebook #4447: a kernel of the same name elsewhere was run instead, unnoticed. */
  @Test
  void thisCheckoutsKernelIsFoundBeforeOthersOfItsName() {
    assertThat(python.variables(Map.of("JUPYTER_PATH", "/other/share/jupyter")))
        .containsEntry("JUPYTER_PATH", "/checkout/venv/share/jupyter:/other/share/jupyter");
    assertThat(python.variables(Map.of("JUPYTER_PATH", "")))
        .containsEntry("JUPYTER_PATH", "/checkout/venv/share/jupyter");
  }

  /** Where the environment is another user's, or holds another checkout's kernel. */
  @Test
  void aKernelOfTheUsersOwnIsFoundBeforeTheEnvironments() {
    var shared = new PythonEnvironment(Path.of("/shared/venv"), Path.of("/own/jupyter"));
    assertThat(shared.variables(Map.of()))
        .containsEntry("JUPYTER_PATH", "/own/jupyter:/shared/venv/share/jupyter");
  }

  @Test
  void itsProgramsComeFirst() {
    assertThat(python.variables(Map.of("PATH", "/bin")))
        .containsEntry("PATH", "/checkout/venv/bin:/bin");
  }
}
