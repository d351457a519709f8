"""A run's progress: one display, made once, updated, and cleared at the end."""

RUN = """
var progress = org.switchlab.run.ProgressDefault.forOneRun();
for (int i = 0; i <= 4; i++) {
    progress.report(new org.switchlab.run.Progress(
        i / 4.0, java.time.Duration.ofSeconds(8 - 2 * i), "step " + i, i == 4));
}
"""


def test_one_display_is_updated(kernel):
    reply, messages = kernel.run(RUN)
    assert reply["status"] == "ok", reply
    shown = [m["content"] for m in messages if m["msg_type"] == "display_data"]
    updated = [m["content"] for m in messages if m["msg_type"] == "update_display_data"]
    assert len(shown) == 1
    assert len(updated) == 4
    ids = {content["transient"]["display_id"] for content in shown + updated}
    assert len(ids) == 1
    assert "50 %, 4 s left · step 2" in updated[1]["data"]["text/plain"]
    assert updated[-1]["data"]["text/html"] == ""


def test_two_runs_have_two_displays(kernel):
    ids = set()
    for _ in range(2):
        _, messages = kernel.run(RUN)
        ids |= {
            m["content"]["transient"]["display_id"]
            for m in messages
            if m["msg_type"] == "display_data"
        }
    assert len(ids) == 2
