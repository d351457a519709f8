"""The script `switchlab` on machines that lack something: what it says, what it does, how it ends.

Each test has a checkout of its own and a PATH that holds nothing but a few basic tools and the fakes that the test
puts there, so that no JDK, Maven or package manager of this machine is seen.
"""

import shutil
import subprocess
import time

import pytest

BASIC_TOOLS = "cat dirname env find flock grep head id mkdir mktemp mv readlink rm sed sleep tail touch".split()

FAKE_JAVA = """
case $1 in
  -version) echo 'openjdk version "{version}"' >&2 ;;
  -XX:ArchiveClassesAtExit=*) : >"${{1#*=}}" ;;
  *) echo "java {version} of {name}: $*" ;;
esac
"""

FAKE_MAVEN = """
echo "$JAVA_HOME" >>"{log}"
sleep 0.3
mkdir -p kernel-ext/target
: >kernel-ext/target/switchlab-kernel-ext-1.jar
"""


class Machine:
    """A checkout and a PATH of fakes."""

    def __init__(self, folder, root):
        self.folder = folder
        self.bin = folder / "bin"
        self.jvms = folder / "jvms"
        self.checkout = folder / "check out"  # a blank in the path, on purpose
        for path in (self.bin, self.jvms, self.checkout / "lib/src/main/java", self.checkout / "kernel-ext/src/main"):
            path.mkdir(parents=True)
        for name in ("switchlab", "pom.xml", "lib/pom.xml", "kernel-ext/pom.xml"):
            shutil.copy(root / name, self.checkout / name)
        for tool in BASIC_TOOLS:
            if path := shutil.which(tool):
                (self.bin / tool).symlink_to(path)
        self.source = self.checkout / "lib/src/main/java/Some.java"
        self.source.write_text("class Some {}")
        self.user(1000)

    def fake(self, name, body="", folder=None):
        path = (folder or self.bin) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.write_text("#!/bin/sh\n" + body)
        path.chmod(0o755)
        return path

    def user(self, number):
        self.fake("id", f"echo {number}")

    def jdk(self, folder, version, release=True, compiler=True):
        self.fake("java", FAKE_JAVA.format(version=version, name=folder.name), folder / "bin")
        if compiler:
            self.fake("javac", folder=folder / "bin")
        if release:
            (folder / "release").write_text(f'IMPLEMENTOR="Someone"\nJAVA_VERSION="{version}"\n')
        return folder

    def build_tools(self):
        self.fake("mvn", FAKE_MAVEN.format(log=self.folder / "builds"))
        self.fake("cc")
        self.fake("make")

    def apt(self, offers, brings=""):
        """A Debian whose sources offer some packages; installing runs what "brings" says."""
        self.fake("apt-cache", f'for last; do :; done; case " {offers} " in *" $last "*) echo "  Candidate: 1" ;;'
                  ' *) echo "  Candidate: (none)" ;; esac')
        self.fake("apt-get", f'echo "$*" >>"{self.folder}/apt"; case "$*" in *install*) {brings or ":"} ;; esac')

    def apt_calls(self):
        log = self.folder / "apt"
        return log.read_text().splitlines() if log.exists() else []

    def builds(self):
        log = self.folder / "builds"
        return log.read_text().splitlines() if log.exists() else []

    def start(self, *arguments, script=None, **variables):
        environment = {"PATH": str(self.bin), "HOME": str(self.folder), "SWITCHLAB_JVMS": str(self.jvms), **variables}
        return subprocess.Popen(
            [str(script or self.checkout / "switchlab"), *arguments],
            cwd=self.folder, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )

    def call(self, *arguments, **variables):
        process = self.start(*arguments, **variables)
        out, err = process.communicate(timeout=60)
        return subprocess.CompletedProcess(arguments, process.returncode, out, err)


@pytest.fixture
def machine(tmp_path, root):
    return Machine(tmp_path, root)


@pytest.fixture
def ready(machine):
    """A machine that lacks nothing."""
    machine.jdk(machine.jvms / "jdk-25", "25.0.1")
    machine.build_tools()
    return machine


# ---- which JDK --------------------------------------------------------------------------------------------------


def assert_runs_in(call, name):
    assert call.returncode == 0, call.stderr
    assert f" of {name}: " in call.stdout
    assert call.stdout.rstrip().endswith("org.switchlab.cli.Main list")


def test_java_home_comes_first(ready):
    other = ready.jdk(ready.folder / "mine", "26")
    assert_runs_in(ready.call("list", JAVA_HOME=str(other)), "mine")


def test_java_home_that_is_too_old_is_passed_over(ready):
    other = ready.jdk(ready.folder / "mine", "17.0.2")
    assert_runs_in(ready.call("list", JAVA_HOME=str(other)), "jdk-25")


def test_a_newer_jdk_later_on_the_path_is_found(machine):
    machine.build_tools()
    old, new = machine.jdk(machine.folder / "old", "17.0.9"), machine.jdk(machine.folder / "new", "25.0.1")
    call = machine.call("list", PATH=f"{old}/bin:{new}/bin:{machine.bin}")
    assert_runs_in(call, "new")


