"""The one file that holds what is being typed: its owner's alone, written whole or not at all. Bytes in, bytes out.

When records exist, this is where a draft is encrypted and decrypted; nobody else knows the file.
"""

from datetime import datetime
from pathlib import Path

from prep_assistant.saving import PART, save

MOST_BYTES = 4_000_000
_NAME = "draft"
_ASIDE = "draft-set-aside"
_OWNER_ONLY = 0o600
_OWNER_ONLY_FOLDER = 0o700


class DraftFile:
    """The draft's file in a folder of its own.

    Args:
        folder: where it lies; made with the first draft, for its owner alone.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._path = folder / _NAME

    def read(self) -> bytes | None:
        """What an earlier run kept, at most ``MOST_BYTES`` and one; ``None`` where nothing is kept.

        What an earlier run had not finished writing is removed.

        Raises:
            OSError: it is there and cannot be read.
        """
        for unfinished in self.folder.glob(f".*{PART}"):
            unfinished.unlink(missing_ok=True)
        try:
            with self._path.open("rb") as file:
                return file.read(MOST_BYTES + 1)
        except FileNotFoundError:
            return None

    def save(self, content: bytes) -> None:
        """Keeps this instead of what was kept before.

        Raises:
            OSError: it cannot be written; what was kept before is kept still.
        """
        self.folder.mkdir(mode=_OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
        if self.folder.stat().st_mode & 0o077:
            self.folder.chmod(_OWNER_ONLY_FOLDER)
        save(self._path, content, is_private=True)

    def discard(self) -> None:
        """Removes what is kept, if anything is.

        Raises:
            OSError: it is there and cannot be removed.
        """
        self._path.unlink(missing_ok=True)

    def set_aside(self, now: datetime) -> Path:
        """Puts what is kept under another name, so that nothing is written over it, and says where it is now.

        Raises:
            OSError: it cannot be renamed.
        """
        aside = self.folder / f"{_ASIDE}-{now:%Y%m%d-%H%M%S-%f}"
        self._path.rename(aside)
        aside.chmod(_OWNER_ONLY)
        return aside
