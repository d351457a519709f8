"""A figure as the last line of a cell."""

import base64

FIGURE = """
import org.switchlab.figure.*;
var axis = new Axis("cost (µs)", LinearScale.fromZero(4));
var gap = new Dot(2, Double.NaN, Double.NaN, Double.NaN, "");
var line = new Mark.Series("stride 8 B", Look.line(0), List.of(Dot.at(1, 2), gap, Dot.at(3, 3)));
new Figure(new Figure.Heading("demo", "measured here", List.of()), List.of(), axis, axis, List.of(line))
"""


def test_figures_come_as_a_chart_that_answers_and_as_pictures(kernel):
    shown = kernel.value(FIGURE)
    chart = shown["application/vnd.vegalite.v5+json"]
    assert chart["title"]["text"] == "demo"
    assert chart["layer"][0]["params"][1]["select"]["clear"] is False
    assert "y" not in chart["layer"][1]["data"]["values"][1]
    assert "<svg" in shown["image/svg+xml"]
    assert base64.b64decode(shown["image/png"]).startswith(b"\x89PNG")
    assert "stride 8 B: 2 points, 2 to 3" in shown["text/plain"]
    assert "text/html" not in shown  # JupyterLab would take it instead of the chart
