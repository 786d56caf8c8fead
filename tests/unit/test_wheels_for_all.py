"""Every locked package to run has wheels for Windows and macOS on each Python: how that is checked, without an index.

`make wheels-check` asks the index for all of them, which takes about a minute.
"""

import re
import tomllib
import zipfile
from pathlib import Path

import pytest

from tools import check_wheels

ROOT = Path(__file__).resolve().parents[2]
LOCK = check_wheels.LOCK.read_text("utf-8")
LINES = "one==1.0 \\\n    --hash=sha256:aa\ntwo==2.0 ; {marker} \\\n    --hash=sha256:bb\n    # via one\n"


def make_wheel(folder: Path, tag: str) -> None:
    """Make an empty wheel of the package "made-here" for what the tag says."""
    with zipfile.ZipFile(folder / f"made_here-1.0-{tag}.whl", "w") as wheel:
        inside = "made_here-1.0.dist-info"
        wheel.writestr(f"{inside}/METADATA", "Metadata-Version: 2.1\nName: made-here\nVersion: 1.0\n")
        wheel.writestr(f"{inside}/WHEEL", f"Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: {tag}\n")
        wheel.writestr(f"{inside}/RECORD", "")


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that is all that pip sees."""
    for setting, value in {"NO_INDEX": "1", "FIND_LINKS": str(tmp_path), "CONFIG_FILE": "/dev/null"}.items():
        monkeypatch.setenv(f"PIP_{setting}", value)
    return tmp_path


ASKED = {(platform, python) for platform in check_wheels.PLATFORMS for python in ("3.11", "3.14")}


def find_lacks() -> set[tuple[str, str]]:
    """Return the platforms and Pythons, of those asked about, for which there is no wheel of the package."""
    return {
        (platform, python)
        for platform, python in ASKED
        if check_wheels.find_lack(["made-here==1.0"], python, platform) is not None
    }


def test_a_wheel_for_one_python_on_windows_lacks_everywhere_else(shelf: Path) -> None:
    make_wheel(shelf, "cp314-cp314-win_amd64")
    assert find_lacks() == ASKED - {("Windows", "3.14")}


def test_a_stable_abi_and_any_mac_processor_serve_later_pythons(shelf: Path) -> None:
    make_wheel(shelf, "cp312-abi3-macosx_11_0_universal2")
    assert find_lacks() == ASKED - {("macOS", "3.14")}


def test_a_wheel_of_python_alone_serves_all_and_one_for_linux_none(shelf: Path) -> None:
    make_wheel(shelf, "py3-none-manylinux_2_17_x86_64")
    assert find_lacks() == ASKED
    make_wheel(shelf, "py3-none-any")
    assert find_lacks() == set()


@pytest.mark.parametrize(
    ("marker", "windows", "macos"),
    [
        ("sys_platform == 'win32'", True, False),
        ("platform_system != 'Windows'", False, True),
        ("os_name == 'nt' or sys_platform == 'darwin'", True, True),
        ("os_name == 'nt' and sys_platform == 'darwin'", False, False),
        ("sys_platform == 'linux'", False, False),
    ],
)
def test_a_marker_decides_which_system_gets_a_package(marker: str, windows: bool, macos: bool) -> None:  # noqa: FBT001
    for platform, is_got in (("Windows", windows), ("macOS", macos)):
        found = list(check_wheels.find_pins(LINES.format(marker=marker), platform))
        assert found == ["one==1.0", *(["two==2.0"] if is_got else [])]


@pytest.mark.parametrize("marker", ["python_full_version < '3.12'", "extra == 'x'", "(os_name == 'nt')"])
def test_a_marker_that_is_not_understood_is_refused_rather_than_guessed(marker: str) -> None:
    with pytest.raises(ValueError, match="is not one that is judged here"):
        list(check_wheels.find_pins(LINES.format(marker=marker), "Windows"))


def test_of_the_run_lock_nothing_is_left_out() -> None:
    locked = set(re.findall(r"^([\w.-]+==[^\s;\\]+)", LOCK, re.MULTILINE))
    windows, macos = (set(check_wheels.find_pins(LOCK, platform)) for platform in ("Windows", "macOS"))
    assert windows | macos == locked
    assert {pin.partition("==")[0] for pin in windows - macos} == {"colorama"}


def test_every_python_that_the_program_allows_is_asked_about() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    first, last = check_wheels.PYTHONS[0], int(check_wheels.PYTHONS[-1].split(".")[1])
    assert project["requires-python"] == f">={first},<3.{last + 1}"
    assert len(check_wheels.PYTHONS) == last - int(first.split(".")[1]) + 1
