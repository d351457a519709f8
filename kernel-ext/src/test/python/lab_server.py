"""A JupyterLab server, started as a user starts it: by `switchlab lab`."""

import json
import os
import signal
import subprocess
import time
import urllib.request

START_S = 120  # a watchdog, not a promise


class LabServer:
    """Runs from its construction until it is stopped."""

    def __init__(self, root, environment, folder):
        self.runtime = folder / "runtime"
        self.log = folder / "lab.log"
        notebooks = folder / "notebooks"
        notebooks.mkdir()
        with open(self.log, "w", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                [str(root / "switchlab"), "lab", "--no-browser", "--port=0", str(notebooks)],
                env={**environment, "JUPYTER_RUNTIME_DIR": str(self.runtime)},
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
            )
        try:
            info = self._wait_for_info()
        except BaseException:
            self.stop(signal.SIGTERM)
            raise
        self.url, self.token = info["url"], info["token"]

    def _wait_for_info(self):
        end = time.monotonic() + START_S
        while time.monotonic() < end:
            assert self.process.poll() is None, self.log.read_text()
            for file in self.runtime.glob("jpserver-*.json"):
                try:
                    return json.loads(file.read_text())
                except ValueError:
                    pass  # it is still being written
            time.sleep(0.2)
        raise AssertionError("JupyterLab did not start:\n" + self.log.read_text())

    def start_kernel(self):
        """Starts a kernel of ours; the file by which its process can be recognised."""
        body = json.dumps({"name": "switchlab-java"}).encode()
        request = urllib.request.Request(
            self.url + "api/kernels", body, {"Authorization": "token " + self.token}
        )
        with urllib.request.urlopen(request, timeout=START_S) as answer:
            return str(self.runtime / f"kernel-{json.load(answer)['id']}.json")

    def stop(self, number=signal.SIGINT, whole_group=True):
        """Ctrl-C at the terminal goes to the whole group, a termination request to the script alone."""
        if self.process.poll() is None:
            (os.killpg if whole_group else os.kill)(self.process.pid, number)
            self.process.wait(timeout=60)
