"""What is built, locked and installed, and what must never come into the files that say so."""

import re
import subprocess
import sys
import tomllib
import zipfile
from importlib import resources
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from tools import third_party

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUN_LOCK, TEST_LOCK = ROOT / "requirements" / "run.txt", ROOT / "requirements" / "test.txt"
RECIPES = [ROOT / name for name in ("pyproject.toml", "Makefile", "tools/setup", "tools/lock", "tools/dist")]
SHARED_FILES = sorted({*RECIPES, *(ROOT / "requirements").iterdir(), *(ROOT / ".ci").iterdir()})
HOSTS_AND_INDEXES = re.compile(
    r"://|--(?:extra-|default-)?index(?:-url)?\b|--find-links\b|--trusted-host\b|(?:PIP|UV)_\w*(?:INDEX|LINKS)|-f\s+/"
)
ABSOLUTE_PATHS = re.compile(r"(?<![\w.*}])/(?:opt|work|root|home|Users|tmp|usr/local)\b")


def tracked_files(folder: str) -> set[str]:
    listed = subprocess.run(
        ["git", "ls-tree", "-r", "-z", "--name-only", "HEAD", folder], cwd=ROOT, capture_output=True, check=True
    )
    return set(listed.stdout.decode().split("\0")) - {""}


@pytest.mark.parametrize("path", SHARED_FILES, ids=lambda path: path.name)
def test_what_everyone_installs_from_names_no_host_no_index_and_no_place_of_one_machine(path: Path) -> None:
    text = path.read_text("utf-8")
    assert HOSTS_AND_INDEXES.findall(text) == []
    assert ABSOLUTE_PATHS.findall(text) == []


@pytest.mark.parametrize(
    "line", ["a @ https://b", "--index-url x", "--extra-index-url=x", "--find-links w", "-f /w", "UV_INDEX=x"]
)
def test_a_host_or_an_index_would_be_seen(line: str) -> None:
    assert HOSTS_AND_INDEXES.search(line)


@pytest.mark.parametrize("lock", [RUN_LOCK, TEST_LOCK], ids=lambda path: path.name)
def test_every_locked_package_has_one_exact_version_and_hashes(lock: Path) -> None:
    entries = re.split(r"\n(?=[^\s#])", lock.read_text("utf-8").strip())
    assert len(entries) == len(third_party.read_lock(lock))
    assert [entry for entry in entries if not re.search(r"^    --hash=sha256:[0-9a-f]{64}", entry, re.MULTILINE)] == []


def test_the_test_lock_holds_all_of_the_run_lock() -> None:
    assert set(third_party.read_lock(RUN_LOCK)) <= set(third_party.read_lock(TEST_LOCK))


def test_the_locks_hold_every_dependency_and_the_build_backend() -> None:
    run = {package.name for package in third_party.read_lock(RUN_LOCK)}
    test = {package.name for package in third_party.read_lock(TEST_LOCK)}
    assert third_party.name_requirements(PROJECT["project"]["dependencies"]) <= run
    assert third_party.name_requirements(PROJECT["build-system"]["requires"]) <= run
    assert third_party.name_requirements(PROJECT["project"]["optional-dependencies"]["test"]) <= test


def test_pyside_stays_below_the_version_that_loses_references() -> None:
    assert [it for it in PROJECT["project"]["dependencies"] if it.startswith("PySide6")] == [
        "PySide6-Essentials>=6.11.3,<6.12"
    ]
    locked = {package.name: package.version for package in third_party.read_lock(TEST_LOCK)}
    assert locked["pyside6-essentials"].startswith("6.11.")
    assert locked["shiboken6"] == locked["pyside6-essentials"]


def test_thousands_of_calls_into_qt_lose_no_reference_to_none() -> None:
    calls = 2000
    item = QObject()
    before = sys.getrefcount(None)
    for _ in range(calls):
        item.setObjectName("weight")
    assert abs(sys.getrefcount(None) - before) < calls // 10


def test_the_third_party_page_says_what_the_locks_and_the_installed_packages_say() -> None:
    assert third_party.PAGE.read_text("utf-8") == third_party.write_current_page()


def test_the_third_party_page_lists_every_package_of_the_run_lock() -> None:
    page = third_party.PAGE.read_text("utf-8")
    rows = [line.split(" | ") for line in page.splitlines() if line.startswith("| ")]
    listed = {(row[0].removeprefix("| "), row[1]) for row in rows}
    assert {(package.name, package.version) for package in third_party.read_lock(RUN_LOCK)} <= listed


def test_pyproject_names_every_package_of_the_tree() -> None:
    folders = {path.parent.relative_to(ROOT / "src") for path in (ROOT / "src").rglob("*.py")}
    found = {".".join(folder.parts) for folder in folders}
    assert set(PROJECT["tool"]["setuptools"]["packages"]) == found | {"prep_assistant.resources"}


def test_the_installed_program_reads_the_resources_of_this_checkout() -> None:
    assert Path(str(resources.files("prep_assistant.resources"))).samefile(ROOT / "resources")


def test_a_wheel_of_the_last_commit_holds_its_modules_and_resources_and_nothing_else(tmp_path: Path) -> None:
    archive = subprocess.run(["git", "archive", "--format=zip", "HEAD"], cwd=ROOT, capture_output=True, check=True)
    with zipfile.ZipFile(BytesIO(archive.stdout)) as archived:
        archived.extractall(tmp_path / "source")
    options = ["-qq", "--disable-pip-version-check", "--no-deps", "--no-build-isolation", "--wheel-dir", str(tmp_path)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, tmp_path / "source"], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archived:
        held = {name for name in archived.namelist() if not name.split("/")[0].endswith(".dist-info")}
    modules = {name.removeprefix("src/") for name in tracked_files("src") if not name.endswith("/ruff.toml")}
    assert held == modules | {f"prep_assistant/{name}" for name in tracked_files("resources")}


@pytest.mark.parametrize("package", ["calculation", "quantities"])
def test_what_calculates_imports_where_nothing_but_the_standard_library_is_installed(package: str) -> None:
    alone = f"import sys; sys.path.insert(0, {str(ROOT / 'src')!r}); import prep_assistant.{package}"
    subprocess.run([sys.executable, "-I", "-S", "-c", alone], check=True)


def test_no_core_module_is_excused_from_coverage() -> None:
    core = (ROOT / "src" / "prep_assistant" / name for name in ("calculation", "formulary", "quantities"))
    modules = [path for folder in core for path in folder.rglob("*.py")]
    assert modules
    assert [path for path in modules if "pragma: no" in path.read_text("utf-8")] == []
