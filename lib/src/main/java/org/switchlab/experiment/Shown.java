package org.switchlab.experiment;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.switchlab.figure.Figure;
import org.switchlab.result.Presentation;
import org.switchlab.result.Result;
import org.switchlab.table.Rows;

/** A presentation put together from what an experiment says of itself, part by part. */
record Shown(
    Function<Result, Figure> drawing,
    Function<Result, List<Rows>> showing,
    Function<Result, String> saying,
    Function<Result, List<String>> noting,
    Function<Result, Map<String, String>> adding)
    implements Presentation {

  /** The first estimate over the first factor, and the main table. */
  static final Shown PLAIN =
      new Shown(
          result -> Lines.lines().draw(result),
          result -> List.of(result.rows()),
          result -> "",
          result -> List.of(),
          result -> Map.of());

  Shown withFigure(Function<Result, Figure> figure) {
    return new Shown(figure, showing, saying, noting, adding);
  }

  Shown withTables(Function<Result, List<Rows>> tables) {
    return new Shown(drawing, tables, saying, noting, adding);
  }

  Shown withHeadline(Function<Result, String> headline) {
    return new Shown(drawing, showing, headline, noting, adding);
  }

  Shown withNotes(Function<Result, List<String>> notes) {
    return new Shown(drawing, showing, saying, notes, adding);
  }

  Shown withFiles(Function<Result, Map<String, String>> files) {
    return new Shown(drawing, showing, saying, noting, files);
  }

  @Override
  public Figure figure(Result result) {
    return drawing.apply(result);
  }

  @Override
  public List<Rows> tables(Result result) {
    return showing.apply(result);
  }

  @Override
  public String headline(Result result) {
    return saying.apply(result);
  }

  @Override
  public List<String> notes(Result result) {
    return noting.apply(result);
  }

  @Override
  public Map<String, String> files(Result result) {
    return adding.apply(result);
  }
}
