"""Writes a file whole or not at all. Needs no library, so that what is kept while somebody types waits for none."""

import contextlib
import errno
import os
from pathlib import Path

_OWNER_ONLY = 0o600
_AS_USUAL = 0o666  # less what the user's umask takes away
PART = ".part"


def save(path: Path, content: bytes, *, is_private: bool = False) -> None:
    """Writes a file whole or not at all: beside its place, to the disk, then renamed over what stood there.

    Args:
        path: the file to be there afterwards.
        content: all of it.
        is_private: nobody but its owner may read or write it, from its first byte on.

    Raises:
        OSError: it cannot be written; what stood there before stands there still, and nothing is left beside it.
    """
    place = Path(os.path.realpath(path))
    if place.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    if place.exists() and not place.is_file():
        # Renaming over a folder fails later; over a device, as root, it would not.
        raise OSError(errno.EINVAL, "Is no ordinary file", str(path))
    beside = place.with_name(f".prep-assistant-{os.urandom(8).hex()}{PART}")
    try:
        _write_to_disk(beside, content, _OWNER_ONLY if is_private else _AS_USUAL)
        beside.replace(place)
    except OSError as error:
        _remove(beside)
        raise OSError(error.errno, error.strerror, str(path)) from error
    except BaseException:
        _remove(beside)
        raise


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def _write_to_disk(path: Path, content: bytes, mode: int) -> None:
    def make(name: str, flags: int) -> int:
        return os.open(name, flags, mode)

    with open(path, "xb", opener=make) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
