package org.switchlab.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchlab.plan.Setting;
import org.switchlab.run.RunnerException;
import org.switchlab.run.WorkCounter;
import org.switchlab.sample.SwitchWork;
import org.switchlab.sample.SwitchWork.SystemCalls;
import org.switchlab.sample.Variant;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.unit.Plural;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/**
 * Counts what switches execute, after they were timed: a table of system calls and instructions by
 * flow. What cannot be counted is a doubt.
 *
 * @param subjectOf the runner's subject behind a setting; empty if that is not to be counted
 * @param counter counts; absent for this machine's runner
 */
public record WorkStep(Function<Setting, Optional<String>> subjectOf, @Nullable WorkCounter counter)
    implements Procedure.Step {

  /** Title of the table. */
  public static final String TABLE = "work";

  private static final String SUBJECT = "subject";
  private static final String VARIANT = "variant";
  private static final String ROUNDS = "rounds";
  private static final String CALLS = "systemCalls";
  private static final String BY_NAME = "callsByName";
  private static final String INSTRUCTIONS = "userInstructions";

  private static final List<Column> COLUMNS =
      List.of(
          Column.text(SUBJECT, "subject"),
          Column.text(VARIANT, "flow"),
          Column.count(ROUNDS, "rounds"),
          Column.count(CALLS, "system calls"),
          Column.text(BY_NAME, "by name"),
          Column.count(INSTRUCTIONS, "user instructions"));

  /** Counting in this machine's runner. */
  public WorkStep(Function<Setting, Optional<String>> subjectOf) {
    this(subjectOf, null);
  }

  @Override
  public Measured after(Task task, Measured measured) {
    List<Row> rows = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    List<String> subjects =
        task.plan().settings().stream()
            .flatMap(setting -> subjectOf.apply(setting).stream())
            .distinct()
            .toList();
    try {
      WorkCounter counting = counter == null ? WorkCounter.create() : counter;
      for (String subject : subjects) {
        count(counting, subject, rows, failures);
      }
    } catch (RunnerException e) {
      failures.add(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failures.add("the run was interrupted");
    }
    return measured.withFacts(new Rows(TABLE, COLUMNS, rows)).withWarnings(doubt(failures));
  }

  private static void count(
      WorkCounter counter, String subject, List<Row> rows, List<String> failures)
      throws InterruptedException {
    try {
      SwitchWork work = counter.count(subject);
      rows.add(row(subject, work.single()));
      rows.add(row(subject, work.pair()));
    } catch (RunnerException e) {
      failures.add(String.valueOf(e.getMessage()));
    }
  }

  private static Row row(String subject, SystemCalls calls) {
    String byName =
        calls.callsByName().entrySet().stream()
            .map(call -> call.getKey() + ":" + call.getValue())
            .collect(Collectors.joining(","));
    return Row.of(
        SUBJECT, subject,
        VARIANT, calls.variant().word(),
        ROUNDS, calls.rounds(),
        CALLS, calls.systemCalls(),
        BY_NAME, byName.isEmpty() ? null : byName,
        INSTRUCTIONS, calls.userInstructions());
  }

  private static List<Warning> doubt(List<String> failures) {
    return failures.isEmpty()
        ? List.of()
        : List.of(
            new Warning(
                WarningCode.WORK_NOT_COUNTED,
                "system calls could not be counted %s; first: %s"
                    .formatted(Plural.of(failures.size(), "time"), failures.getFirst()),
                "allow ptrace(2) of one's own children: containers need CAP_SYS_PTRACE or a newer"
                    + " seccomp profile"));
  }

  /** What each subject's switch executes, from the table. */
  public static Map<String, SwitchWork> read(Rows work) {
    Map<String, SwitchWork> bySubject = new TreeMap<>();
    for (Object subject : work.distinct(SUBJECT)) {
      Rows flows = work.where(SUBJECT, subject);
      bySubject.put(
          subject.toString(),
          new SwitchWork(calls(flows, Variant.SINGLE), calls(flows, Variant.PAIR)));
    }
    return bySubject;
  }

  private static SystemCalls calls(Rows flows, Variant variant) {
    Row row = flows.where(VARIANT, variant.word()).first().orElseThrow();
    Map<String, Long> byName = new TreeMap<>();
    for (String call : row.text(BY_NAME).split(",", -1)) {
      int colon = call.indexOf(':');
      if (colon > 0) {
        byName.put(call.substring(0, colon), Long.valueOf(call.substring(colon + 1)));
      }
    }
    return new SystemCalls(
        variant,
        row.whole(ROUNDS),
        row.whole(CALLS),
        byName,
        row.has(INSTRUCTIONS) ? (Long) row.whole(INSTRUCTIONS) : null);
  }
}
