"""`switchlab lab` stops as a whole."""

import signal
import time
from pathlib import Path

import pytest
from lab_server import LabServer


def processes_of(connection_file):
    return [
        path.parent.name for path in Path("/proc").glob("[0-9]*/cmdline") if connection_file in read(path)
    ]


def read(path):
    try:
        return path.read_text(errors="replace")
    except OSError:  # it has just ended
        return ""


@pytest.mark.parametrize(
    ("number", "whole_group"),
    [(signal.SIGINT, True), (signal.SIGINT, False), (signal.SIGTERM, False)],
    ids=["ctrl-c", "interrupted", "terminated"],
)
def test_no_kernel_outlives_the_server(root, jupyter_home, tmp_path, number, whole_group):
    server = LabServer(root, jupyter_home, tmp_path)
    kernel = server.start_kernel()
    time.sleep(3)  # a kernel that is only starting is the easier case
    assert processes_of(kernel)
    server.stop(number, whole_group)
    for _ in range(600):  # a machine with much to do may take a while to collect them
        if not processes_of(kernel):
            break
        time.sleep(0.1)
    assert processes_of(kernel) == []
