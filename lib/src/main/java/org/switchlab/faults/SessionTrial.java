package org.switchlab.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.switchlab.experiment.Catalogue;
import org.switchlab.faults.Sessions.Lent;
import org.switchlab.file.ScratchFolder;
import org.switchlab.result.ResultException;
import org.switchlab.warning.WarningCode;

/** One fault of a session, and the judge of what came of it there and in the run after it. */
final class SessionTrial {

  private final Sessions sessions;
  private final Job job;
  private final Disturbance disturbance;

  SessionTrial(Sessions sessions, Job job, Disturbance disturbance) {
    this.sessions = sessions;
    this.job = job;
    this.disturbance = disturbance;
  }

  /** A cost out of bounds is asked for again. */
  Verdict run(Nest nest) throws IOException, InterruptedException {
    Verdict verdict = once(nest);
    for (int asked = 1; asked < Bounds.ASKED && isOutOfBounds(verdict); asked++) {
      verdict = once(nest);
    }
    return verdict;
  }

  private static boolean isOutOfBounds(Verdict verdict) {
    return verdict.seen().startsWith("cost ");
  }

  private Verdict once(Nest nest) throws IOException, InterruptedException {
    Lent lent = sessions.lend(nest.cpu());
    try {
      return judged(lent, nest);
    } catch (SessionProcess.EndedException e) {
      lent.process().close();
      return new Verdict(Outcome.TOOK_SESSION, String.valueOf(e.getMessage()));
    } finally {
      sessions.giveBack(lent);
    }
  }

  private Verdict judged(Lent lent, Nest nest) throws IOException, InterruptedException {
    int before = Processes.descriptors(lent.process().pid());
    Path folder = sessions.folder(lent);
    Answer answer = disturbance.during(lent, nest, () -> job.ask(lent.process(), folder));
    Verdict verdict = answer == null ? new Verdict(Outcome.NOT_MET, "") : met(lent, answer, folder);
    ScratchFolder.delete(folder);
    return verdict.outcome().isBad() ? verdict : afterwards(lent, before, verdict);
  }

  private Verdict met(Lent lent, Answer answer, Path folder) {
    return switch (answer.end()) {
      case BROKEN -> new Verdict(Outcome.MUTE, answer.message());
      case REFUSED -> refused(answer, folder);
      case DONE -> job.isMeasured() ? measured(answer, folder) : counted(lent, answer);
    };
  }

  /** What is in the folder then need not be a result, but says so. */
  private static Verdict refused(Answer answer, Path folder) {
    Verdict verdict = new Verdict(Outcome.REFUSED, answer.message());
    if (!Files.exists(folder)) {
      return verdict;
    }
    try {
      return Catalogue.load(folder).has(WarningCode.INTERRUPTED)
          ? verdict
          : new Verdict(Outcome.SILENT, "refused, but a whole result is in its folder");
    } catch (ResultException e) {
      return verdict;
    }
  }

  private Verdict measured(Answer answer, Path folder) {
    Double costNs = answer.costNs();
    String wrong = costNs == null ? "no cost" : sessions.outOfBounds(costNs);
    boolean marked = sessions.isDoubted(answer);
    if (!wrong.isEmpty() && !marked) {
      return new Verdict(Outcome.SILENT, wrong);
    }
    Verdict stored =
        answer.has(WarningCode.NOT_SAVED) ? prefix(answer, folder) : whole(answer, folder);
    if (stored.outcome().isBad()) {
      return stored;
    }
    return marked
        ? new Verdict(Outcome.MARKED, String.join(" ", answer.doubts()))
        : Verdict.right();
  }

  private static Verdict whole(Answer answer, Path folder) {
    try {
      Answer stored = Answer.of(Catalogue.load(folder));
      return stored.equals(answer)
          ? Verdict.right()
          : new Verdict(Outcome.SILENT, "stored is %s, told was %s".formatted(stored, answer));
    } catch (ResultException e) {
      return new Verdict(Outcome.SILENT, "told as stored, but " + e.getMessage());
    }
  }

  /** What could be written of it, before it could not. */
  private static Verdict prefix(Answer answer, Path folder) {
    try {
      Answer stored = Answer.of(Catalogue.load(folder));
      boolean begins =
          stored.samples().size() <= answer.samples().size()
              && stored.samples().equals(answer.samples().subList(0, stored.samples().size()));
      return begins
          ? Verdict.right()
          : new Verdict(Outcome.SILENT, "stored samples are not those that were measured");
    } catch (ResultException e) {
      return Verdict.right();
    }
  }

  private Verdict counted(Lent lent, Answer answer) {
    Answer usual = lent.counted();
    if (usual.samples().equals(answer.samples()) && usual.message().equals(answer.message())) {
      return Verdict.right();
    }
    return usual.doubts().containsAll(answer.doubts())
        ? new Verdict(Outcome.SILENT, "%s where %s is right".formatted(answer, usual))
        : new Verdict(Outcome.MARKED, String.join(" ", answer.doubts()));
  }

  /** Without a fault; nothing may be left of the one before. */
  private Verdict afterwards(Lent lent, int before, Verdict verdict)
      throws IOException, InterruptedException {
    String wrong = "";
    for (int asked = 0; asked < Bounds.ASKED; asked++) {
      Answer next = sessions.undisturbed(lent);
      wrong = next.costNs() == null ? next.toString() : sessions.outOfBounds(next.costNs());
      if (wrong.isEmpty()) {
        break;
      }
    }
    if (!wrong.isEmpty()) {
      return new Verdict(Outcome.NEXT_WRONG, wrong);
    }
    List<String> left = sessions.leftIn(lent, before);
    if (left.isEmpty()) {
      return verdict;
    }
    lent.process().close(); // the next fault shall not answer for this one
    return new Verdict(Outcome.LEFT_OVER, String.join(", ", left));
  }
}
