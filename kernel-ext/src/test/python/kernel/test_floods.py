"""What is too much to be shown is bounded, and says what is missing."""

import re

import pytest

LINES = 20_000
PAGE_BYTES = 1_500_000


def streams(messages, name):
    return [m["content"]["text"] for m in messages if m["msg_type"] == "stream" and m["content"]["name"] == name]


@pytest.mark.parametrize(("stream", "name"), [("out", "stdout"), ("err", "stderr")])
def test_a_flood_of_lines(kernel, stream, name):
    reply, messages = kernel.run(f'for (int i = 1; i <= {LINES}; i++) System.{stream}.println("line " + i);')
    assert reply["status"] == "ok"
    texts = streams(messages, name)
    assert len(texts) < 1000, "JupyterLab shows the messages of a cell one by one"
    text = "".join(texts)
    lost = int(re.search(r"… ([\d,]+) of 20,000 lines are left out", text)[1].replace(",", ""))
    shown = re.findall(r"^line (\d+)$", text, re.MULTILINE)
    assert len(shown) + lost == LINES
    assert shown[0] == "1" and shown[-1] == str(LINES)


def test_a_loop_that_a_stop_ends_shows_what_it_printed(kernel):
    reply, messages = kernel.run('for (int i = 1; ; i++) { System.out.println("line " + i); if (i == 5000) throw new Exception("stop"); }')
    assert reply["status"] == "error"
    text = "".join(streams(messages, "stdout"))
    assert text.startswith("line 1\n") and "line 5000\n" in text and "left out" in text


def test_the_next_cell_prints_as_ever(kernel):
    _, messages = kernel.run('System.out.print("a"); System.err.print("b");')
    assert streams(messages, "stdout") == ["a"] and streams(messages, "stderr") == ["b"]


@pytest.mark.parametrize(
    "value",
    [
        '"x".repeat(5_000_000)',
        "java.util.Collections.nCopies(1_000_000, 7)",
        'Table.create("t".repeat(5000), StringColumn.create("c".repeat(5000), "x".repeat(5_000_000)))',
        'Table.create("wide", java.util.stream.IntStream.range(0, 3000).mapToObj(i -> DoubleColumn.create("c" + i, new double[40])).toArray(tech.tablesaw.columns.Column[]::new))',
        'Table.create("long", DoubleColumn.create("c", new double[1_000_000]))',
    ],
)
def test_a_huge_value(kernel, value):
    shown = kernel.value(value)
    assert sum(len(content) for content in shown.values()) < PAGE_BYTES
    assert "…" in shown["text/plain"]


@pytest.mark.parametrize("points", [100_000, 1_000_000])
def test_a_chart_of_very_many_points(kernel, points):
    shown = kernel.value(
        f'var huge = new XYChartBuilder().build(); huge.addSeries("s", new double[{points}], new double[{points}]); huge'
    )
    assert shown["image/png"] and sum(len(content) for content in shown.values()) < PAGE_BYTES
    assert "image/svg+xml" not in shown


def test_values_that_show_themselves_still_do(kernel):
    assert kernel.value("1 + 1")["text/plain"] == "2"
    assert kernel.value('"text"')["text/plain"] == "text"
    assert kernel.value("Optional.of(3)")["text/plain"] == "Optional[3]"
    assert "text/html" in kernel.value('Table.create("t", DoubleColumn.create("c", 1.0))')
