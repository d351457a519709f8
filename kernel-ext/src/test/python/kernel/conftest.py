"""A real kernel for each test module, installed by the project's own installer from Maven's jars."""

import os
import pathlib
import subprocess
import sys

import pytest
from running_kernel import Kernel

JARS = pathlib.Path(__file__).resolve().parents[4] / "target"


@pytest.fixture(scope="session")
def program():
    """The jar whose manifest names all others."""
    jars = sorted(JARS.glob("switchlab-kernel-ext-*.jar"))
    if not jars:
        pytest.skip(f"no jar in {JARS}: run mvn package first")
    return jars[0]


@pytest.fixture(scope="session")
def java_home():
    home = os.environ.get("JAVA_HOME")
    if not home:
        pytest.skip("JAVA_HOME is not set: no JDK to run the kernel")
    return pathlib.Path(home)


@pytest.fixture(scope="session")
def jjava_jar():
    jar = pathlib.Path(sys.prefix) / "share/jupyter/kernels/java/jjava.jar"
    if not jar.exists():
        pytest.skip(f"{jar} is not there: pip install jjava")
    return jar


@pytest.fixture(scope="session")
def install(program, java_home, jjava_jar):
    """Installs the kernel into a Jupyter data directory; returns the finished process."""

    def run(data, *options):
        command = [java_home / "bin/java", "-cp", program, "org.switchlab.kernel.InstallKernel"]
        command += ["--jjava", jjava_jar, "--jupyter-data", data, *options]
        return subprocess.run(
            [str(word) for word in command], capture_output=True, text=True, timeout=600
        )

    return run


@pytest.fixture(scope="session")
def jupyter_data(install, tmp_path_factory):
    data = tmp_path_factory.mktemp("jupyter")
    done = install(data)
    assert done.returncode == 0, done.stderr
    return data


@pytest.fixture(scope="module")
def kernel(jupyter_data, tmp_path_factory):
    with open(tmp_path_factory.mktemp("log") / "kernel.log", "w+b") as log:
        started = Kernel(jupyter_data, log)
        yield started
        started.stop()
