package org.switchlab.result;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.switchlab.claim.Finding;
import org.switchlab.claim.Verdict;
import org.switchlab.machine.MachineJson;
import org.switchlab.table.RowsJson;

/** Results as JSON: the one mapper of stored ones, and the document of {@code run --json}. */
public final class ResultJson {

  /** Records as they are, unknown fields refused. */
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          // A record is its components; what it derives from them is not stored.
          .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
          .build();

  private ResultJson() {}

  /** The document of {@code result}, which is stored in {@code folder}. */
  public static String document(Result result, Path folder) {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("experiment", result.experiment());
    document.put("source", result.source().word());
    document.set("machine", MachineJson.tree(result.machine()));
    document.set("plan", MAPPER.valueToTree(result.plan()));
    document.set("rows", RowsJson.flat(result.rows()));
    ObjectNode tables = document.putObject("tables");
    result.data().tables().stream()
        .skip(1)
        .forEach(rows -> tables.set(rows.title(), RowsJson.flat(rows)));
    ArrayNode verdicts = document.putArray("verdicts");
    result.verdicts().forEach(verdict -> verdicts.add(node(verdict)));
    document.set("warnings", MAPPER.valueToTree(result.warnings()));
    document.put("folder", folder.toString());
    return document.toPrettyString();
  }

  /** A value that holds nothing a JSON document cannot hold, as UTF-8. */
  static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of plain values can always be written", e);
    }
  }

  private static ObjectNode node(Verdict verdict) {
    ObjectNode node =
        MAPPER
            .createObjectNode()
            .put("id", verdict.id())
            .put("verdict", verdict.outcome().words())
            .put("published", verdict.published())
            .put("here", verdict.here())
            .put("why", verdict.why());
    ArrayNode findings = node.putArray("findings");
    verdict.findings().forEach(finding -> findings.add(node(finding)));
    return node;
  }

  private static ObjectNode node(Finding finding) {
    return MAPPER
        .createObjectNode()
        .put("what", finding.what())
        .put("value", finding.contrast().value())
        .put("low", finding.contrast().low())
        .put("high", finding.contrast().high())
        .put("level", finding.contrast().level())
        .put("threshold", finding.threshold())
        .put("margin", finding.margin())
        .put("unit", finding.unit().word())
        .put("verdict", finding.outcome().words());
  }
}
