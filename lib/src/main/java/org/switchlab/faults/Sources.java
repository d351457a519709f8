package org.switchlab.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.switchlab.os.Priority;
import org.switchlab.run.RunnerException;
import org.switchlab.run.RunnerImage;

/** Every family of faults there is. */
final class Sources {

  private Sources() {}

  static List<Source> of(Grounds grounds, long seed) throws IOException {
    List<Source> all = new ArrayList<>();
    try {
      RunnerFaults runner = new RunnerFaults(RunnerImage.executable(), seed);
      all.add(runner.source(Target.RUNNER, RunnerMode.timing(Priority.isFifoGranted()), 60));
      all.add(runner.source(Target.TRACER, RunnerMode.tracing(), 20));
      all.add(new EmulatorFaults(RunnerImage.executable(), seed).source(6));
    } catch (RunnerException e) {
      throw new IOException(e.getMessage(), e);
    }
    all.add(new LoadFaults(grounds, seed).source());
    SaveFaults save = new SaveFaults(grounds, seed);
    all.add(save.disk(60));
    all.add(save.kills(24, 12));
    SessionFaults session = new SessionFaults(grounds.sessions(), seed);
    all.add(session.calls(Job.RUN, 100));
    all.add(session.calls(Job.COUNT, 30));
    all.add(session.kills(36));
    CommandFaults command = new CommandFaults(grounds.sessions(), seed);
    all.add(command.removals(30));
    all.add(command.signals(16));
    all.add(new PythonFaults(seed).source(4));
    return all;
  }

  /** How names begin. */
  static String words() {
    return Arrays.stream(Target.values())
        .map(target -> target.word() + "/")
        .collect(Collectors.joining(", "));
  }
}
