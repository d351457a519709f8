"""Starts a kernel, runs the cells a first notebook runs, and waits for the JVM to write what it saw.

Arguments: the directory of the kernel's kernel.json, then a file with the cells, separated by lines
of dashes. Ends with status 1 if a cell fails.
"""

import pathlib
import sys

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

# Writing the recording takes the JVM some seconds on a slow disk; Jupyter's default kills it then.
PATIENCE_S = 120


def main(kernel, cells):
    specs = KernelSpecManager(kernel_dirs=[str(kernel.parent)])
    manager = KernelManager(kernel_name=kernel.name, kernel_spec_manager=specs)
    manager.shutdown_wait_time = PATIENCE_S
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=PATIENCE_S)
        for cell in cells:
            reply = client.execute_interactive(
                cell, timeout=PATIENCE_S, output_hook=lambda message: None
            )
            if reply["content"]["status"] != "ok":
                sys.exit("\n".join(reply["content"].get("traceback", [cell])))
    finally:
        client.stop_channels()
        manager.shutdown_kernel()


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).read_text().split("\n----\n"))
