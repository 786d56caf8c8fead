"""Faults that end the process at once: the interpreter writes the stack, the next start makes a report of it.

``faulthandler`` runs where no Python can: it writes to a file that was opened before.
"""

import faulthandler
import os
import re
from pathlib import Path
from typing import TextIO

from prep_assistant.diagnostics.folders import make_folder
from prep_assistant.diagnostics.reference import Reference, find_references
from prep_assistant.diagnostics.stack import describe_places
from prep_assistant.frozen import frozen

_NAME = "fault.txt"
_OWNER_ONLY = 0o600
_MOST_CHARACTERS = 200_000
# Compiled when there is a fault to read, not at every start.
_KIND = r"(?m)^(?:Fatal Python error|Windows fatal exception): ([A-Za-z0-9_ :.()-]{1,80})$"
# What faulthandler prints: a heading for each thread, the innermost frame first.
_STACK = r"(?m)^(?:(Current t|T)hread 0x.*|  File \"(.*)\", line (\d+|\?+) in (.*))$"


@frozen
class Fault:
    """What an earlier run left behind.

    Attributes:
        lines: the kind of the fault and the stack of each thread.
        references: reports which that run itself wrote just before it ended.
    """

    lines: tuple[str, ...]
    references: tuple[Reference, ...]


class FaultFile:
    """The file that stays open for the interpreter.

    Args:
        folder: where the crash reports lie.

    Raises:
        OSError: it cannot be opened.
    """

    def __init__(self, folder: Path) -> None:
        make_folder(folder)
        self._path = folder / _NAME
        descriptor = os.open(self._path, os.O_RDWR | os.O_APPEND | os.O_CREAT, _OWNER_ONLY)
        self._file: TextIO = os.fdopen(descriptor, "a+", encoding="utf-8", errors="replace")

    def take_left_behind(self) -> Fault | None:
        """What an earlier run wrote, which is then taken out of the file."""
        self._file.seek(0)
        text = self._file.read(_MOST_CHARACTERS)
        if not text.strip():
            return None
        self._file.truncate(0)
        return read_fault(text)

    def enable(self) -> None:
        """From now on a fault of this process is written here."""
        faulthandler.enable(self._file, all_threads=True)

    def note(self, reference: Reference) -> None:
        """Writes down which report was made, for the next start to name."""
        self._file.write(f"{reference}\n")
        self._file.flush()

    def close(self) -> None:
        """Ends what ``enable`` began."""
        faulthandler.disable()
        self._file.close()


def read_fault(text: str) -> Fault:
    """What faulthandler's text says, without folders, names of threads and anything else."""
    kind = re.search(_KIND, text)
    lines = [f"fault: {kind[1] if kind else 'unknown'}"]
    for match in re.finditer(_STACK, text):
        if match[2] is None:
            lines.append("thread that failed, innermost first:" if match[1] == "Current t" else "thread:")
        else:
            line = int(match[3]) if match[3].isdigit() else None
            lines += describe_places([(match[2], line, match[4])])
    return Fault(tuple(lines), find_references(text))
