"""A machine on which native code cannot be loaded: each cell says so, not the first alone."""

import pytest
from running_kernel import Kernel

SENTENCE = "SwitchLab calls the kernel through native code, which could not be loaded"


@pytest.fixture
def crippled(jupyter_data, tmp_path, monkeypatch):
    """A kernel whose JNA finds no library, as where every folder is mounted noexec."""
    monkeypatch.setenv("JJAVA_JVM_OPTS", "-Djna.nounpack=true -Djna.boot.library.path=/nowhere")
    with open(tmp_path / "log", "w+b") as log:
        kernel = Kernel(jupyter_data, log)
        yield kernel
        kernel.stop()


def said(messages):
    return [m["content"]["data"]["text/plain"] for m in messages if m["msg_type"] == "display_data"]


def test_every_cell_that_fails_for_it_says_why(crippled):
    for cell in ("Lab.machine()", "Lab.directCost().quick().run()", "%doctor", "Lab.machine()"):
        reply, messages = crippled.run(cell)
        assert reply["status"] == "error"
        assert [text for text in said(messages) if SENTENCE in text], cell
    reply, messages = crippled.run('throw new Exception("of the user")')
    assert reply["status"] == "error" and not said(messages)
    assert crippled.value("1 + 1")["text/plain"] == "2"
