package org.switchlab.run;

import java.util.ArrayList;
import java.util.Comparator;
import org.switchlab.os.Affinity;
import org.switchlab.plan.Point;
import org.switchlab.sample.Couple;
import org.switchlab.warning.Warning;

/** A program that measures a little and prints what came of it, to be run in odd surroundings. */
final class Confined {

  private Confined() {}

  /** Prints the allowed CPUs, the number of couples, each warning's code, and the runner's file. */
  public static void main(String[] arguments) throws Exception {
    System.out.println("allowed " + Affinity.allowed());
    NativeRunner runner = NativeRunner.create();
    int cpu = Affinity.allowed().getFirst();
    var couples = new ArrayList<Couple>();
    var job = new ProcessJob(Point.direct("pipe-pair"), 0, 1, 4, 1_000_000, 0, cpu);
    runner.measure(job, couples::add);
    System.out.println("couples " + couples.size());
    runner.warnings().stream()
        .map(Warning::code)
        .sorted(Comparator.naturalOrder())
        .forEach(code -> System.out.println("warning " + code));
    System.out.println("runner " + RunnerImage.executable());
  }
}
