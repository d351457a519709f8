"""What a user meets in a new notebook without importing or configuring anything."""

import base64
import json
import pathlib

from running_kernel import Kernel

TABLE = """
Table.create("times", LongColumn.create("arrayBytes", 1024L, 2048L),
    DoubleColumn.create("durationNs", 1.23456789, Double.NaN))
"""
CHART = 'var c = new XYChartBuilder().title("demo").build(); c.addSeries("s", new double[] {1, 2}); c'


def test_a_kernel_says_nothing_on_its_own_output(jupyter_data, tmp_path):
    with open(tmp_path / "log", "w+b") as log:
        kernel = Kernel(jupyter_data, log)
        try:
            kernel.value(CHART.replace("var c", "var c2").replace("c.add", "c2.add")[:-1] + "c2")
            reply, messages = kernel.run("com.sun.jna.Native.getNativeSize(long.class)")
            assert reply["status"] == "ok"
            assert not [m for m in messages if m["msg_type"] == "stream"]
        finally:
            kernel.stop()
        assert kernel.output() == ""


def test_tables_come_as_bounded_html_and_as_text(kernel):
    shown = kernel.value(TABLE)
    assert "<th style=\"text-align:right\">duration<br><small>ns</small></th>" in shown["text/html"]
    assert "1.23457" in shown["text/html"]
    assert "–" in shown["text/html"]
    assert "arrayBytes" in shown["text/plain"]


def test_charts_come_as_svg_with_png_beside_it(kernel):
    shown = kernel.value(CHART)
    assert "<svg" in shown["image/svg+xml"]
    assert base64.b64decode(shown["image/png"]).startswith(b"\x89PNG")
    assert "demo" in shown["text/plain"]


def test_native_code_can_be_called(kernel):
    shown = kernel.value(
        "com.sun.jna.NativeLibrary.getInstance(\"c\").getFunction(\"getpid\").invokeInt(new Object[0])"
        " == ProcessHandle.current().pid()"
    )
    assert shown["text/plain"] == "true"


def test_no_second_jvm_stands_between(kernel):
    pid = kernel.value("ProcessHandle.current().pid()")["text/plain"]
    assert int(pid) == kernel.manager.provisioner.process.pid


def test_jupyter_is_told_that_the_language_is_java(jupyter_data):
    spec = json.loads((jupyter_data / "kernels/switchlab-java/kernel.json").read_text())
    assert spec["language"] == "java"
    assert spec["display_name"] == "Java (SwitchLab)"
    assert spec["interrupt_mode"] == "message"


def test_installing_again_changes_nothing(install, jupyter_data):
    files = sorted((jupyter_data / "kernels/switchlab-java").iterdir())
    before = [(file.name, file.stat().st_mtime_ns) for file in files]
    assert install(jupyter_data).returncode == 0
    files = sorted((jupyter_data / "kernels/switchlab-java").iterdir())
    assert [(file.name, file.stat().st_mtime_ns) for file in files] == before


def test_what_the_start_hid_or_put_back_is_there(kernel):
    shown = kernel.value('System.getProperty("java.class.path").contains("jjava.jar")')
    assert shown["text/plain"] == "true"
    shown = kernel.value('Table.defaultReaderRegistry.getReaderForExtension("csv").isPresent()')
    assert shown["text/plain"] == "true"


def test_threads_nobody_waits_for_stand_back(kernel):
    kernel.value("1 + 1")
    niceness = {}
    for task in pathlib.Path(f"/proc/{kernel.manager.provisioner.process.pid}/task").iterdir():
        niceness[(task / "comm").read_text().strip()] = int(
            (task / "stat").read_text().rpartition(")")[2].split()[16]
        )
    lowered = {name for name, value in niceness.items() if value == 10}
    assert any(name.startswith("C2 Compiler") for name in lowered)
    assert any(name.startswith("Thread-") for name in lowered)
    assert niceness["java"] == 0
