"""Child processes that fail for real, with a patient's identity in every message, local variable and argument."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PATIENT = {
    "family_name": "Quetzalcoatlus",
    "given_name": "Wolpertinger",
    "mrn": "7719077190",
    "birth_date": "1961-07-13",
}
CANARIES = (*PATIENT.values(), "19610713", "13-jul-1961", "13 jul", "1961, 7")

HEAD = f"""\
import sys
from datetime import UTC, datetime
from pathlib import Path

from prep_assistant.diagnostics import Act, Log, install
from prep_assistant.diagnostics.qt_messages import install_message_handler

FOLDER = Path(sys.argv[1])
PATIENT = {PATIENT!r}


def clock():
    return datetime(2026, 11, 22, 9, tzinfo=UTC)


def on_crash(report):
    print("told", report.way_in.name, report.reference, watch.blocked, flush=True)


log = Log(FOLDER / "log", clock)
watch = install(FOLDER / "crashes", on_crash, clock=clock, log=log)
if watch.left_behind:
    print("left behind", watch.left_behind.reference, watch.blocked, flush=True)


def fail_for(patient, mrn=PATIENT["mrn"]):
    copied = dict(patient)
    told = f"{{copied}} born {{patient['birth_date']}}"
    raise LookupError(told, mrn)


"""


@dataclass(frozen=True)
class Ended:
    """A child that ended: its exit code, what it printed, and what it left in its folder."""

    code: int
    out: str
    err: str
    folder: Path

    @property
    def reports(self) -> list[str]:
        """The texts of the crash reports, the oldest first."""
        return [path.read_text("utf-8") for path in sorted((self.folder / "crashes").glob("crash-*.txt"))]

    @property
    def log(self) -> list[str]:
        """The acts in the log, without their times."""
        path = self.folder / "log" / "prep-assistant.log"
        return [line.split(" ", 1)[1] for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def run_child(folder: Path, script: str, *, head: str = HEAD) -> Ended:
    """Run Python statements behind the head, in a process whose temporary files and settings lie in the folder."""
    code = folder / "child.py"
    temporary = folder / "temporary"
    temporary.mkdir(exist_ok=True)
    code.write_text(head + script, "utf-8")
    places = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    finished = subprocess.run(
        [sys.executable, str(code), str(folder)],
        capture_output=True,
        text=True,
        env={**os.environ, **places, "TMPDIR": str(temporary), "QT_QPA_PLATFORM": "offscreen"},
        cwd=temporary,
        timeout=120,
        check=False,
    )
    code.unlink()
    return Ended(finished.returncode, finished.stdout, finished.stderr, folder)


def find_canaries(
    folder: Path, *more: str, canaries: tuple[str, ...] = CANARIES, besides: tuple[str, ...] = ()
) -> list[str]:
    """Return the canaries in any file or file name under the folder, and in further texts.

    Args:
        folder: where everything is searched, as UTF-8 and as Qt keeps text in memory, UTF-16.
        more: further texts.
        canaries: what is searched for.
        besides: folders under it in which a canary may stand.
    """
    allowed = [folder / name for name in besides]
    paths = [path for path in folder.rglob("*") if not any(path.is_relative_to(place) for place in allowed)]
    contents = [path.read_bytes() for path in paths if path.is_file()]
    texts = [content.decode(code, "replace") for content in contents for code in ("utf-8", "utf-16-le")]
    told = "\n".join((*texts, *(str(path.relative_to(folder)) for path in paths), *more)).casefold()
    return [canary for canary in canaries if canary.casefold() in told]
