"""Executes one notebook, cell by cell, and writes it with its outputs or as an HTML page.

Called by `switchlab notebook`. Progress goes to stderr. Exit codes: 0 every cell ran; 1 a cell failed, or the
kernel died; 2 not a notebook, or nowhere to write; 3 the notebook's kernel is not installed; 130 interrupted.
"""

import argparse
import asyncio
import os
import re
import signal
import sys
import time
from pathlib import Path

import nbformat
from jupyter_client.kernelspec import NoSuchKernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

OUR_KERNEL = {"name": "switchlab-java", "display_name": "Java (SwitchLab)", "language": "java"}
TRACE_LINES = 8
START_TIMEOUT_S = 120  # of the kernel: generous, a shared machine may be busy


class Refusal(Exception):
    """Ends the program with an exit code and a sentence for the user."""

    def __init__(self, exit_code, message):
        super().__init__(message)
        self.exit_code = exit_code


class Progress:
    """Names each code cell as it starts, and its time when it has ended."""

    def __init__(self, cells):
        code = [index for index, cell in enumerate(cells) if cell.cell_type == "code" and cell.source.strip()]
        self.position = {index: place for place, index in enumerate(code, start=1)}
        self.started = 0.0

    def name(self, index):
        return f"cell {self.position.get(index, '?')} of {len(self.position)}"

    def start(self, cell, cell_index):
        self.started = time.monotonic()
        first_line = cell.source.strip().splitlines()[0]
        print(f"{self.name(cell_index)}: {first_line[:70]} ", end="", file=sys.stderr, flush=True)

    def end(self, cell, cell_index, execute_reply):
        outcome = "" if execute_reply["content"]["status"] == "ok" else ", failed"
        print(f"({time.monotonic() - self.started:.1f} s{outcome})", file=sys.stderr, flush=True)


class Interruption:
    """Ctrl-C or a termination request: unwinds the execution, and nbclient stops the kernel on the way out."""

    def __init__(self):
        self.requested = False

    def arm(self, notebook):
        """Replaces the handlers that nbclient has just set: they race with its own clean-up."""
        loop, task = asyncio.get_running_loop(), asyncio.current_task()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.request, task)

    def request(self, task):
        if not self.requested:  # a second request must not break off the stopping of the kernel
            self.requested = True
            task.cancel()


def read(path):
    try:
        notebook = nbformat.read(path, as_version=4)
    except Exception as error:  # nbformat raises whatever its parsers raise
        raise Refusal(2, f"{path} is not a notebook: {error}") from error
    if not notebook.metadata.get("kernelspec", {}).get("name"):
        notebook.metadata.kernelspec = nbformat.from_dict(OUR_KERNEL)
    forget_earlier_runs(notebook)
    return notebook


def forget_earlier_runs(notebook):
    """What is written is of this run alone, and only cells of this run count as begun."""
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            cell.outputs = []
            cell.execution_count = None


def has_code(notebook):
    return any(cell.cell_type == "code" and cell.source.strip() for cell in notebook.cells)


def execute(notebook, folder, cell_timeout_s):
    progress = Progress(notebook.cells)
    interruption = Interruption()
    client = NotebookClient(
        notebook,
        timeout=cell_timeout_s,
        startup_timeout=START_TIMEOUT_S,
        kernel_name=notebook.metadata.kernelspec.name,
        resources={"metadata": {"path": str(folder)}},
        on_notebook_start=interruption.arm,
        on_cell_execute=progress.start,
        on_cell_executed=progress.end,
    )
    try:
        client.execute()
    except CellExecutionError as error:
        raise Refusal(1, f"{failed_cell(notebook, progress)} failed: {explained(error, notebook)}") from error
    except CellTimeoutError as error:
        raise Refusal(1, f"{failed_cell(notebook, progress)} did not end within {cell_timeout_s} s") from error
    except (DeadKernelError, asyncio.CancelledError) as error:
        if interruption.requested:
            raise KeyboardInterrupt from error
        raise Refusal(1, f"the kernel died in {failed_cell(notebook, progress)}") from error
    except RuntimeError as error:  # jupyter_client's way to say so
        client.create_kernel_manager()  # nbclient's handler at exit insists on one
        raise Refusal(1, f"the kernel did not start: {error}") from error
    except NoSuchKernel as error:
        raise Refusal(3, f"the notebook asks for the kernel {error.name!r}, which is not installed here") from error


def begun_cells(notebook):
    return [index for index, cell in enumerate(notebook.cells) if "execution" in cell.metadata]


def failed_cell(notebook, progress):
    """The cell at which the execution stopped: the last that was begun."""
    return progress.name(begun_cells(notebook)[-1])


def explained(error, notebook):
    """What the kernel says, without colours and cut: of a cell that does not compile, only the trace says why."""
    outputs = notebook.cells[begun_cells(notebook)[-1]].outputs
    trace = [line for output in outputs if output.output_type == "error" for line in output.traceback]
    plain = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in trace if line.strip()]
    return "\n  ".join([f"{error.ename}: {error.evalue}", *plain[:TRACE_LINES]])


def rendered(notebook, title, as_html):
    if not as_html:
        return nbformat.writes(notebook) + "\n"
    from nbconvert import HTMLExporter  # slow to load, and only needed here

    return HTMLExporter().from_notebook_node(notebook, resources={"metadata": {"name": title}})[0]


def write(text, out):
    """Whole or not at all: a page that is looked at while it is made is never half a page."""
    unfinished = out.with_name(out.name + ".unfinished")
    unfinished.write_text(text, encoding="utf-8")
    os.replace(unfinished, out)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("notebook", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--html", action="store_true")
    parser.add_argument("--cell-timeout", type=int, default=1200, metavar="SECONDS")
    return parser.parse_args()


def run(args):
    if not args.out.absolute().parent.is_dir() or not os.access(args.out.absolute().parent, os.W_OK):
        raise Refusal(2, f"cannot write {args.out}: its folder does not exist or is not writable")
    notebook = read(args.notebook)
    if not has_code(notebook):
        print(f"{args.notebook} has no code: nothing was executed", file=sys.stderr)
        deliver(notebook, args)
        return
    try:
        execute(notebook, args.notebook.absolute().parent, args.cell_timeout)
    finally:  # after a failure too: the outputs up to there explain it
        if begun_cells(notebook):
            deliver(notebook, args)


def deliver(notebook, args):
    write(rendered(notebook, args.notebook.stem, args.html), args.out)
    print(f"written: {args.out}", file=sys.stderr)


def main():
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # while no kernel runs, nothing is to be unwound
    try:
        run(arguments())
    except Refusal as refusal:
        print(f"switchlab: {refusal}", file=sys.stderr)
        return refusal.exit_code
    except KeyboardInterrupt:
        print("\nswitchlab: interrupted; the kernel is stopped", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
