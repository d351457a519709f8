package org.switchlab.counter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.switchlab.emulator.CacheModel;
import org.switchlab.emulator.Geometry;
import org.switchlab.emulator.PluginCounts;
import org.switchlab.emulator.StaticProgram;
import org.switchlab.emulator.VirtualPmu;
import org.switchlab.run.Progress;

/**
 * A static Linux program, counted on an emulated machine from its first instruction to its end.
 *
 * <p>Caches and TLBs are empty at its start. Counted is what the machine does until the program's
 * end, but not what the process does that waits for it.
 *
 * @param counts what was counted
 * @param output what the program wrote, to both its outputs
 */
@SuppressWarnings("ArrayRecordComponent") // Passed through once, never compared.
public record EmulatedCount(ProgramCounts counts, byte[] output) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  /** How the plugin calls the process that only waits. */
  private static final String OBSERVER = "parent";

  /**
   * Runs {@code command} to its end.
   *
   * @param limit how long it may take
   * @throws IllegalArgumentException if it is no static program for x86-64; it says the fix
   * @throws CounterException if the emulated machine cannot be had, or failed
   */
  public static EmulatedCount run(
      List<String> command,
      Geometry geometry,
      CacheModel model,
      Duration limit,
      Progress.Listener progress) {
    StaticProgram program = StaticProgram.of(command);
    var outcome =
        EmulatedSource.of(() -> VirtualPmu.ready(geometry, model, progress).count(program, limit));
    var counts =
        new ProgramCounts(
            EmulatedSource.NAME,
            command,
            outcome.exitCode(),
            JSON.valueToTree(geometry),
            rows(outcome.counts().getFirst().without(OBSERVER)));
    return new EmulatedCount(counts, outcome.output());
  }

  private static List<ProgramCounts.Row> rows(PluginCounts counts) {
    List<ProgramCounts.Row> rows = new ArrayList<>();
    for (CounterEvent event : CounterEvent.values()) {
      for (Space space : List.of(Space.USER, Space.KERNEL)) {
        counts
            .sum(event.word(), space.word())
            .ifPresent(count -> rows.add(new ProgramCounts.Row(event.word(), space, count)));
      }
    }
    return rows;
  }
}
