package org.switchlab.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.switchlab.result.ResultException;
import org.switchlab.warning.WarningCode;

/** Stored results of which a file is damaged, and then read. */
final class LoadFaults {

  private final Grounds grounds;
  private final long seed;

  LoadFaults(Grounds grounds, long seed) {
    this.grounds = grounds;
    this.seed = seed;
  }

  /** Each damage to each file of a whole result and of an unfinished one. */
  Source source() {
    return Source.of(Target.LOAD, _ -> faults());
  }

  private List<Fault> faults() throws IOException, InterruptedException {
    List<Fault> all = new ArrayList<>();
    for (boolean whole : new boolean[] {true, false}) {
      Path original = whole ? grounds.samples().whole(false) : grounds.samples().unfinished(false);
      Path other = whole ? grounds.samples().whole(true) : grounds.samples().unfinished(true);
      for (String name : Samples.names(original)) {
        for (Damage damage : Damage.values()) {
          for (int time = 1; time <= damage.times(); time++) {
            String what =
                "%s:%s:%s:%d".formatted(whole ? "whole" : "unfinished", name, damage.word(), time);
            long own = seed * 31 + what.hashCode();
            all.add(
                new Fault(
                    Target.LOAD,
                    Kind.DAMAGE,
                    what,
                    nest -> verdict(nest, new Hurt(original, other, name, damage, own))));
          }
        }
      }
    }
    return all;
  }

  /** What is done to which file. */
  private record Hurt(Path original, Path other, String name, Damage damage, long seed) {}

  private static Verdict verdict(Nest nest, Hurt hurt) throws IOException {
    Path copy = nest.file("result");
    Samples.copy(hurt.original(), copy);
    boolean done =
        hurt.damage()
            .doTo(
                copy.resolve(hurt.name()),
                hurt.other().resolve(hurt.name()),
                new SplittableRandom(hurt.seed()));
    return done ? loaded(copy, Samples.said(hurt.original())) : new Verdict(Outcome.NOT_MET, "");
  }

  /**
   * What is read must be what was stored, or the beginning of it with the doubt that it is that.
   */
  static Verdict loaded(Path folder, Answer stored) {
    Answer read;
    try {
      read = Samples.said(folder);
    } catch (ResultException e) {
      return new Verdict(Outcome.REFUSED, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return new Verdict(Outcome.MUTE, e.toString());
    }
    if (read.equals(stored)) {
      return Verdict.right();
    }
    boolean begins =
        read.samples().size() <= stored.samples().size()
            && read.samples().equals(stored.samples().subList(0, read.samples().size()));
    return begins && read.has(WarningCode.INTERRUPTED)
        ? new Verdict(
            Outcome.MARKED,
            "%d samples of %d".formatted(read.samples().size(), stored.samples().size()))
        : new Verdict(Outcome.SILENT, "read was %s, stored was %s".formatted(read, stored));
  }
}
