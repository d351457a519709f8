package org.switchlab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloorHistoryTest {

  @TempDir private Path temporary;

  @Test
  void remembersTheLowestOfEachMachine() {
    var history = new FloorHistory(temporary.resolve("state/floors.txt"));
    history.add("one", 9_500.5);
    history.add("one", 9_400);
    history.add("other", 100);
    assertThat(history.lowestNs("one")).hasValue(9_400);
    assertThat(history.lowestNs("unknown")).isEmpty();
  }

  @Test
  void forgetsTheOldestRunsOfThatMachineOnly() {
    var history = new FloorHistory(temporary.resolve("floors.txt"));
    history.add("one", 1);
    history.add("other", 2);
    for (int run = 0; run < 20; run++) {
      history.add("one", 100);
    }
    assertThat(history.lowestNs("one")).hasValue(100);
    assertThat(history.lowestNs("other")).hasValue(2);
  }

  @Test
  void damagedLinesAndUnwritablePlacesAreAnEmptyHistory() throws IOException {
    Path file = temporary.resolve("floors.txt");
    Files.writeString(file, "one\none x\none NaN\n\n");
    assertThat(new FloorHistory(file).lowestNs("one")).isEmpty();
    var nowhere = new FloorHistory(file.resolve("below/a/file"));
    nowhere.add("one", 1);
    assertThat(nowhere.lowestNs("one")).isEmpty();
  }
}
