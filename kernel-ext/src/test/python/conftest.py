"""What the end-to-end tests share: where the checkout is, and how to call its script."""

import os
import signal
import subprocess

import pytest
from checkout import ROOT

# A shell starts what it runs in the background with SIGINT ignored, and every child inherits that: then no test of
# Ctrl-C could work. A handler of Python's own is reset to the default in each program we start.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def artefacts():
    """Where screenshots and pages are kept for a look after the run."""
    folder = ROOT / "kernel-ext" / "target" / "artefacts"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def jupyter_home(tmp_path_factory):
    """Jupyter's folders, away from the user's own settings and servers."""
    home = tmp_path_factory.mktemp("jupyter")
    return {
        **os.environ,
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "IPYTHONDIR": str(home / "ipython"),
    }


@pytest.fixture(scope="session")
def switchlab(jupyter_home):
    """Calls the script and waits for it; the time limit only ends what hangs."""

    def call(*arguments, cwd=ROOT, environment=None, timeout_s=600):
        command = [str(ROOT / "switchlab"), *map(str, arguments)]
        return subprocess.run(
            command, cwd=cwd, env=jupyter_home | (environment or {}), text=True, capture_output=True, timeout=timeout_s, check=False
        )

    return call
