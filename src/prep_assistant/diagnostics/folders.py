"""Where log and crash reports lie: the user's own log folder, as the system names it."""

from pathlib import Path

from platformdirs import user_log_path

_NAME = "prep-assistant"
_OWNER_ONLY = 0o700


def log_folder() -> Path:
    """The folder of the log; it may not be there yet."""
    return user_log_path(_NAME, appauthor=False)


def report_folder() -> Path:
    """The folder of the crash reports; it may not be there yet."""
    return log_folder() / "crashes"


def make_folder(folder: Path) -> None:
    """Makes a folder that only its owner may enter, where there is none.

    Raises:
        OSError: it cannot be made.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=_OWNER_ONLY, exist_ok=True)
