package org.switchlab.experiment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.switchlab.figure.Mark;
import org.switchlab.plan.Factor;
import org.switchlab.result.Result;

/** Uses an experiment that was added, by its name alone, and prints what it sees of it. */
final class GuideProbe {

  private GuideProbe() {}

  /** Of the experiment called {@code arguments[0]}, saved to the folder {@code arguments[1]}. */
  public static void main(String[] arguments) {
    String name = arguments[0];
    Path folder = Path.of(arguments[1]);
    Setup<?> setup = Catalogue.open(name);
    System.out.println(
        "options: " + setup.factors().stream().map(Factor::word).collect(Collectors.joining(" ")));
    Result result =
        setup
            .set("sleep", "10us", "100us")
            .quick()
            .budget(Duration.ofSeconds(3))
            .saveTo(folder)
            .run();
    System.out.println(
        "listed: " + Catalogue.all().stream().anyMatch(one -> one.name().equals(name)));
    System.out.println("columns: " + String.join(" ", result.table().columnNames()));
    System.out.println("rows: " + result.rows().size());
    System.out.println("equal: " + Catalogue.load(folder).equals(result));
    System.out.println("picture: " + (result.chartPng().length > 10_000));
    result.figure().marks().stream()
        .filter(Mark.Series.class::isInstance)
        .forEach(line -> System.out.println("line: " + ((Mark.Series) line).name()));
    result
        .verdicts()
        .forEach(v -> System.out.println("verdict: " + v.id() + " " + v.outcome().words()));
    System.out.println(result);
  }
}
