package org.switchlab.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.switchlab.claim.Finding;
import org.switchlab.claim.Verdict;
import org.switchlab.machine.MachineJson;
import org.switchlab.table.RowsJson;

/** The JSON document of {@code switchlab run --json}. */
public final class ResultJson {

  private ResultJson() {}

  /** The document of {@code result}, which is stored in {@code folder}. */
  public static String document(Result result, Path folder) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("experiment", result.experiment());
    document.put("source", result.source().word());
    document.set("machine", tree(MachineJson.write(result.machine())));
    document.set("plan", Json.MAPPER.valueToTree(result.plan()));
    document.set("rows", RowsJson.flat(result.rows()));
    ObjectNode tables = document.putObject("tables");
    result.data().tables().stream()
        .skip(1)
        .forEach(rows -> tables.set(rows.title(), RowsJson.flat(rows)));
    ArrayNode verdicts = document.putArray("verdicts");
    result.verdicts().forEach(verdict -> verdicts.add(node(verdict)));
    document.set("warnings", Json.MAPPER.valueToTree(result.warnings()));
    document.put("folder", folder.toString());
    try {
      return Json.MAPPER.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can always be written", e);
    }
  }

  private static JsonNode tree(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was just written can be read", e);
    }
  }

  private static ObjectNode node(Verdict verdict) {
    ObjectNode node =
        Json.MAPPER
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
    return Json.MAPPER
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
