"""`switchlab notebook`: every lesson, and what becomes of notebooks that fail, hang or do not exist."""

import json
import signal
import subprocess
import time

import nbformat
import pytest
from checkout import ROOT

LESSONS = sorted(ROOT.glob("notebooks/*.ipynb"))


def notebook(path, *sources, **metadata):
    """With metadata as they are: nbformat would refuse what is not whole."""
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    whole = nbformat.v4.new_notebook(cells=cells)
    path.write_text(json.dumps(whole | {"metadata": metadata}), encoding="utf-8")
    return path


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_lesson_runs_from_first_cell_to_last(switchlab, artefacts, lesson):
    page = artefacts / f"{lesson.stem}.html"
    call = switchlab("notebook", lesson.stem, "--html", "--out", page, timeout_s=1200)
    assert call.returncode == 0, call.stderr
    assert "<html" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_lesson_is_kept_without_outputs(lesson):
    code = [cell for cell in nbformat.read(lesson, as_version=4).cells if cell.cell_type == "code"]
    assert not any(cell.outputs or cell.execution_count for cell in code)


def test_a_notebook_without_kernel_runs_in_ours(switchlab, tmp_path):
    out = tmp_path / "done.ipynb"
    call = switchlab("notebook", notebook(tmp_path / "own.ipynb", "int answer = 6 * 7;", "answer"), "--out", out)
    assert call.returncode == 0, call.stderr
    done = nbformat.read(out, as_version=4)
    assert done.metadata.kernelspec.name == "switchlab-java"
    assert done.cells[1].outputs[0].data["text/plain"] == "42"
    assert "cell 2 of 2" in call.stderr


@pytest.mark.parametrize("variable", ["JUPYTER_PATH", "JUPYTER_DATA_DIR"])
def test_a_kernel_of_the_same_name_elsewhere_is_not_taken_for_ours(switchlab, tmp_path, variable):
    other = tmp_path / "other/kernels/switchlab-java"
    other.mkdir(parents=True)
    spec = {"argv": ["/bin/false", "{connection_file}"], "display_name": "Java (SwitchLab)", "language": "java"}
    (other / "kernel.json").write_text(json.dumps(spec))
    call = switchlab(
        "notebook", notebook(tmp_path / "own.ipynb", "1 + 1"), "--out", tmp_path / "done.ipynb",
        environment={variable: str(tmp_path / "other")},
    )
    assert call.returncode == 0, call.stderr


def test_a_cell_runs_where_its_notebook_lies(switchlab, tmp_path):
    folder = tmp_path / "deep"
    folder.mkdir()
    path = notebook(folder / "own.ipynb", 'System.out.println(java.nio.file.Path.of("").toAbsolutePath());')
    out = tmp_path / "done.ipynb"
    assert switchlab("notebook", path, "--out", out).returncode == 0
    assert nbformat.read(out, as_version=4).cells[0].outputs[0].text.strip() == str(folder)


def test_left_overs_of_an_earlier_run_are_no_outputs_of_this_one(switchlab, tmp_path):
    path = notebook(tmp_path / "own.ipynb", "1 + 1", 'throw new IllegalStateException("broken");', "2 + 2")
    left = nbformat.read(path, as_version=4)
    for cell in left.cells:
        cell.metadata["execution"] = {"iopub.execute_input": "2020-01-01T00:00:00Z"}
        cell.execution_count = 7
        cell.outputs = [nbformat.v4.new_output("stream", text="old")]
    nbformat.write(left, path)
    out = tmp_path / "done.ipynb"
    call = switchlab("notebook", path, "--out", out)
    assert call.returncode == 1
    assert "cell 2 of 3 failed" in call.stderr
    cells = nbformat.read(out, as_version=4).cells
    assert "old" not in [output.get("text") for cell in cells for output in cell.outputs]
    assert not cells[2].outputs and cells[2].execution_count is None


def test_a_notebook_of_text_only_is_written_and_says_that_nothing_ran(switchlab, tmp_path):
    path = tmp_path / "text.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# Only words")]), path)
    page = tmp_path / "text.html"
    call = switchlab("notebook", path, "--html", "--out", page)
    assert call.returncode == 0
    assert "no code: nothing was executed" in call.stderr
    assert "Only words" in page.read_text(encoding="utf-8")


