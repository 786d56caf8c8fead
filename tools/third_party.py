"""Writes resources/help/third-party.md: every package of the locks with its version, licence and use.

The licences come from the metadata of the installed packages: this runs in .venv, with the test lock installed.
"""

import re
import tomllib
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "resources" / "help" / "third-party.md"

# Read in the package's own licence file, because its metadata says too little or is not installed everywhere.
READ_BY_HAND = {
    "colorama": "BSD-3-Clause",
    "pypdfium2": "BSD-3-Clause OR Apache-2.0; PDFium itself BSD-3-Clause and Apache-2.0, its parts in BUILD_LICENSES",
    "pyyaml": "MIT",
    "pyyaml-ft": "MIT",
    "reportlab": "BSD-3-Clause",
}
SAME_LICENCE = {"Apache 2.0": "Apache-2.0", "BSD 2-Clause License": "BSD-2-Clause"}
BY_CLASSIFIER = {
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}

HEAD = """\
# Third-party packages

Made by `make third-party` from requirements/run.txt and requirements/test.txt; do not edit. Nothing of these packages
is in this repository: they are installed from their published wheels, whose hashes are in the locks.

PySide6 and shiboken6 (Qt for Python) are used unchanged under the LGPL-3.0, from wheels of their own that anyone can
replace. The fonts are used unchanged under the SIL Open Font License. What is used to build or to test is not needed to
run the program.

| package | version | licence | used |
| --- | --- | --- | --- |
"""


@dataclass(frozen=True)
class LockedPackage:
    """A package of a lock: its name and version, and whether only Windows gets it."""

    name: str
    version: str
    only_windows: bool


def read_lock(path: Path) -> list[LockedPackage]:
    """Reads the packages of a lock, in its order.

    Args:
        path: A file made by tools/lock.

    Returns:
        The packages.
    """
    pins = re.findall(r"^([\w.-]+)==([^\s;\\]+)(.*)", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [LockedPackage(name, version, "sys_platform == 'win32'" in rest) for name, version, rest in pins]


def name_requirements(requirements: list[str]) -> set[str]:
    """Names the packages of requirements as a lock does.

    Args:
        requirements: As pyproject.toml writes them.

    Returns:
        The names in small letters, without versions.
    """
    return {re.split(r"[<>=!~; ]", requirement)[0].lower() for requirement in requirements}


def get_licence(name: str) -> str:
    """Names the licence of a package, as an SPDX expression where there is one.

    Args:
        name: A package of the test lock.

    Returns:
        The licence.

    Raises:
        LookupError: Neither the metadata of the installed package nor READ_BY_HAND names it.
    """
    if name in READ_BY_HAND:
        return READ_BY_HAND[name]
    metadata = distribution(name).metadata
    stated: list[str] = [*(metadata.get_all("License-Expression") or []), *(metadata.get_all("License") or [])]
    classified = [BY_CLASSIFIER[line] for line in metadata.get_all("Classifier") or [] if line in BY_CLASSIFIER]
    for licence in (*stated, *classified):
        if licence and "\n" not in licence:
            return SAME_LICENCE.get(licence, licence)
    raise LookupError(f"{name}: its metadata names no licence; read its licence file and enter it in READ_BY_HAND")


def write_page(run: list[LockedPackage], test: list[LockedPackage], build: set[str]) -> str:
    """Composes the page.

    Args:
        run: The run lock.
        test: The test lock, which holds all of the run lock.
        build: Names of the packages that only build and install the program.

    Returns:
        The text of resources/help/third-party.md, the same for the same locks on every platform.
    """
    running = {package.name for package in run}

    def use_of(package: LockedPackage) -> str:
        use = "to build" if package.name in build else "to run" if package.name in running else "to test"
        return f"{use} (Windows)" if package.only_windows else use

    rows = [f"| {it.name} | {it.version} | {get_licence(it.name)} | {use_of(it)} |\n" for it in test]
    return HEAD + "".join(sorted(rows))


def write_current_page() -> str:
    """Composes the page for the locks of this checkout.

    Returns:
        What resources/help/third-party.md must say.
    """
    build_system = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]
    locks = ROOT / "requirements"
    build = name_requirements(build_system["requires"])
    return write_page(read_lock(locks / "run.txt"), read_lock(locks / "test.txt"), build)


if __name__ == "__main__":
    PAGE.write_text(write_current_page(), encoding="utf-8", newline="\n")
    print(f"Wrote {PAGE.relative_to(ROOT)}")
