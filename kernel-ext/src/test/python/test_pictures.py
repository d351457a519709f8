"""Pictures as a browser draws them: every SVG of a command, and those that the tests in Java have kept."""

import re
import shutil

import pytest
from checkout import ROOT
from playwright.sync_api import sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
KEPT = ROOT / "lib/target/pictures"
# Experiments whose charts are there within seconds; those of the others are drawn by the tests in Java.
QUICK = {"timeline": [], "access-pattern": [], "protocols": ["--quick"], "kernel-switch": ["--quick"]}
DRAWN_IN_JAVA = {
    "direct-cost": "DirectCostTest", "kernel-switch": "CostFigureTest", "switch-ladder": "LadderTest",
    "l1d-misses": "CountFigureTest", "paper": "PaperTest", "protocols": "WrongWaysViewTest",
    "timeline": "TimelineExperimentTest", "access-pattern": "AccessPatternExperimentTest", "user-switch": "PartsFigureTest",
    "what-if": "WhatIfTest", "peak-origin": "PeakOriginTest",
}
OUTSIDE_PX = 2  # fonts differ a little from those the picture was laid out with

# The words that stand out of the picture, and whatever the browser could not make a picture of.
FAULTS = """tolerance => {
    const svg = document.documentElement;
    if (svg.tagName !== 'svg') return ['no picture but ' + svg.tagName + ': ' + svg.textContent.slice(0, 200)];
    const faults = [...document.querySelectorAll('parsererror')].map(node => node.textContent.slice(0, 200));
    const frame = svg.getBoundingClientRect();
    for (const text of document.querySelectorAll('text')) {
        const box = text.getBoundingClientRect();
        if (box.left < frame.left - tolerance || box.right > frame.right + tolerance
            || box.top < frame.top - tolerance || box.bottom > frame.bottom + tolerance)
            faults.push('outside: ' + text.textContent + ' ' + JSON.stringify(box) + ' of ' + JSON.stringify(frame));
    }
    for (const node of document.querySelectorAll('*'))
        for (const attribute of node.attributes)
            if (/\\b(NaN|Infinity|null|undefined)\\b/.test(attribute.value))
                faults.push(node.tagName + ' ' + attribute.name + '=' + attribute.value.slice(0, 100));
    return faults;
}"""

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: sudo apt-get install chromium")


@pytest.fixture(scope="module")
def page():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, headless=True, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield browser.new_page(viewport={"width": 1600, "height": 2400})
        browser.close()


def faults(page, picture):
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.goto(picture.as_uri())
    return said + page.evaluate(FAULTS, OUTSIDE_PX)


@pytest.mark.parametrize("experiment", QUICK)
def test_a_commands_pictures(switchlab, page, tmp_path, artefacts, experiment):
    call = switchlab("run", experiment, *QUICK[experiment], "--out", tmp_path / "result")
    assert call.returncode == 0, call.stderr
    pictures = sorted((tmp_path / "result").glob("*.svg"))
    assert pictures
    for picture in pictures:
        assert faults(page, picture) == [], picture.name
        page.screenshot(path=artefacts / f"{experiment}-{picture.stem}.png")


def test_the_pictures_of_the_tests_in_java(page):
    pictures = sorted(KEPT.glob("*.svg"))
    if not pictures:
        pytest.skip(f"no picture in {KEPT}: mvn test draws them")
    drawn = {re.sub(r"-\d+$", "", picture.stem) for picture in pictures}
    assert set(DRAWN_IN_JAVA.values()) <= drawn
    found = {picture.name: faults(page, picture) for picture in pictures}
    assert {name: what[:3] for name, what in found.items() if what} == {}


def test_faults_are_seen(page, tmp_path):
    picture = tmp_path / "bad.svg"
    picture.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"><text x="90" y="20">out of it</text>'
        '<path d="M0 0 L NaN 3"/></svg>'
    )
    told = " ".join(faults(page, picture))
    assert "outside: out of it" in told and "path d=M0 0 L NaN 3" in told
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>')
    assert faults(page, picture)
