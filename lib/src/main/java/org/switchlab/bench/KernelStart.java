package org.switchlab.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.switchlab.os.Signal;
import org.switchlab.python.NotPossibleException;
import org.switchlab.python.Project;
import org.switchlab.python.PythonEnvironment;
import org.switchlab.python.PythonEnvironment.Requirements;

/**
 * From the bare start of a kernel to the first chart of stored values: ours against stock JJava
 * with the same libraries, in turn.
 *
 * <p>A Jupyter client measures it, {@code kernel-ext/src/bench/kernel_start.py}, which knows how
 * kernels are started and spoken with.
 */
final class KernelStart extends Benchmark {

  private static final double PROMISED_RATIO = 0.5;

  /** The client says nothing until it has started the last kernel. */
  private static final Duration SILENCE = Duration.ofMinutes(10);

  /** The client must stop the kernels: they are in sessions of their own. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  KernelStart() {
    super(
        "kernel-start",
        "bare kernel start to the first chart in at most half of stock JJava's time");
  }

  @Override
  public Reading measure(Consumer<String> progress)
      throws NotMeasurableException, IOException, InterruptedException {
    try {
      Project project = Project.current();
      Path script = project.root().resolve("kernel-ext/src/bench/kernel_start.py");
      if (!Files.isRegularFile(script)) {
        throw new NotMeasurableException("%s is missing: use a whole checkout".formatted(script));
      }
      PythonEnvironment python = PythonEnvironment.ready(project, Requirements.LAB);
      progress.accept("starts both kernels in turn, about a minute");
      List<String> arguments = new ArrayList<>(List.of(script.toString()));
      arguments.addAll(List.of("--prefix", python.prefix().toString()));
      arguments.addAll(List.of("--data", python.jupyterData().toString()));
      try (Subprocess client = Subprocess.start(python.program("python"), arguments)) {
        return reading(outputOf(client));
      }
    } catch (NotPossibleException e) {
      throw new NotMeasurableException(String.valueOf(e.getMessage()));
    }
  }

  private static String outputOf(Subprocess client)
      throws NotMeasurableException, InterruptedException {
    try {
      return client.end(SILENCE).requireSuccess("the Jupyter client").output();
    } catch (InterruptedException stopRequested) {
      client.stop(Signal.SIGINT, PATIENCE);
      throw stopRequested;
    }
  }

  /** What the client's output says; not measurable if it is not the document it prints. */
  Reading reading(String output) throws NotMeasurableException {
    JsonNode document = document(output);
    JsonNode stock = document.path("medianSeconds").path("stock");
    JsonNode ours = document.path("medianSeconds").path("switchlab");
    if (!stock.isNumber() || !ours.isNumber()) {
      throw new NotMeasurableException("the Jupyter client printed no medians: " + output.strip());
    }
    double ratio = ours.asDouble() / stock.asDouble();
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("startsOfEach", document.path("seconds").path("switchlab").size());
    figures.put("oursMedianSeconds", ours.asDouble());
    figures.put("stockMedianSeconds", stock.asDouble());
    figures.put("oursToStockRatio", ratio);
    return Reading.of(this, figures, ratio / PROMISED_RATIO, "");
  }

  /** The document may follow complaints of the client's libraries. */
  private static JsonNode document(String output) throws NotMeasurableException {
    try {
      return new JsonMapper().readTree(output.substring(Math.max(0, output.indexOf('{'))));
    } catch (JsonProcessingException e) {
      throw new NotMeasurableException("the Jupyter client printed no JSON: " + output.strip());
    }
  }
}
