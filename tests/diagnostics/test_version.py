"""The facts on what runs: from the metadata, from the commit that an archive carries, from git in a checkout."""

import re
import subprocess
import sys
import tomllib
from importlib import metadata
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from prep_assistant.diagnostics.version import FormularyVersion, read_version

ROOT = Path(__file__).resolve().parents[2]
ASK = "from prep_assistant.diagnostics.version import read_version; print(read_version().commit)"
FORMULARIES = [
    FormularyVersion("kadcyla-us", "2026-11-22", "sha256:abc"),
    FormularyVersion("kadcyla-eu", "2026-11-22", "sha256:def"),
]
IDENTITY = ("-c", "user.name=Test", "-c", "user.email=test@example.invalid")


def run_git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *IDENTITY, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def copy_program(folder: Path) -> Path:
    """Copy what answers for the version, laid out as in a wheel, and return the folder to import it from."""
    source = folder / "src"
    for place in ("src/prep_assistant", "src/prep_assistant/diagnostics", "resources"):
        inside = source / "prep_assistant" / Path(place).name if place != "src/prep_assistant" else source / place[4:]
        inside.mkdir(parents=True)
        for path in (*(ROOT / place).glob("*.py"), *(ROOT / place).glob("build.toml")):
            (inside / path.name).write_bytes(path.read_bytes())
    (folder / ".gitattributes").write_text("src/prep_assistant/resources/build.toml export-subst\n", "utf-8")
    return source


def ask_commit(source: Path) -> str:
    command = f"import sys; sys.path.insert(0, {str(source)!r}); {ASK}"
    return subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True).stdout.strip()


def test_the_facts_name_program_formulary_python_and_qt() -> None:
    version = read_version(formularies=FORMULARIES, qt="6.11.3")
    assert version.program == metadata.version("prep-assistant")
    lines = version.lines()
    assert [line for line in lines if line.startswith("formulary")] == [
        "formulary  kadcyla-us 2026-11-22 sha256:abc",
        "formulary  kadcyla-eu 2026-11-22 sha256:def",
    ]
    assert f"Python     CPython {'.'.join(map(str, sys.version_info[:3]))}" in lines
    assert "Qt         6.11.3" in lines


def test_what_is_not_open_or_loaded_is_said() -> None:
    version = read_version()
    assert version.formularies == ("not opened",)
    assert version.qt == f"{metadata.version('PySide6-Essentials')}, not loaded"


def test_every_package_that_the_program_needs_is_told_with_its_licence() -> None:
    locked = (ROOT / "requirements" / "run.txt").read_text("utf-8")
    names = set(re.findall(r"^([\w.-]+)==(?!.*sys_platform == 'win32')", locked, re.MULTILINE)) - {"setuptools"}
    told = {re.split("[ :]", line)[0].lower().replace("_", "-") for line in read_version().licences}
    assert told == names
    assert all(re.search(r": [A-Z][\w .,()-]+$", line) for line in read_version().licences)


def test_in_a_checkout_the_commit_is_what_git_says_and_changes_are_marked(tmp_path: Path) -> None:
    source = copy_program(tmp_path)
    run_git(tmp_path, "init", "-q")
    assert ask_commit(source) == "not recorded"
    run_git(tmp_path, "add", "-A")
    run_git(tmp_path, "commit", "-qm", "All of it")
    commit = run_git(tmp_path, "rev-parse", "HEAD")
    assert ask_commit(source) == commit
    (tmp_path / ".gitattributes").write_text("", "utf-8")
    assert ask_commit(source) == f"{commit}-dirty"


def test_in_an_archive_the_commit_is_the_one_it_was_made_from(tmp_path: Path) -> None:
    source = copy_program(tmp_path / "checkout")
    run_git(source.parent, "init", "-q")
    run_git(source.parent, "add", "-A")
    run_git(source.parent, "commit", "-qm", "All of it")
    made = subprocess.run(
        ["git", "archive", "--format=zip", "HEAD"], cwd=source.parent, capture_output=True, check=True
    )
    with ZipFile(BytesIO(made.stdout)) as archive:
        archive.extractall(tmp_path / "archive")
    assert ask_commit(tmp_path / "archive" / "src") == run_git(source.parent, "rev-parse", "HEAD")


def test_the_commit_of_a_checkout_that_only_surrounds_the_program_is_not_told(tmp_path: Path) -> None:
    source = copy_program(tmp_path)
    run_git(tmp_path, "init", "-q")
    run_git(tmp_path, "commit", "-qm", "Something else", "--allow-empty")
    assert ask_commit(source) == "not recorded"


def test_git_archive_is_told_to_write_the_commit() -> None:
    assert "resources/build.toml export-subst" in (ROOT / ".gitattributes").read_text("utf-8").splitlines()
    written = tomllib.loads((ROOT / "resources" / "build.toml").read_text("utf-8"))
    assert written["commit"] == "$Format:%H$" or re.fullmatch("[0-9a-f]{40}", written["commit"])


def test_diagnostics_loads_no_qt() -> None:
    loading = "import sys, prep_assistant.diagnostics.qt_messages; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loading], check=False).returncode == 0
