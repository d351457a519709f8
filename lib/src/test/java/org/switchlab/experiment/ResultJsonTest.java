package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchlab.plan.Setting;
import org.switchlab.result.ResultJson;
import org.switchlab.table.Estimate;

/** The document of {@code run --json} and its schema. */
class ResultJsonTest {

  private static SwitchCosts result() {
    return Scripted.of(
        KernelSwitchCost.EXPERIMENT.setup().seed(1).sizesBytes(32 << 10).stridesBytes(0, 64),
        List.of(
            Scripted.estimate(
                Setting.of("arrayBytes", 0, "strideBytes", 0),
                new Estimate(1_000, 990, 1_010, 0.95)),
            Scripted.estimate(Setting.of("arrayBytes", 32 << 10, "strideBytes", 64), null)));
  }

  private static ObjectNode document() throws IOException {
    return (ObjectNode)
        new ObjectMapper().readTree(ResultJson.document(result(), Path.of("some/folder")));
  }

  private static List<String> errors(JsonNode document) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(RunSchema.text());
    return schema.validate(document.toString(), InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void followsItsSchema() throws IOException {
    assertThat(errors(document())).isEmpty();
  }

  @Test
  void theSchemaRefusesWhatIsNotThere() throws IOException {
    ObjectNode document = document();
    document.remove("verdicts");
    assertThat(errors(document)).isNotEmpty();
  }

  @Test
  void theSchemaRefusesAColumnThatIsNotTheExperiments() throws IOException {
    ObjectNode document = document();
    ((ObjectNode) document.get("rows").get(0)).put("estimate", 1);
    assertThat(errors(document)).isNotEmpty();
  }

  @Test
  void anUndefinedStatisticIsNull() throws IOException {
    JsonNode unmeasured = document().get("rows").get(1);
    assertThat(unmeasured.get("arrayBytes").asLong()).isEqualTo(32 << 10);
    assertThat(unmeasured.get("estimateNs").isNull()).isTrue();
    assertThat(unmeasured.get("singleNs").isNull()).isTrue();
    assertThat(unmeasured.get("stop").asText()).isEqualTo("failed");
  }

  @Test
  void theOtherTablesAreInItByTitle() throws IOException {
    assertThat(document().get("tables").has("passes")).isTrue();
  }
}
