"""How long a bare kernel takes from its start to the first rendered chart of stored values.

Starts JJava as its package installs it ("stock") and SwitchLab's kernel in turn, with the same
libraries and the same JDK; each reads the same CSV file with Tablesaw and shows the same XChart chart
as SVG and PNG. Prints one JSON document: each start's seconds, the medians and their ratio.

The client asks once for the kernel's information and sends the cell as soon as the answer and a first
status message are there: waiting longer, as Jupyter's client library does, would add the same to both
and bring the ratio nearer to 1.
"""

import argparse
import json
import os
import pathlib
import statistics
import sys
import tempfile
import time

import zmq
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

PATIENCE_S = 120
STRIDES, SIZES = (0, 8, 16, 32, 64, 128, 256), [2**k for k in range(10, 22)]

# The same work under both kernels, written without either's default imports.
CHART = """
var types = new tech.tablesaw.api.ColumnType[] {tech.tablesaw.api.ColumnType.LONG,
    tech.tablesaw.api.ColumnType.LONG, tech.tablesaw.api.ColumnType.DOUBLE};
var table = tech.tablesaw.api.Table.read().csv(
    tech.tablesaw.io.csv.CsvReadOptions.builder("%s").columnTypes(types));
var chart = new org.knowm.xchart.XYChartBuilder().width(800).height(500).title("stored").build();
for (var slice : table.splitOn("strideBytes")) {
    var part = slice.asTable();
    chart.addSeries(part.name(), part.longColumn("arrayBytes").asDoubleArray(),
        part.doubleColumn("estimateNs").asDoubleArray());
}
"""
# Stock JJava cannot show a chart: its user encodes it.
BY_HAND = """
var shown = new org.dflib.jjava.jupyter.kernel.display.DisplayData("chart");
shown.putSVG(new String(org.knowm.xchart.ChartEncoder.getBytes(chart, "svg")));
shown.putData("image/png", java.util.Base64.getEncoder().encodeToString(
    org.knowm.xchart.ChartEncoder.getBytes(chart, "png")));
shown
"""


def stored_values(folder):
    path = folder / "points.csv"
    rows = [f"{size},{stride},{1000 + stride + size / 1024}" for stride in STRIDES for size in SIZES]
    path.write_text("\n".join(["arrayBytes,strideBytes,estimateNs", *rows]))
    return path


def stock_kernel(folder, ours, jjava_jar):
    """JJava's own kernel.json, with our JDK first on the PATH and our libraries on its class path."""
    argv = ours["argv"]
    class_path = argv[argv.index("-cp") + 1].split(os.pathsep)
    # Without our extension, whose imports stock JJava would have to compile.
    left_out = ("jjava", "switchlab-kernel-ext")
    libraries = [jar for jar in class_path if not pathlib.Path(jar).name.startswith(left_out)]
    launcher = jjava_jar.with_name("jjava-launcher.jar")
    path = os.pathsep.join([str(pathlib.Path(argv[0]).parent), os.environ["PATH"]])
    spec = {
        "argv": ["java", "-jar", str(launcher), str(jjava_jar), "{connection_file}"],
        "display_name": "stock",
        "language": "java",
        "interrupt_mode": "message",
        "env": {"PATH": path, "JJAVA_CLASSPATH": os.pathsep.join(libraries)},
    }
    kernel = folder / "stock"
    kernel.mkdir()
    (kernel / "kernel.json").write_text(json.dumps(spec))


def start(kernels, name, code, context):
    """Starts a kernel and runs one cell; returns the seconds until its picture arrived."""
    manager = KernelManager(
        kernel_name=name, kernel_spec_manager=KernelSpecManager(kernel_dirs=[str(kernels)])
    )
    with tempfile.TemporaryFile() as log:
        begun = time.perf_counter()
        manager.start_kernel(stdout=log, stderr=log)
        client = manager.client(context=context)
        client.start_channels()
        try:
            greet(client)
            request = client.execute(code)
            while True:
                message = client.get_iopub_msg(timeout=PATIENCE_S)
                if message["parent_header"].get("msg_id") != request:
                    continue
                if "image/svg+xml" in message["content"].get("data", {}):
                    return time.perf_counter() - begun
                if message["msg_type"] == "error":
                    sys.exit("\n".join(message["content"]["traceback"]))
        finally:
            client.stop_channels()
            manager.shutdown_kernel()


def greet(client):
    heard = False
    while not heard:
        client.kernel_info()
        client.get_shell_msg(timeout=PATIENCE_S)
        # A kernel may answer before its output channel is joined: then ask again.
        heard = client.iopub_channel.socket.poll(50) > 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--starts", type=int, default=5, help="starts of each kernel (default 5)")
    parser.add_argument("--prefix", type=pathlib.Path, default=pathlib.Path(sys.prefix),
                        help="Python environment with both kernels (default: this one's)")
    parser.add_argument("--data", type=pathlib.Path,
                        help="Jupyter's data folder with our kernel (default: the environment's)")
    options = parser.parse_args()
    stock = options.prefix / "share/jupyter/kernels"
    installed = options.data / "kernels" if options.data else stock
    ours = json.loads((installed / "switchlab-java/kernel.json").read_text())
    context = zmq.Context()
    # The default of 100 ms between attempts to connect would be most of what is to be seen.
    context.setsockopt(zmq.RECONNECT_IVL, 5)
    seconds = {"stock": [], "switchlab": []}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        chart = CHART % stored_values(folder)
        stock_kernel(folder, ours, stock / "java/jjava.jar")
        for _ in range(options.starts):
            seconds["stock"].append(start(folder, "stock", chart + BY_HAND, context))
            seconds["switchlab"].append(start(installed, "switchlab-java", chart + "chart", context))
    medians = {kernel: statistics.median(values) for kernel, values in seconds.items()}
    document = {
        "seconds": seconds,
        "medianSeconds": medians,
        "ratio": medians["switchlab"] / medians["stock"],
    }
    print(json.dumps(document, indent=2))


if __name__ == "__main__":
    main()
