package org.switchlab.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ResultJsonTest {

  private static JsonNode document() throws IOException {
    return new ObjectMapper()
        .readTree(ResultJson.document(SampleResults.small(), Path.of("some/folder")));
  }

  @Test
  void followsItsSchema() throws IOException {
    assertThat(RunSchema.errors(document().toString())).isEmpty();
  }

  @Test
  void theSchemaRefusesWhatIsNotThere() throws IOException {
    var document = (com.fasterxml.jackson.databind.node.ObjectNode) document();
    document.remove("verdicts");
    assertThat(RunSchema.errors(document.toString())).isNotEmpty();
  }

  @Test
  void theSchemaRefusesAColumnThatIsNotTheExperiments() throws IOException {
    var document = document();
    ((com.fasterxml.jackson.databind.node.ObjectNode) document.get("rows").get(0))
        .put("estimate", 1);
    assertThat(RunSchema.errors(document.toString())).isNotEmpty();
  }

  @Test
  void anUndefinedStatisticIsNull() throws IOException {
    JsonNode unmeasured = document().get("rows").get(1);
    assertThat(unmeasured.get("arrayBytes").asLong()).isEqualTo(32 << 10);
    assertThat(unmeasured.get("estimateNs").isNull()).isTrue();
    assertThat(unmeasured.get("quietShare").isNull()).isTrue();
  }
}
