"""The form of the lessons: their sections, their cells, and no number in the prose that no cell computed."""

import re

import nbformat
import pytest
from checkout import ROOT

LESSONS = sorted(ROOT.glob("notebooks/*.ipynb"))
SECTIONS = [
    "Question",
    "Predict",
    "Experiment",
    "Machine",
    "Chart",
    "Explain",
    "Change one variable",
    "Exercises",
    "What would make this wrong",
]
MOST_LINES = 12
LONGEST_LINE = 120  # longer ones are cut off in a printed page

UNIT = r"(?:ns|µs|us|ms|s|seconds?|minutes?|B|bytes?|[KMG]i?B|[MG]Hz|%|percent|times|cycles|switches|entries)"
NUMBER_WITH_UNIT = re.compile(rf"\d[\d.,_]*(?:\s|\\,|\u00a0|\u202f)*(?:{UNIT}(?![\w])|×|x\b)")


def test_there_are_lessons():
    assert len(LESSONS) >= 4


@pytest.fixture(params=LESSONS, ids=lambda path: path.stem)
def lesson(request):
    return nbformat.read(request.param, as_version=4)


def code(lesson):
    return [cell for cell in lesson.cells if cell.cell_type == "code"]


def prose(lesson):
    """Each markdown cell without what stands in backquotes, which is code."""
    return [re.sub(r"`[^`]*`", "", cell.source) for cell in lesson.cells if cell.cell_type == "markdown"]


def headings(lesson, level):
    text = "\n".join(cell.source for cell in lesson.cells if cell.cell_type == "markdown")
    return re.findall(rf"^#{{{level}}} (.+)$", text, flags=re.MULTILINE)


def exercises(lesson):
    """The code cells after the heading of the exercises, split at each exercise's own heading."""
    found = []
    for cell in lesson.cells:
        if cell.cell_type == "markdown" and re.search(r"^### Exercise \d", cell.source, flags=re.MULTILINE):
            found.append([])
        elif cell.cell_type == "code" and found:
            found[-1].append(cell.source)
    return found


def test_it_is_a_valid_notebook_for_our_kernel(lesson):
    nbformat.validate(lesson)
    assert lesson.metadata.kernelspec.name == "switchlab-java"
    assert lesson.metadata.kernelspec.display_name == "Java (SwitchLab)"
    assert lesson.metadata.kernelspec.language == "java"


def test_it_is_kept_without_outputs(lesson):
    assert [cell.id for cell in code(lesson) if cell.outputs or cell.execution_count is not None] == []


def test_it_has_a_title_and_its_sections_in_order(lesson):
    assert len(headings(lesson, 1)) == 1
    assert headings(lesson, 2) == SECTIONS


def test_every_section_explains_itself_before_its_first_code(lesson):
    for before, cell in zip(lesson.cells, lesson.cells[1:]):
        if cell.cell_type == "code" and before.cell_type == "markdown":
            assert not before.source.splitlines()[-1].startswith("## ")


def test_code_cells_are_short(lesson):
    long = {cell.id: len(cell.source.splitlines()) for cell in code(lesson)}
    assert {name: lines for name, lines in long.items() if lines > MOST_LINES} == {}
    wide = [line for cell in code(lesson) for line in cell.source.splitlines() if len(line) > LONGEST_LINE]
    assert wide == []


def test_no_number_stands_in_the_prose(lesson):
    assert [match.group(0) for text in prose(lesson) for match in NUMBER_WITH_UNIT.finditer(text)] == []


def test_it_has_three_to_five_exercises(lesson):
    assert 3 <= len(exercises(lesson)) <= 5


def test_each_exercise_has_a_stub_and_a_check(lesson):
    for cells in exercises(lesson):
        assert "// YOUR CODE HERE" in cells[0] and "return null;" in cells[0]
        assert "check(" in cells[-1]


@pytest.mark.parametrize(
    "text", ["about 1.5 µs", "an L1d of 32 KiB", "5 % of them", "10 times", "2 × faster", "a 2.1 GHz clock"]
)
def test_a_number_with_a_unit_is_seen(text):
    assert NUMBER_WITH_UNIT.search(text)


@pytest.mark.parametrize("text", ["the L1d and the L2", "claim CS-21", "Fig. 3 shows", "Java 25", "exercise 2"])
def test_a_name_with_a_digit_is_none(text):
    assert not NUMBER_WITH_UNIT.search(text)
