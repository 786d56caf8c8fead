"""Files in and out: never more than can be an order, and never half a file."""

import contextlib
import errno
import os
import secrets
import sys
from pathlib import Path

from prep_assistant.documents.strict_json import MOST_BYTES


def read_order_file(name: str) -> bytes:
    """The bytes of an order file ("-" is standard input), one more than can be usable at most.

    Raises:
        OSError: it cannot be read.
    """
    if name == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        with Path(name).open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise OSError(error.errno, error.strerror, name) from error


def save(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all: beside its place, to the disk, then renamed over what stood there.

    Args:
        path: the file to be there afterwards.
        content: all of it.

    Raises:
        OSError: it cannot be written; what stood there before stands there still, and nothing is left beside it.
    """
    place = Path(os.path.realpath(path))
    if place.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    if place.exists() and not place.is_file():
        # Renaming over a folder fails later; over a device, as root, it would not.
        raise OSError(errno.EINVAL, "Is no ordinary file", str(path))
    beside = place.with_name(f".prep-assistant-{secrets.token_hex(8)}.part")
    try:
        _write_to_disk(beside, content)
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


def _write_to_disk(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
