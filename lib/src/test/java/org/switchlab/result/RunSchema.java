package org.switchlab.result;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Checks a document against {@code run.schema.json}. */
public final class RunSchema {

  private RunSchema() {}

  /** What in {@code json} does not follow the schema; empty if all does. */
  public static List<String> errors(String json) throws IOException {
    try (InputStream in = Result.class.getResourceAsStream("run.schema.json")) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
      return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
    }
  }
}
