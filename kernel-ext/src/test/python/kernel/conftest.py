"""A real kernel for each test module, installed by the project's own installer.

Needs Maven's jars (``mvn package``) and a Python with jjava, jupyter_client and pytest. The class
path of SwitchLab and its libraries comes in ``SWITCHLAB_CLASS_PATH``, the JDK in ``JAVA_HOME``.
"""

import os
import pathlib
import subprocess
import sys

import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

# Only hangs are to be caught: no test asserts how long anything takes.
PATIENCE_S = 120


@pytest.fixture(scope="session")
def class_path():
    path = os.environ.get("SWITCHLAB_CLASS_PATH")
    if not path:
        pytest.skip("SWITCHLAB_CLASS_PATH is not set: the jars under test are unknown")
    return path


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
def install(class_path, java_home, jjava_jar):
    """Installs the kernel into a Jupyter data directory; returns the finished process."""

    def run(data, *options):
        command = [java_home / "bin/java", "-cp", class_path, "org.switchlab.kernel.InstallKernel"]
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


class Kernel:
    """A running kernel and what it has sent."""

    def __init__(self, data, log):
        self.log = log
        specs = KernelSpecManager(kernel_dirs=[str(data / "kernels")])
        self.manager = KernelManager(kernel_name="switchlab-java", kernel_spec_manager=specs)
        self.manager.start_kernel(stdout=log, stderr=log)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=PATIENCE_S)

    def run(self, code, on_message=lambda message: None):
        """Executes a cell; returns its reply's content and all it sent."""
        messages = []

        def collect(message):
            messages.append(message)
            on_message(message)

        reply = self.client.execute_interactive(code, timeout=PATIENCE_S, output_hook=collect)
        return reply["content"], messages

    def value(self, code):
        """Executes a cell; returns the MIME bundle of its value."""
        reply, messages = self.run(code)
        assert reply["status"] == "ok", "\n".join(reply.get("traceback", []))
        return only(messages, "execute_result")["data"]

    def stop(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel()

    def output(self):
        self.log.seek(0)
        return self.log.read().decode()


def only(messages, kind):
    found = [message["content"] for message in messages if message["msg_type"] == kind]
    assert len(found) == 1, [message["msg_type"] for message in messages]
    return found[0]


@pytest.fixture(scope="module")
def kernel(jupyter_data, tmp_path_factory):
    with open(tmp_path_factory.mktemp("log") / "kernel.log", "w+b") as log:
        started = Kernel(jupyter_data, log)
        yield started
        started.stop()
