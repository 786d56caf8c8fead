"""Who has the window: a lock of the operating system's, which ends with its process however that ends."""

import contextlib
import os
import re
import sys
from pathlib import Path

_NAME = "window.lock"
_OWNER_ONLY = 0o600
_OWNER_ONLY_FOLDER = 0o700
# Windows lets nobody read what is locked: a byte behind all that is ever written.
_LOCKED_BYTE = 100_000
_MOST_BYTES = 200
_DOOR = re.compile(r"prep-assistant-[0-9a-f]{32}")


class Claim:
    """This process has the user's window, until it ends."""

    def __init__(self, descriptor: int, left_behind: str) -> None:
        self._descriptor = descriptor
        self.left_behind = left_behind

    def announce(self, door: str) -> None:
        """Writes down where a later start may ask, "" for nowhere.

        Raises:
            OSError: it cannot be written.
        """
        os.ftruncate(self._descriptor, 0)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        os.write(self._descriptor, door.encode("ascii"))

    def release(self) -> None:
        """Gives the window up; a later start may have it."""
        os.close(self._descriptor)


def claim_window(folder: Path) -> Claim | None:
    """Claims the user's window; ``None`` when another process has it.

    Args:
        folder: the user's own, the same at each start; made when missing.

    Raises:
        OSError: nothing can be written there, or nothing can be locked.
    """
    folder.mkdir(mode=_OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
    descriptor = os.open(folder / _NAME, os.O_RDWR | os.O_CREAT, _OWNER_ONLY)
    try:
        is_ours = _lock(descriptor)
    except OSError:
        os.close(descriptor)
        raise
    if not is_ours:
        os.close(descriptor)
        return None
    return Claim(descriptor, find_door(folder))


def find_door(folder: Path) -> str:
    """Where the process that has the window, or had it, may be asked; "" when it has not said so."""
    with contextlib.suppress(OSError), (folder / _NAME).open("rb") as file:
        door = file.read(_MOST_BYTES).decode("ascii", errors="replace")
        return door if _DOOR.fullmatch(door) else ""
    return ""


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
