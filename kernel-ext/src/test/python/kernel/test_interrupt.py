"""The stop button: what it ends, what it leaves, and how the user is told."""

import re
import time

WAITS = """
var seen = new java.util.concurrent.LinkedBlockingQueue<String>();
void waits() {
    System.out.println("started");
    try {
        Thread.sleep(60_000);
    } catch (InterruptedException e) {
        seen.add("interrupted, flag " + Thread.currentThread().isInterrupted());
    }
}
waits();
"""
BURNS = """
var burning = new java.util.concurrent.atomic.AtomicBoolean(true);
void burns() {
    System.out.println("started");
    while (burning.get()) {}
}
burns();
"""


def run_and_stop(kernel, code):
    def stop_once_started(message):
        if message["msg_type"] == "stream" and "started" in message["content"]["text"]:
            kernel.manager.interrupt_kernel()

    return kernel.run(code, stop_once_started)


def test_the_cell_ends_and_its_thread_is_interrupted(kernel):
    reply, _ = run_and_stop(kernel, WAITS)
    assert reply["status"] == "error"
    assert "Interrupted" in reply["ename"]
    told = kernel.value("seen.poll(30, java.util.concurrent.TimeUnit.SECONDS)")
    assert told["text/plain"] == "interrupted, flag false"


def test_a_thread_that_goes_on_burning_is_told_at_the_next_cell(kernel):
    run_and_stop(kernel, BURNS)
    # The kernel answers at once, the abandoned loop runs on.
    time.sleep(0.1)
    _, messages = kernel.run("1 + 1")
    told = [m["content"]["data"]["text/plain"] for m in messages if m["msg_type"] == "display_data"]
    assert len(told) == 1
    assert "still burns a CPU" in told[0]
    assert "burns" in told[0]
    assert "restart the kernel" in told[0]

    _, messages = kernel.run("2 + 2")
    assert not [m for m in messages if m["msg_type"] == "display_data"], "told once is enough"

    _, messages = kernel.run("org.switchlab.run.ProgressDefault.forOneRun();")
    assert [m for m in messages if m["msg_type"] == "display_data"], "before a measurement, always"

    kernel.run("burning.set(false);")
    _, messages = kernel.run("org.switchlab.run.ProgressDefault.forOneRun();")
    assert not [m for m in messages if m["msg_type"] == "display_data"]


def measures(message):
    """Whether progress is told in per cent: while a run waits for its turn, it tells whom it waits for."""
    if message["msg_type"] not in ("display_data", "update_display_data"):
        return False
    return re.search(r"^\[[#.]+\] \d+ %", message["content"]["data"].get("text/plain", "")) is not None


def test_the_stop_button_ends_an_experiment_and_its_processes(kernel):
    stopped = []

    def stop_when_it_measures(message):
        if not stopped and measures(message):
            stopped.append(message)
            kernel.manager.interrupt_kernel()

    reply, _ = kernel.run("var fig3 = Lab.kernelSwitchCost().run(); fig3", stop_when_it_measures)
    assert stopped, "it never measured"
    assert reply["status"] == "error"
    assert "Interrupted" in reply["ename"]
    left = """
    long deadlineNs = System.nanoTime() + 30_000_000_000L;
    while (ProcessHandle.current().children().findAny().isPresent() && System.nanoTime() < deadlineNs) {
        Thread.sleep(50);
    }
    ProcessHandle.current().children().count()
    """
    assert kernel.value(left)["text/plain"] == "0"


def test_what_a_stopped_experiment_had_is_kept(kernel):
    def stop_after_some_progress(message):
        if message["msg_type"] == "update_display_data":
            kernel.manager.interrupt_kernel()

    kernel.run("Lab.kernelSwitchCost().run()", stop_after_some_progress)
    kept = """
    org.switchlab.result.Result kept() throws InterruptedException {
        long deadlineNs = System.nanoTime() + 30_000_000_000L;
        while (System.nanoTime() < deadlineNs) {
            try {
                return Lab.last();
            } catch (IllegalStateException notYet) {
                Thread.sleep(50);
            }
        }
        return Lab.last();
    }
    kept().has(org.switchlab.warning.WarningCode.INTERRUPTED)
    """
    assert kernel.value(kept)["text/plain"] == "true"
