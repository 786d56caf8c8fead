"""What runs here: program, commit, formulary, Python, Qt, and the licences of what came with them."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from prep_assistant.frozen import frozen
from prep_assistant.installed import read_resource
from prep_assistant.language import phrase

NOT_RECORDED = phrase("not recorded")
NOT_OPENED = phrase("not opened")
WHAT_IT_IS = phrase("Prep Assistant, for ado-trastuzumab emtansine (KADCYLA)")
WHAT_IT_IS_NOT = phrase(
    "Not CE-marked and not FDA-cleared. A pharmacist verifies every figure against the current prescribing "
    "information; the program replaces neither the second person nor the look at the vial."
)
_PACKAGE = "prep-assistant"
_QT_PACKAGE = "PySide6-Essentials"
_COMMIT = re.compile(r"[0-9a-f]{40}(-dirty)?")
_NAME = re.compile(r"[\w.-]+")
_SECONDS_FOR_GIT = 5


@frozen
class FormularyVersion:
    """Which numbers the program works with."""

    id: str
    revision: str
    digest: str

    def __str__(self) -> str:
        return f"{self.id} {self.revision} {self.digest}"


@frozen
class Version:
    """The facts that a report of a defect needs.

    Attributes:
        licences: for each package that came with the program "name version: licence".
    """

    program: str
    commit: str
    formularies: tuple[str, ...]
    python: str
    system: str
    qt: str
    licences: tuple[str, ...]

    def facts(self) -> tuple[tuple[str, str], ...]:
        """The facts without the licences, each behind its name."""
        return (
            (phrase("program"), self.program),
            (phrase("commit"), self.commit),
            *((phrase("formulary"), str(formulary)) for formulary in self.formularies),
            ("Python", self.python),
            (phrase("system"), self.system),
            ("Qt", self.qt),
        )

    def lines(self) -> tuple[str, ...]:
        """The facts for a terminal, one below the other."""
        return tuple(f"{name:<11}{fact}" for name, fact in self.facts())


def read_version(*, formularies: Sequence[FormularyVersion] = (), qt: str = "") -> Version:
    """Reads the facts from what is installed.

    Args:
        formularies: those that are open.
        qt: the version of the Qt that is loaded; the installed one's when none is.
    """
    import platform  # noqa: PLC0415 - loaded when somebody asks, not at every start

    return Version(
        program=_installed(_PACKAGE),
        commit=_read_commit(),
        formularies=tuple(map(str, formularies)) or (NOT_OPENED,),
        python=f"{platform.python_implementation()} {platform.python_version()}",
        system=f"{platform.system()} {platform.machine()}",
        qt=qt or f"{_installed(_QT_PACKAGE)}, not loaded",
        licences=tuple(sorted(_read_licences(_PACKAGE), key=str.casefold)),
    )


def _installed(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - costs a start 15 ms

    try:
        return version(package)
    except PackageNotFoundError:
        return NOT_RECORDED


def _read_commit() -> str:
    """The commit that ``git archive`` wrote into the resources; in a checkout the one that is checked out."""
    try:
        written = tomllib.loads(read_resource("build.toml"))
    except (OSError, ValueError):
        return NOT_RECORDED
    commit = str(written.get("commit", ""))
    return commit if _COMMIT.fullmatch(commit) else _ask_git()


def _ask_git() -> str:
    """The commit of the checkout this file is tracked in, marked where files differ from it."""
    import subprocess  # noqa: PLC0415 - only a checkout needs it

    here = Path(__file__).resolve()
    if not any((folder / ".git").exists() for folder in here.parents):
        return NOT_RECORDED
    try:
        # A checkout of something else, in which the program was installed, does not track this file.
        _run_git(here, "ls-files", "--error-unmatch", here.name)
        commit = _run_git(here, "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*")
    except (OSError, subprocess.SubprocessError):
        return NOT_RECORDED
    return commit if _COMMIT.fullmatch(commit) else NOT_RECORDED


def _run_git(here: Path, *arguments: str) -> str:
    import subprocess  # noqa: PLC0415 - as above

    command = ["git", "-C", str(here.parent), *arguments]
    finished = subprocess.run(  # noqa: S603 - fixed words and our own path
        command, check=True, capture_output=True, text=True, timeout=_SECONDS_FOR_GIT
    )
    return finished.stdout.strip()


def _read_licences(package: str, seen: set[str] | None = None) -> list[str]:
    """The packages that a package needs to run, theirs too, as far as they are installed here."""
    from importlib.metadata import PackageNotFoundError, distribution  # noqa: PLC0415 - as above

    seen = set() if seen is None else seen
    found: list[str] = []
    try:
        needed = distribution(package).requires or []
    except PackageNotFoundError:
        return found
    for requirement in needed:
        name = _NAME.match(requirement)
        if name is None or "extra ==" in requirement or name[0].casefold() in seen:
            continue
        seen.add(name[0].casefold())
        try:
            metadata = distribution(name[0]).metadata
        except PackageNotFoundError:
            continue
        stated = metadata.json.get("license_expression") or metadata.json.get("license") or "see its licence file"
        licence = str(stated).splitlines()[0].partition(" (")[0]
        found.append(f"{metadata['Name']} {metadata['Version']}: {licence}")
        found += _read_licences(name[0], seen)
    return found
