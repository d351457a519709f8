package org.switchlab.figure;

import java.util.List;

/** Something drawn in a figure, in the values of its axes. */
public sealed interface Mark {

  /**
   * Points by rising place, joined or not, with their intervals.
   *
   * @param name for the legend
   * @param look what tells it from others
   * @param dots the points
   * @param lying whether the intervals lie along the x axis instead of standing
   */
  record Series(String name, Look look, List<Dot> dots, boolean lying) implements Mark {
    /** Keeps an immutable copy. */
    public Series {
      dots = List.copyOf(dots);
    }

    /** A series whose intervals stand. */
    public Series(String name, Look look, List<Dot> dots) {
      this(name, look, dots, false);
    }
  }

  /**
   * Bars from zero, beside those of other stacks at the same place, and on those of their own.
   *
   * @param name for the legend
   * @param look its colour
   * @param dots how high, and the intervals of that
   * @param stack bars of one stack stand on one another in their order, those below zero hang from
   *     one another
   */
  record Bars(String name, Look look, List<Dot> dots, String stack) implements Mark {
    /** Keeps an immutable copy. */
    public Bars {
      dots = List.copyOf(dots);
    }

    /** Bars that all stand on zero. */
    public Bars(String name, Look look, List<Dot> dots) {
      this(name, look, dots, name);
    }
  }

  /**
   * A histogram.
   *
   * @param name for the legend
   * @param look its colour and line
   * @param edges where bins begin and the last one ends
   * @param counts how many in each bin, one fewer than edges
   */
  record Steps(String name, Look look, List<Double> edges, List<Double> counts) implements Mark {
    /** Keeps immutable copies. */
    public Steps {
      edges = List.copyOf(edges);
      counts = List.copyOf(counts);
    }
  }

  /**
   * Small marks a value, below the zero of the y axis.
   *
   * @param name for the legend
   * @param values along the x axis
   */
  record Rug(String name, List<Double> values) implements Mark {
    /** Keeps an immutable copy. */
    public Rug {
      values = List.copyOf(values);
    }
  }

  /**
   * Stretches of time in rows.
   *
   * @param name what is done in them, for the legend
   * @param look its colour; grey is drawn thin, for nothing is done in it
   * @param spans where
   */
  record Spans(String name, Look look, List<Span> spans) implements Mark {
    /** Keeps an immutable copy. */
    public Spans {
      spans = List.copyOf(spans);
    }
  }

  /**
   * One stretch.
   *
   * @param row which row of the y axis
   * @param from where it begins on the x axis
   * @param to where it ends
   */
  record Span(double row, double from, double to) {}

  /**
   * A grid of numbered, shaded cells of size 1.
   *
   * @param name above it
   * @param left where it begins on the x axis
   * @param cells in any order
   */
  record Cells(String name, double left, List<Cell> cells) implements Mark {
    /** Keeps an immutable copy. */
    public Cells {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One cell.
   *
   * @param column from the grid's left, from 0
   * @param row from the top, from 0
   * @param shade 0 dark to 1 light
   * @param text what stands in it
   */
  record Cell(int column, int row, double shade, String text) {}

  /**
   * A line through the whole picture.
   *
   * @param name beside it, or in the legend
   * @param look its colour and line
   * @param upright whether it stands at a value of the x axis, or lies at one of the y axis
   * @param at the value
   * @param inLegend whether the legend names it; otherwise its name stands beside it
   */
  record Rule(String name, Look look, boolean upright, double at, boolean inLegend)
      implements Mark {}

  /**
   * A level line over a part of the x axis: a number that is said of a range.
   *
   * @param name for the legend
   * @param look its colour and line
   * @param from where it begins on the x axis
   * @param to where it ends
   * @param at the number, on the y axis
   */
  record Level(String name, Look look, double from, double to, double at) implements Mark {}

  /**
   * A strip through the whole picture: the interval of what a rule shows.
   *
   * @param look its colour
   * @param upright whether it stands over the x axis, or lies beside the y axis
   * @param low where it begins
   * @param high where it ends
   */
  record Strip(Look look, boolean upright, double low, double high) implements Mark {}

  /**
   * Words at a place.
   *
   * @param text the words
   * @param x where on the x axis
   * @param y where on the y axis
   * @param before whether they end there instead of beginning there
   */
  record Label(String text, double x, double y, boolean before) implements Mark {}
}
