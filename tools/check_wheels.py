"""Checks that every locked package to run has a wheel for Windows and macOS on each Python: ``make wheels-check``.

The package index is asked through pip alone, whose tags decide: a dry run for a platform, wheels only, fails when one
package has none. pip reads markers for the system it runs on, not for the one it is asked about; so the lines of the
lock that another system gets are chosen here.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "run.txt"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
# The systems that the locked PySide6 runs on at least (its own wheels say so), and the values of markers there.
PLATFORMS = {
    "Windows": (("win_amd64",), {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"}),
    "macOS": (
        tuple(f"macosx_{number}_0_{kind}" for number in (13, 12, 11) for kind in ("arm64", "universal2")),
        {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    ),
}
_PIN = re.compile(r"^([\w.-]+==[^\s;\\]+)(?:\s*;\s*(.*?))?\s*\\?$")
_TERM = re.compile(r"^(\w+) (==|!=) '([^']*)'$")


def find_pins(lock: str, platform: str) -> Iterator[str]:
    """Finds the packages that a platform gets.

    Args:
        lock: The text of a lock.
        platform: A key of PLATFORMS.

    Yields:
        Each as "name==version".

    Raises:
        ValueError: A marker is none of the simple ones that are judged here.
    """
    for line in lock.splitlines():
        pin = _PIN.match(line)
        if pin and (not pin[2] or _holds(pin[2], PLATFORMS[platform][1])):
            yield pin[1]


def _holds(marker: str, values: dict[str, str]) -> bool:
    return any(all(_term_holds(term, values) for term in terms.split(" and ")) for terms in marker.split(" or "))


def _term_holds(text: str, values: dict[str, str]) -> bool:
    term = _TERM.match(text.strip())
    if term is None or term[1] not in values:
        raise ValueError(f"the marker {text!r} is not one that is judged here: add what it needs to PLATFORMS")
    return (values[term[1]] == term[3]) == (term[2] == "==")


def find_lack(pins: list[str], python: str, platform: str) -> str | None:
    """Asks pip for wheels.

    Args:
        pins: Packages as "name==version".
        python: As "3.14".
        platform: A key of PLATFORMS.

    Returns:
        What pip says when a package has no wheel; None when all have.
    """
    tags = [option for tag in PLATFORMS[platform][0] for option in ("--platform", tag)]
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "install", "--dry-run", "--no-deps", "--only-binary=:all:", "-qq"]
        command += ["--disable-pip-version-check", "--ignore-installed", "--target", folder, "--python-version", python]
        done = subprocess.run([*command, *tags, *pins], capture_output=True, text=True, check=False)
    return None if done.returncode == 0 else done.stderr.strip()


def main() -> int:
    """Checks every platform on every Python and prints what was found; 1 when a wheel is wanting."""
    lock = LOCK.read_text(encoding="utf-8")
    lacks = 0
    for platform in PLATFORMS:
        pins = list(find_pins(lock, platform))
        for python in PYTHONS:
            lack = find_lack(pins, python, platform)
            lacks += lack is not None
            print(f"{platform}, Python {python}: {lack or f'wheels for all {len(pins)} packages'}", flush=True)
    return 1 if lacks else 0


if __name__ == "__main__":
    sys.exit(main())
