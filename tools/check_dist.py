"""Lets what ``make dist`` made prove itself: its contents, and the folder without Python by running it.

The folder runs offscreen, with a home of its own and a PATH without any Python.
"""

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Set as AbstractSet
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
_SECONDS = 300
_SECONDS_OF_WINDOW = 10
_FONT = b"AtkinsonHyperlegible"


class Unfit(Exception):
    """What was made cannot be given out."""


def main(folder: Path, commit: str) -> None:
    """Checks everything.

    Args:
        folder: Where the wheel, the sdist and the folder without Python lie.
        commit: What they were made from.

    Raises:
        Unfit: Something is missing, or does not run.
    """
    (wheel,), (sdist,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    wanted = {f"prep_assistant/{path}" for path in _tracked("resources")}
    wanted |= {path.removeprefix("src/") for path in _tracked("src") if path.endswith(".py")}
    with zipfile.ZipFile(wheel) as archive:
        _require(wanted, {name for name in archive.namelist() if ".dist-info/" not in name}, wheel.name)
    with tarfile.open(sdist) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    missing = {*_tracked("resources"), "pyproject.toml", "README.md", "LICENSE"} - inside
    if missing:
        raise Unfit(f"{sdist.name} lacks {sorted(missing)}")
    _run_everything((folder / "prep-assistant" / "prep-assistant").resolve(), commit)
    size = sum(path.stat().st_size for path in (folder / "prep-assistant").rglob("*") if path.is_file())
    print(f"{wheel.name}, {sdist.name} and prep-assistant/ ({size // 1_000_000} MB) prove themselves.")


def _tracked(folder: str) -> set[str]:
    listed = subprocess.run(
        ["git", "ls-tree", "-r", "-z", "--name-only", "HEAD", folder],  # noqa: S607 - as everywhere
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(listed.stdout.split("\0")) - {""}


def _require(wanted: AbstractSet[str], found: AbstractSet[str], name: str) -> None:
    if wanted != found:
        raise Unfit(f"{name} lacks {sorted(wanted - found)} and holds besides {sorted(found - wanted)}")


def _run_everything(program: Path, commit: str) -> None:
    with TemporaryDirectory() as home:
        version = _run(program, home, "--version")
        if f"commit     {commit}" not in version or "PySide6_Essentials" not in version:
            raise Unfit(f"--version says\n{version}")
        print(_run(program, home, "selftest").strip())
        plan = json.loads(_run(program, home, "plan", str(ROOT / "examples" / "order-routine.json")))
        if plan["status"] != "ready":
            raise Unfit(f"the routine order is {plan['status']}")
        label = Path(home) / "label.pdf"
        _run(program, home, "label", str(ROOT / "examples" / "order-routine.json"), "--output", str(label))
        if _FONT not in label.read_bytes():
            raise Unfit("the label is not set in the program's own font")
        _open_window(program, home)


def _environment(home: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in {"LANG", "LC_ALL"}}
    return kept | {"HOME": home, "TMPDIR": home, "PATH": "", "QT_QPA_PLATFORM": "offscreen"}


def _run(program: Path, home: str, *arguments: str) -> str:
    done = subprocess.run(
        [program, *arguments], env=_environment(home), capture_output=True, text=True, timeout=_SECONDS, check=False
    )
    if done.returncode:
        raise Unfit(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr}{done.stdout[-2000:]}")
    return done.stdout


def _open_window(program: Path, home: str) -> None:
    """The window has to stay open: nobody closes it."""
    try:
        ended = subprocess.run(
            [program], env=_environment(home), capture_output=True, text=True, timeout=_SECONDS_OF_WINDOW, check=False
        )
    except subprocess.TimeoutExpired:
        print(f"The window opened offscreen and was there {_SECONDS_OF_WINDOW} s later.")
        return
    raise Unfit(f"the window closed by itself with {ended.returncode}: {ended.stderr}")


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), sys.argv[2])
    except Unfit as unfit:
        sys.exit(f"dist: {unfit}")
