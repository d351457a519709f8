"""JupyterLab as a user sees it: `switchlab lab` in a headless Chromium."""

import re
import shutil
import time

import pytest
from lab_server import LabServer
from playwright.sync_api import expect, sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
# Nothing but our server is to be talked to; the sandbox is refused to root.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]
KERNEL = "Java (SwitchLab)"
START_MS = 120_000  # a watchdog, not a promise: two busy cores start a browser, a server and a kernel
RUN_MS = 300_000
QUIET_S = 3

# A line of two points with their intervals.
FIGURE = (
    "import org.switchlab.figure.*; "
    'var size = new Axis("size (KiB)", LinearScale.fromZero(4)); '
    'var cost = new Axis("cost (µs)", LinearScale.fromZero(4)); '
    'var dots = List.of(new Dot(1, 2, 1.5, 2.5, "12 processes"), new Dot(2, 3, 2.5, 3.5, "12 processes")); '
    'new Figure(new Figure.Heading("cost of a switch", "measured here", List.of()), List.of(), size, cost, '
    'List.of(new Mark.Series("stride 8 B", Look.line(0), dots), new Mark.Series("stride 64 B", Look.line(3), '
    "List.of(Dot.at(1, 1), Dot.at(3, 1)))))"
)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: sudo apt-get install chromium")


@pytest.fixture(scope="module")
def lab(root, jupyter_home, tmp_path_factory):
    """The address, with the token, of a server on an empty folder."""
    server = LabServer(root, jupyter_home, tmp_path_factory.mktemp("lab"))
    yield f"{server.url}lab?token={server.token}"
    server.stop()


@pytest.fixture
def page(lab, tmp_path, artefacts, request):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch_persistent_context(
            str(tmp_path / "profile"), executable_path=CHROMIUM, headless=True, args=FLAGS,
            viewport={"width": 1280, "height": 1600},
        )
        page = browser.new_page()
        page.goto(lab + "&reset", timeout=START_MS)  # not the notebook that another test left open
        yield page
        page.screenshot(path=artefacts / f"{request.node.name}.png")  # as it was left: the picture of a failure
        browser.close()


def new_notebook(page):
    """Opens an empty notebook from the launcher and waits until its kernel has answered and all is quiet.

    JupyterLab connects three times to a new kernel. JJava stamps each message with the session of whoever asked, not
    with its own, and JupyterLab drops what arrives while the session seems to change: the indicator of the kernel's
    state cannot be waited for, and a cell that is run in that second may lose its output.
    """
    last_heard = []
    page.on("websocket", lambda socket: "/api/kernels/" in socket.url and socket.on(
        "framereceived", lambda _: last_heard.append(time.monotonic())))
    page.locator(".jp-LauncherCard[data-category='Notebook']", has_text=KERNEL).click(timeout=START_MS)
    end = time.monotonic() + START_MS / 1000
    while not last_heard or time.monotonic() - last_heard[-1] < QUIET_S:
        assert time.monotonic() < end, "the kernel did not start"
        page.wait_for_timeout(100)


def type_and_run(page, line):
    page.locator(".jp-Notebook .jp-CodeCell .cm-content").last.click()
    page.keyboard.type(line)
    page.keyboard.press("Escape")  # closes a completion box, if one opened
    page.keyboard.press("Control+Enter")


def output(page):
    return page.locator(".jp-Notebook .jp-OutputArea-output")  # without the icons around it


def test_a_new_notebook_runs_java(page):
    new_notebook(page)
    type_and_run(page, '"6 * 7 = " + 6 * 7')
    expect(output(page).first).to_contain_text("6 * 7 = 42", timeout=RUN_MS)


def test_one_line_in_an_empty_notebook_draws_the_figure(page, artefacts):
    new_notebook(page)
    type_and_run(page, "Lab.kernelSwitchCost().quick().run()")
    progress = page.locator(".switchlab-progress")
    expect(progress).to_be_visible(timeout=RUN_MS)
    page.screenshot(path=artefacts / "progress.png")
    details = output(page).locator("details", has=page.locator("table")).first
    expect(details).to_be_visible(timeout=RUN_MS)
    details.locator("summary").first.click()
    expect(details.locator("table").first).to_be_visible()
    expect(output(page).locator("svg, img").first).to_be_visible()
    expect(progress).to_have_count(0)  # the result stands where the progress was


def test_a_figure_answers_the_pointer(page, artefacts):
    new_notebook(page)
    type_and_run(page, FIGURE)
    chart = output(page).locator("svg.marks")
    expect(chart).to_be_visible(timeout=RUN_MS)
    points = chart.locator(".mark-symbol.role-mark path")
    expect(points).to_have_count(4)
    points.first.hover()
    tooltip = page.locator("#vg-tooltip-element")
    for fact in ("stride 8 B", "size (KiB)", "cost (µs)", "1.5 – 2.5", "12 processes"):
        expect(tooltip).to_contain_text(fact)
    page.screenshot(path=artefacts / "figure-tooltip.png")

    name = chart.locator(".role-legend-label text", has_text="stride 8 B")
    name.click()
    expect(points).to_have_count(2)
    page.screenshot(path=artefacts / "figure-hidden.png")
    name.click()
    expect(points).to_have_count(4)


def test_a_figure_is_legible_on_a_dark_theme(page, artefacts):
    new_notebook(page)
    type_and_run(page, FIGURE)
    title = output(page).locator("svg.marks .role-title-text text").first
    expect(title).to_be_visible(timeout=RUN_MS)
    assert brightness(title) < 100
    page.locator(".lm-MenuBar-itemLabel", has_text="Settings").click()
    page.locator(".lm-Menu-itemLabel", has_text="Theme").first.hover()
    page.locator(".lm-Menu-itemLabel", has_text="JupyterLab Dark").first.click()
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", "false")
    page.screenshot(path=artefacts / "figure-dark.png")
    assert brightness(title) > 150


def brightness(text):
    """Of the colour that a text of an SVG is drawn in, 0 to 255."""
    color = text.evaluate("node => getComputedStyle(node).fill")
    return sum(map(int, re.findall(r"\d+", color)[:3])) / 3
