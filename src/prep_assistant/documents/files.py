"""Files in and out: never more than can be an order, and never half a file."""

import errno
import os
import sys
import tempfile
from pathlib import Path

from prep_assistant.documents.strict_json import MOST_BYTES


def read_order_file(name: str) -> bytes:
    """The bytes of an order file ("-" is standard input), one more than can be usable at most.

    Raises:
        OSError: it cannot be read.
    """
    if name == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    with Path(name).open("rb") as file:
        return file.read(MOST_BYTES + 1)


def save(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all: beside its place, to the disk, then renamed over what stood there.

    Args:
        path: the file to be there afterwards.
        content: all of it.

    Raises:
        OSError: it cannot be written; what stood there before stands there still, and nothing is left beside it.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        # Renaming over a folder fails later; over a device, as root, it would not.
        raise OSError(errno.EINVAL, "is no file", str(path))
    descriptor, beside = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(0o666 & ~_umask())
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
