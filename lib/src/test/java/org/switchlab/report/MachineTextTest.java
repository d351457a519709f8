package org.switchlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.machine.Fixtures;
import org.switchlab.machine.Machine;
import org.switchlab.machine.Toolchains.Tool;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

class MachineTextTest {

  private static final Path GOLDEN = Path.of("src/test/resources/machines/golden");

  private final Locale before = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {Fixtures.FIRECRACKER, Fixtures.XEON, Fixtures.ARM, Fixtures.CONTAINER})
  void sameTextInEveryLocale(String name) throws IOException {
    Path file = GOLDEN.resolve(name + ".txt");
    if (Boolean.getBoolean("golden.write")) {
      Locale.setDefault(Locale.ROOT);
      Files.createDirectories(GOLDEN);
      Files.writeString(file, MachineText.of(Fixtures.machine(name)));
    }
    String golden = Files.readString(file);
    for (Locale locale : List.of(Locale.ROOT, Locale.US, Locale.GERMANY, Locale.of("ar", "EG"))) {
      Locale.setDefault(locale);
      assertThat(MachineText.of(Fixtures.machine(name))).as("%s", locale).isEqualTo(golden);
    }
  }

  @Test
  void fitsATerminalExceptCommandsToCopy() {
    for (String name : Fixtures.ALL) {
      assertThat(MachineText.of(Fixtures.machine(name)).lines().skip(1))
          .filteredOn(line -> !line.contains("-> "))
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }
  }

  @Test
  void gapsAreShownAsUnknown() {
    String text = MachineText.of(Machine.read(Path.of("no-such-tree")));
    assertThat(text)
        .startsWith("unknown CPU\n")
        .contains("  SCHED_FIFO              unknown", "UNREADABLE")
        .doesNotContain("null");
  }

  @Test
  void toolsAreASectionOfTheirOwn() {
    String text =
        MachineText.of(
            Machine.read(Path.of("no-such-tree")),
            List.of(
                new Tool("gcc", Path.of("/usr/bin/gcc"), "gcc 14"),
                new Tool("go", Path.of("/opt/go"), null),
                new Tool("perf", null, null)),
            List.of(new Warning(WarningCode.NO_PICTURE, "no fonts", "install some")));
    assertThat(text)
        .contains("  NO_PICTURE\n    no fonts\n    -> install some\n")
        .contains("  gcc                     gcc 14\n")
        .contains("  go                      /opt/go, version unknown\n")
        .contains("  perf                    not found\n");
  }
}
