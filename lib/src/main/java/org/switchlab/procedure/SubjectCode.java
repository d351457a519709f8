package org.switchlab.procedure;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Setting;
import org.switchlab.run.RunnerException;
import org.switchlab.run.UnavailableException;
import org.switchlab.sample.Observation;
import org.switchlab.subject.Disassembly;
import org.switchlab.subject.SubjectBuild;
import org.switchlab.subject.Subjects;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.warning.Warning;

/**
 * Counting the instructions of a function in the machine code of subjects, as this machine's
 * compiler made it. Nothing runs.
 *
 * @param functions by subject, how the function is called in its machine code
 */
public record SubjectCode(Map<String, String> functions) implements Procedure {

  /** How many instructions. */
  public static final Column INSTRUCTIONS = Column.count("instructions", "instructions");

  /** Keeps an immutable copy. */
  public SubjectCode {
    functions = Map.copyOf(functions);
  }

  @Override
  public List<Factor> options() {
    return visits().options();
  }

  @Override
  public Effort effort(Choices choices) {
    return visits().effort(choices);
  }

  @Override
  public List<Column> measures() {
    return visits().measures();
  }

  @Override
  public boolean measuresHere() {
    return false;
  }

  @Override
  public Measured measure(Task task) {
    return visits().measure(task);
  }

  private Visits visits() {
    return Visits.once(
        new Visits.FixedEffort(List.of(), choices -> Efforts.once(1)),
        List.of(INSTRUCTIONS),
        task -> new Reader(functions));
  }

  /** Reads the function of a setting's subject. */
  private record Reader(Map<String, String> functions) implements Visitor {

    @Override
    public void visit(Setting setting, int process, long seed, Consumer<Observation> sink)
        throws RunnerException, InterruptedException {
      String subject = setting.text(SubjectVisits.SUBJECT);
      String function = Objects.requireNonNull(functions.get(subject));
      List<String> command = new SubjectBuild().command(Subjects.programOf(subject));
      Disassembly code =
          Disassembly.of(Path.of(command.getFirst()), function).stream()
              .filter(found -> found.function().equals(function))
              .findFirst()
              .orElseThrow(() -> absent(subject, function));
      int count = code.instructions().size();
      sink.accept(new Observation(setting, process, 0, Row.of(INSTRUCTIONS.name(), count)));
    }

    private static UnavailableException absent(String subject, String function) {
      return new UnavailableException(
          "the machine code of %s has no function %s".formatted(subject, function),
          "it is for x86-64; take the compiler that the program's build names");
    }

    @Override
    public List<Warning> warnings() {
      return List.of();
    }
  }
}
