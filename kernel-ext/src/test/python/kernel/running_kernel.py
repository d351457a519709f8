"""Drives one kernel as a notebook does."""

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

# Only hangs are to be caught: no test asserts how long anything takes.
PATIENCE_S = 120


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
