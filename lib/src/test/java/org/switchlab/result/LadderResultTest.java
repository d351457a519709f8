package org.switchlab.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.estimate.AddressSpaceCost;
import org.switchlab.warning.WarningCode;
import tech.tablesaw.api.Row;

class LadderResultTest {

  @TempDir private Path temporary;
  private final LadderResult ladder = SampleResults.ladder();

  @Test
  void whatIsLoadedEqualsWhatWasSaved() {
    ladder.save(temporary.resolve("one"));
    assertThat(Result.load(temporary.resolve("one"), LadderResult.class)).isEqualTo(ladder);
  }

  @Test
  void itsDocumentFollowsTheSchemaAndNothingElseDoes() throws IOException {
    String document = ResultJson.document(ladder, temporary);
    assertThat(RunSchema.errors(document)).isEmpty();
    var other = (ObjectNode) new ObjectMapper().readTree(document);
    ((ObjectNode) other.get("rows").get(0)).put("grossUs", 1);
    assertThat(RunSchema.errors(other.toString())).isNotEmpty();
  }

  @Test
  void theTableHasTheFixedColumnsAndARowARung() {
    assertThat(ladder.table().columnNames())
        .containsExactly(
            "rung",
            "scope",
            "estimateNs",
            "ciLowNs",
            "ciHighNs",
            "grossNs",
            "syscallsPerSwitch",
            "stop");
    assertThat(ladder.table().stringColumn("rung").asList())
        .containsExactly("call", "gthread", "pipe-thread", "pipe-process");
    Row unmeasured = ladder.table().row(0);
    assertThat(unmeasured.isMissing("estimateNs")).isTrue();
    assertThat(unmeasured.isMissing("grossNs")).isTrue();
    assertThat(unmeasured.isMissing("syscallsPerSwitch")).isTrue();
    assertThat(ladder.table().row(1).getDouble("syscallsPerSwitch")).isEqualTo(3);
  }

  @Test
  void processesAreComparedWithThreadsOfTheSameMechanism() {
    assertThat(ladder.addressSpaceCosts())
        .extracting(AddressSpaceCost::mechanism)
        .containsExactly("pipe");
    assertThat(ladder.addressSpaceCost().columnNames())
        .containsExactly("mechanism", "estimateNs", "ciLowNs", "ciHighNs");
    assertThat(ladder.addressSpaceCost().rowCount()).isEqualTo(1);
  }

  @Test
  void onlyRungsThatWereCountedHaveWork() {
    assertThat(ladder.work().stringColumn("rung").asList())
        .containsExactly("gthread", "pipe-thread", "pipe-process");
    assertThat(ladder.work().row(0).isMissing("userInstructionsPerSwitch")).isTrue();
  }

  @Test
  void aKilledRunKeepsItsEstimates() throws IOException {
    Path folder = temporary.resolve("killed");
    ResultWriter.begin(folder, LadderResult.KIND, ladder.frame());
    Files.write(folder.resolve(LadderResult.SAMPLES), ladder.ownFiles().get(LadderResult.SAMPLES));
    LadderResult loaded = Result.load(folder, LadderResult.class);
    assertThat(loaded.has(WarningCode.INTERRUPTED)).isTrue();
    assertThat(loaded.rung("gthread").orElseThrow().cost().switchCostNs())
        .isEqualTo(ladder.rung("gthread").orElseThrow().cost().switchCostNs());
    assertThat(loaded.addressSpaceCosts()).isEqualTo(ladder.addressSpaceCosts());
    assertThat(loaded.work().isEmpty()).isTrue();
  }
}
