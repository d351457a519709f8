package org.switchlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSpecTest {

  @TempDir private Path folder;
  private Path jjava;
  private Path jar;
  private final Path jdk = Path.of(System.getProperty("java.home"));

  @BeforeEach
  void makeJars() throws Exception {
    jjava = Files.createFile(folder.resolve("jjava.jar"));
    jar = Files.createFile(folder.resolve("lib with space.jar"));
  }

  private Path install() throws Exception {
    return new KernelSpec(jdk, jjava, List.of(jar)).writeTo(folder.resolve("data"));
  }

  @Test
  void writesWhatJupyterReads() throws Exception {
    Path kernel = install();
    assertThat(kernel).isEqualTo(folder.resolve("data/kernels/switchlab-java"));
    JsonNode json = new ObjectMapper().readTree(kernel.resolve("kernel.json").toFile());
    List<String> argv =
        StreamSupport.stream(json.get("argv").spliterator(), false).map(JsonNode::asText).toList();
    assertThat(argv)
        .startsWith("/bin/sh", kernel + "/start-kernel.sh", jdk.resolve("bin/java").toString());
    assertThat(argv.getLast()).isEqualTo("{connection_file}");
    assertThat(argv).contains("--enable-native-access=ALL-UNNAMED", jjava + ":" + jar);
    assertThat(argv).noneMatch(word -> word.startsWith("-XX:TieredStopAtLevel"));
    assertThat(json.get("language").asText()).isEqualTo("java");
    assertThat(json.get("interrupt_mode").asText()).isEqualTo("message");
    assertThat(kernel).isDirectoryContaining("glob:**/logo-svg.svg");
  }

  @Test
  void othersMayReadIt() throws Exception {
    assertThat(Files.getPosixFilePermissions(install().resolve("kernel.json")))
        .contains(PosixFilePermission.OTHERS_READ);
  }

  @Test
  void writingAgainTouchesNothing() throws Exception {
    Path json = install().resolve("kernel.json");
    Object inode = Files.getAttribute(json, "unix:ino");
    install();
    assertThat(Files.getAttribute(json, "unix:ino")).isEqualTo(inode);
    assertThat(json.getParent()).isDirectoryNotContaining("glob:**/*.part");
  }

  @Test
  void namesTheFileThatIsMissingAndTheRepair() {
    assertThatThrownBy(() -> new KernelSpec(jdk, folder.resolve("no.jar"), List.of()))
        .hasMessageContaining("no.jar is not there: pip install jjava");
    assertThatThrownBy(() -> new KernelSpec(folder, jjava, List.of()))
        .hasMessageContaining("JAVA_HOME");
  }

  @Test
  void namesEveryJarOfAManifest() throws Exception {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(Attributes.Name.CLASS_PATH, "dependency/a.jar dependency/b.jar");
    Path main = folder.resolve("main.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(main), manifest)) {
      out.finish();
    }
    assertThat(KernelSpec.jars(main.toString()))
        .containsExactly(
            main, folder.resolve("dependency/a.jar"), folder.resolve("dependency/b.jar"));
  }
}