def test_a_link_on_the_path_leads_to_its_jdk(machine):
    machine.build_tools()
    jdk = machine.jdk(machine.folder / "far away", "25")
    (machine.bin / "java").symlink_to(jdk / "bin/java")
    assert_runs_in(machine.call("list"), "far away")


def test_a_version_managers_shim_is_asked_for_its_jdk(machine):
    machine.build_tools()
    jdk = machine.jdk(machine.folder / "managed", "25")
    machine.fake("java", f'echo "    java.home = {jdk}" >&2')
    assert_runs_in(machine.call("list"), "managed")


def test_the_conda_environments_jdk_is_found(machine):
    machine.build_tools()
    machine.jdk(machine.folder / "conda/lib/jvm", "25.0.1")
    assert_runs_in(machine.call("list", CONDA_PREFIX=str(machine.folder / "conda")), "jvm")


def test_a_jdk_without_release_file_is_asked_for_its_version(machine):
    machine.build_tools()
    machine.jdk(machine.jvms / "bare", "25.0.1", release=False)
    assert_runs_in(machine.call("list"), "bare")


def test_an_early_access_jdk_counts_by_its_number(machine):
    machine.build_tools()
    machine.jdk(machine.jvms / "next", "26-ea")
    assert_runs_in(machine.call("list"), "next")


def test_a_folder_with_a_blank_is_no_obstacle(machine):
    machine.build_tools()
    machine.jdk(machine.jvms / "my own jdk", "25")
    assert_runs_in(machine.call("list"), "my own jdk")


@pytest.mark.parametrize(("charmap", "expected"), [("ANSI_X3.4-1968", "C.UTF-8"), ("UTF-8", "de_AT.UTF-8")])
def test_names_are_read_as_utf_8_where_the_locale_knows_ascii_alone(ready, charmap, expected):
    ready.fake("locale", f"echo {charmap}")
    ready.fake("mvn", FAKE_MAVEN.format(log=ready.folder / "builds").replace("$JAVA_HOME", "$LC_ALL"))
    assert ready.call("list", LC_ALL="de_AT.UTF-8").returncode == 0
    assert ready.builds() == [expected]


def test_a_runtime_without_compiler_is_not_enough(machine):
    machine.jdk(machine.jvms / "jre", "25", compiler=False)
    assert machine.call("list").returncode == 3


def test_no_jdk_at_all(machine):
    call = machine.call("list")
    assert call.returncode == 3
    assert "JDK 25 or later was not found" in call.stderr
    assert "conda env create -f" in call.stderr and "JAVA_HOME" in call.stderr
    assert call.stdout == ""


def test_only_an_old_jdk_is_named_as_such(machine):
    machine.jdk(machine.jvms / "jdk-17", "17.0.15")
    call = machine.call("list")
    assert call.returncode == 3
    assert f"too old: JDK 17 in {machine.jvms}/jdk-17" in call.stderr


def test_root_gets_the_jdk_installed_where_packages_offer_it(machine):
    machine.user(0)
    machine.build_tools()
    prepared = machine.jdk(machine.folder / "prepared", "25.0.1")
    machine.apt("openjdk-25-jdk-headless", brings=f'mv "{prepared}" "{machine.jvms}/installed"')
    call = machine.call("list")
    assert call.returncode == 0, call.stderr
    assert "installing openjdk-25-jdk-headless with apt-get" in call.stderr


def test_root_is_told_what_to_do_where_no_package_offers_it(machine):
    machine.user(0)
    machine.apt("maven")
    call = machine.call("list")
    assert call.returncode == 3
    assert machine.apt_calls() == ["update"], "looked once more, installed nothing"
    assert "conda env create" in call.stderr


def test_an_ordinary_user_is_told_what_to_type(machine):
    machine.apt("openjdk-25-jdk-headless")
    call = machine.call("list")
    assert call.returncode == 3
    assert machine.apt_calls() == []
    assert "sudo apt-get install -y --no-install-recommends openjdk-25-jdk-headless" in call.stderr


# ---- what else is needed ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lacking", "package"), [("mvn", "maven"), ("cc", "gcc libc6-dev make"), ("make", "gcc libc6-dev make")]
)
def test_a_build_tool_is_missing(ready, lacking, package):
    ready.apt("")
    (ready.bin / lacking).unlink()
    call = ready.call("list")
    assert call.returncode == 3
    assert f"sudo apt-get install -y --no-install-recommends {package}" in call.stderr
    assert ready.builds() == []


def test_root_gets_a_build_tool_installed(ready):
    ready.user(0)
    (ready.bin / "make").unlink()
    ready.apt("gcc libc6-dev make", brings=f'mv "{ready.fake("made")}" "{ready.bin}/make"')
    call = ready.call("list")
    assert call.returncode == 0, call.stderr
    assert "installing gcc libc6-dev make with apt-get" in call.stderr


def test_an_installation_that_brings_nothing_is_not_believed(ready):
    ready.user(0)
    (ready.bin / "make").unlink()
    ready.apt("gcc libc6-dev make")
    call = ready.call("list")
    assert call.returncode == 3
    assert "was not found" in call.stderr


