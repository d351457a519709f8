"""environment.yml, which conda and Binder read, and the pins of the environment that SwitchLab makes itself."""

import json
import re
from pathlib import Path

import pytest
import yaml


def pins(path):
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)$", path.read_text(), re.MULTILINE))


def test_conda_gets_the_kernel_in_the_pinned_version(root):
    dependencies = yaml.safe_load((root / "environment.yml").read_text())["dependencies"]
    (by_pip,) = [entry["pip"] for entry in dependencies if isinstance(entry, dict)]
    assert by_pip == [f"jjava=={pins(root / 'kernel-ext/requirements.txt')['jjava']}"]


def test_no_folder_makes_binder_ignore_what_stands_at_the_root(root):
    assert not (root / "binder").exists() and not (root / ".binder").exists()


def test_a_second_call_changes_nothing(root, switchlab):
    first = switchlab("environment")
    prefix = Path(first.stdout.strip())
    kernel = prefix / "share/jupyter/kernels/switchlab-java/kernel.json"
    assert first.returncode == 0, first.stderr
    assert json.loads(kernel.read_text())["display_name"] == "Java (SwitchLab)"
    second = switchlab("environment")
    assert second.stdout == first.stdout
    assert "installing" not in second.stderr


@pytest.mark.parametrize("variable", ["JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"])
def test_a_collector_that_the_environment_names_ends_nothing(switchlab, variable):
    said = switchlab("list", environment={variable: "-XX:+UseG1GC"})
    assert "kernel-switch" in said.stdout, said.stderr
