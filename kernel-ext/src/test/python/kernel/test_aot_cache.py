"""The cache is made once, remade when something changes, and never needed."""

import os
import sys

from running_kernel import Kernel


def test_made_once_remade_after_a_change_and_harmless_when_broken(install, tmp_path):
    data = tmp_path / "jupyter"
    cache = data / "kernels/switchlab-java/kernel.aot"

    assert install(data, "--python", sys.executable).returncode == 0
    made = cache.stat().st_mtime_ns
    assert install(data, "--python", sys.executable).returncode == 0
    assert cache.stat().st_mtime_ns == made

    key = data / "kernels/switchlab-java/kernel.aot.key"
    key.write_text("made from other jars")
    assert install(data, "--python", sys.executable).returncode == 0
    assert cache.stat().st_mtime_ns != made

    os.truncate(cache, 100_000)
    with open(tmp_path / "log", "w+b") as log:
        kernel = Kernel(data, log)
        try:
            assert kernel.value("1 + 1")["text/plain"] == "2"
        finally:
            kernel.stop()
        assert kernel.output() == ""


def test_a_failure_leaves_a_kernel_that_works(install, tmp_path):
    done = install(tmp_path, "--python", "/bin/false")
    assert done.returncode == 0
    assert "will start slower" in done.stderr
    assert not (tmp_path / "kernels/switchlab-java/kernel.aot").exists()
