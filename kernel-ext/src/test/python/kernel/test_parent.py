"""A kernel does not outlive the Jupyter process that started it."""

import os
import pathlib
import signal
import subprocess
import sys
import time

STARTER = """
import sys, time
from running_kernel import Kernel
import pathlib
kernel = Kernel(pathlib.Path(sys.argv[1]), open(sys.argv[2], "w+b"))
print(kernel.manager.provisioner.process.pid, flush=True)
time.sleep(600)
"""
PATIENCE_S = 60


def is_running(pid):
    try:
        stat = pathlib.Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False
    return stat.rsplit(")", 1)[1].split()[0] != "Z"


def test_it_ends_when_jupyter_is_killed(jupyter_data, tmp_path):
    here = pathlib.Path(__file__).parent
    starter = subprocess.Popen(
        [sys.executable, "-c", STARTER, str(jupyter_data), str(tmp_path / "log")],
        stdout=subprocess.PIPE,
        cwd=here,
        text=True,
    )
    with starter:
        pid = int(starter.stdout.readline())
        assert is_running(pid)
        starter.kill()
    deadline = time.monotonic() + PATIENCE_S
    while is_running(pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    ended = not is_running(pid)
    if not ended:
        os.kill(pid, signal.SIGKILL)
    assert ended
