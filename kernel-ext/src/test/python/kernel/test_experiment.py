"""An experiment in a cell: its result shows itself, the stop button keeps what it had."""

VEGA_LITE = "application/vnd.vegalite.v5+json"

QUICK = ".sizesBytes(1024).stridesBytes(0)"


def test_the_first_cell_can_be_an_experiment(kernel):
    reply, messages = kernel.run(f"Lab.kernelSwitchCost(){QUICK}.run()")
    assert reply["status"] == "ok", "\n".join(reply.get("traceback", []))
    results = [m["content"]["data"] for m in messages if m["msg_type"] == "execute_result"]
    assert "<table" in results[0]["text/html"]
    assert "<svg xmlns" not in results[0]["text/html"], "verdicts have small pictures, the chart is a display"
    progress, figure = [m["content"]["data"] for m in messages if m["msg_type"] == "display_data"]
    assert "text/html" in progress
    assert VEGA_LITE in figure
    assert "<svg" in figure["image/svg+xml"]
    assert "switch" in figure["text/plain"]
    updated = [m for m in messages if m["msg_type"] == "update_display_data"]
    assert updated[-1]["content"]["data"]["text/html"] == ""


def test_magics(kernel):
    report = kernel.value("%doctor")
    assert "<table" in report["text/html"]
    reply, _ = kernel.run("%figure three")
    assert "such as %figure 3" in reply["evalue"], reply