def test_a_kernelspec_without_a_name_is_none(switchlab, tmp_path):
    path = notebook(tmp_path / "own.ipynb", "6 * 7", kernelspec={"display_name": "Java"})
    out = tmp_path / "done.ipynb"
    call = switchlab("notebook", path, "--out", out)
    assert call.returncode == 0, call.stderr
    assert "Traceback" not in call.stderr
    assert nbformat.read(out, as_version=4).metadata.kernelspec.name == "switchlab-java"


def test_a_failing_cell_is_named_and_its_output_kept(switchlab, tmp_path):
    out = tmp_path / "done.ipynb"
    path = notebook(tmp_path / "own.ipynb", "1 + 1", 'throw new IllegalStateException("broken pipe");', "2 + 2")
    call = switchlab("notebook", path, "--out", out)
    assert call.returncode == 1
    assert "cell 2 of 3 failed" in call.stderr and "broken pipe" in call.stderr
    assert "Traceback" not in call.stderr
    cells = nbformat.read(out, as_version=4).cells
    assert cells[1].outputs and not cells[2].outputs


def test_a_cell_that_does_not_compile_fails_too(switchlab, tmp_path):
    call = switchlab("notebook", notebook(tmp_path / "own.ipynb", "noSuchThing + 1"), "--out", tmp_path / "done.ipynb")
    assert call.returncode == 1
    assert "cell 1 of 1 failed" in call.stderr
    assert "cannot find symbol" in call.stderr and "noSuchThing" in call.stderr


def test_a_kernel_that_dies_is_told_apart(switchlab, tmp_path):
    path = notebook(tmp_path / "own.ipynb", "Runtime.getRuntime().halt(3);")
    call = switchlab("notebook", path, "--out", tmp_path / "done.ipynb")
    assert call.returncode == 1
    assert "the kernel died in cell 1 of 1" in call.stderr


def test_a_cell_that_hangs_is_ended(switchlab, tmp_path):
    path = notebook(tmp_path / "own.ipynb", "Thread.sleep(600_000);")
    call = switchlab("notebook", path, "--cell-timeout", "2", "--out", tmp_path / "done.ipynb")
    assert call.returncode == 1
    assert "did not end within 2 s" in call.stderr


def test_an_unknown_name_lists_the_lessons(switchlab):
    call = switchlab("notebook", "no-such-lesson")
    assert call.returncode == 2
    assert "no-such-lesson" in call.stderr
    for lesson in LESSONS:
        assert lesson.stem in call.stderr


def test_a_file_that_is_no_notebook(switchlab, tmp_path):
    path = tmp_path / "own.ipynb"
    path.write_text("{")
    assert switchlab("notebook", path, "--out", tmp_path / "done.ipynb").returncode == 2


def test_an_output_folder_that_is_not_there_is_found_before_anything_runs(switchlab, tmp_path):
    path = notebook(tmp_path / "own.ipynb", "Thread.sleep(600_000);")
    call = switchlab("notebook", path, "--out", tmp_path / "nowhere" / "done.ipynb")
    assert call.returncode == 2
    assert "nowhere" in call.stderr


def test_a_kernel_that_is_not_installed(switchlab, tmp_path):
    path = notebook(tmp_path / "own.ipynb", "1", kernelspec={"name": "cobol", "display_name": "COBOL"})
    call = switchlab("notebook", path, "--out", tmp_path / "done.ipynb")
    assert call.returncode == 3
    assert "cobol" in call.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "terminated"])
def test_an_interrupt_leaves_no_kernel_behind(jupyter_home, root, tmp_path, number):
    mark = tmp_path / "pid"
    path = notebook(
        tmp_path / "own.ipynb",
        f'java.nio.file.Files.writeString(java.nio.file.Path.of("{mark}"), "" + ProcessHandle.current().pid());',
        "Thread.sleep(600_000);",
    )
    command = [str(root / "switchlab"), "notebook", str(path), "--out", str(tmp_path / "done.ipynb")]
    process = subprocess.Popen(command, env=jupyter_home, stderr=subprocess.PIPE, text=True)
    wait_for(lambda: mark.exists() and mark.read_text())
    process.send_signal(number)
    process.communicate(timeout=60)
    assert process.returncode in (130, 143)
    kernel = int(mark.read_text())
    wait_for(lambda: not is_running(kernel))


def wait_for(condition, timeout_s=120):
    end = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)


def is_running(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