@pytest.mark.parametrize("command", ["lab", "notebook", "environment"])
def test_notebooks_need_python(ready, command):
    ready.apt("")
    call = ready.call(command)
    assert call.returncode == 3
    assert "sudo apt-get install -y --no-install-recommends python3 python3-venv" in call.stderr


def test_a_python_without_venv_is_not_enough(ready):
    ready.apt("")
    ready.fake("python3", "exit 1")
    assert ready.call("lab").returncode == 3


def test_measuring_needs_no_python(ready):
    assert ready.call("run").returncode == 0


def test_a_system_without_package_manager_is_told_too(ready):
    (ready.bin / "mvn").unlink()
    call = ready.call("list")
    assert call.returncode == 3
    assert "install maven" in call.stderr


def test_the_tests_have_installed_what_they_would_skip_for(ready):
    ready.user(0)
    ready.apt("clang musl-tools cpio")
    assert ready.call("test").returncode == 0
    installed = {call.split()[-1] for call in ready.apt_calls() if " install " in call}
    assert {"clang", "musl-tools", "cpio"} <= installed


def test_what_is_there_is_not_installed(ready):
    ready.user(0)
    ready.apt("clang musl-tools cpio")
    for tool in ("clang", "musl-gcc", "cpio"):
        ready.fake(tool)
    assert ready.call("test").returncode == 0
    assert not [call for call in ready.apt_calls() if " install " in call]


# ---- building ---------------------------------------------------------------------------------------------------


def test_builds_once_and_then_only_when_a_source_changes(ready):
    first = ready.call("list")
    assert "building" in first.stderr and "building" not in first.stdout
    assert "building" not in ready.call("list").stderr
    assert len(ready.builds()) == 1
    ready.source.write_text("class Some { int changed; }")
    ready.call("list")
    assert len(ready.builds()) == 2
    ready.source.unlink()
    ready.call("list")
    assert len(ready.builds()) == 3, "a source that went away is a change"
    ready.call("list")
    assert len(ready.builds()) == 3


def test_a_source_that_changes_during_the_build_is_built_again(ready):
    running = ready.start("list")
    time.sleep(0.15)
    ready.source.write_text("class Some { int later; }")
    running.communicate(timeout=60)
    before = len(ready.builds())
    ready.call("list")
    ready.call("list")
    assert before <= 2 and len(ready.builds()) <= 2
    assert (ready.checkout / "kernel-ext/target/built").stat().st_mtime >= ready.source.stat().st_mtime


def test_the_build_uses_the_jdk_that_was_found(ready):
    ready.call("list")
    assert ready.builds() == [str(ready.jvms / "jdk-25")]


def test_what_is_built_runs_without_build_tools(ready):
    ready.call("list")
    for tool in ("mvn", "cc", "make"):
        (ready.bin / tool).unlink()
    assert ready.call("list").returncode == 0


def test_two_at_once_build_once(ready):
    if not (ready.bin / "flock").exists():
        pytest.skip("no flock on this machine: builds are not serialised")
    both = [ready.start("list"), ready.start("list")]
    for process in both:
        process.communicate(timeout=60)
    assert [process.returncode for process in both] == [0, 0]
    assert len(ready.builds()) == 1


def test_a_failed_build_shows_its_errors_and_is_tried_again(ready):
    ready.fake("mvn", 'echo "[INFO] much"; echo "[ERROR] Some.java:[1,2] no such thing"; exit 1')
    for _ in range(2):
        call = ready.call("list")
        assert call.returncode == 1
        assert "no such thing" in call.stderr and "much" not in call.stderr
        assert f"{ready.checkout}/.switchlab/build.log" in call.stderr


def test_a_checkout_that_cannot_be_written_is_named(ready):
    (ready.checkout / ".switchlab").write_text("a file where a folder should be")
    call = ready.call("list")
    assert call.returncode == 3
    assert "cannot be written" in call.stderr


def test_called_through_a_link(ready):
    link = ready.folder / "link"
    link.symlink_to(ready.checkout / "switchlab")
    process = ready.start("list", script=link)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert f"-Dswitchlab.home={ready.checkout}" in out


def test_a_command_that_fails_fails_the_script(ready):
    ready.call("list")
    ready.fake("java", "exit 3", ready.jvms / "jdk-25/bin")
    assert ready.call("list").returncode == 3


# ---- clean ------------------------------------------------------------------------------------------------------


def test_clean_removes_what_was_made_and_nothing_else(ready):
    ready.call("list")
    (ready.checkout / "results").mkdir()
    assert ready.call("clean").returncode == 0
    assert sorted(path.name for path in ready.checkout.iterdir()) == [
        "kernel-ext", "lib", "pom.xml", "results", "switchlab"
    ]
    assert not (ready.checkout / "kernel-ext/target").exists()


def test_clean_needs_no_jdk(machine):
    assert machine.call("clean").returncode == 0


def test_clean_takes_no_arguments(ready):
    (ready.checkout / ".switchlab").mkdir()
    assert ready.call("clean", "everything").returncode == 2
    assert (ready.checkout / ".switchlab").exists()
