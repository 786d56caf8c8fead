"""A crash report: reference, time, way in, place, versions. It is written for its owner's eyes and can go by e-mail."""

import os
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from prep_assistant.diagnostics.folders import make_folder
from prep_assistant.diagnostics.reference import Reference
from prep_assistant.frozen import frozen
from prep_assistant.language import phrase

_OWNER_ONLY = 0o600


class WayIn(StrEnum):
    """How a defect came to light."""

    MAIN = "an exception nobody caught"
    THREAD = "an exception in a thread"
    UNRAISABLE = "an exception that could not be raised"
    QT_CRITICAL = "a critical message of Qt"
    QT_FATAL = "a fatal message of Qt"
    FAULT = "a fault that ended an earlier run"


@frozen
class CrashReport:
    """What the one dialog about a defect shows.

    Attributes:
        reference: the number to name.
        path: where the report lies, ``None`` when it could not be written.
        way_in: how the defect came to light.
    """

    reference: Reference
    path: Path | None
    way_in: WayIn

    def in_words(self) -> str:
        """One line: what happened, and what to do."""
        return phrase(
            "A defect in the program ended this act ({way}). {place}. Reference {reference}.",
            way=phrase(self.way_in),
            place=phrase("The report lies in {path}", path=self.path)
            if self.path
            else phrase("A report could not be written"),
            reference=self.reference,
        )


def write_report(folder: Path, reference: Reference, lines: Iterable[str]) -> Path | None:
    """Writes a report that only its owner can read.

    Returns:
        Its path; ``None`` when the disk refused.
    """
    path = folder / f"crash-{reference}.txt"
    try:
        make_folder(folder)
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
        with os.fdopen(file, "w", encoding="utf-8", newline="\n", errors="replace") as report:
            report.writelines(f"{line}\n" for line in lines)
    except OSError:
        return None
    return path
